"""The tasks that any document sets: counted by the unit that answers, and those of no directive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.model.datasets import name_of
from generator.model.directives import Directive
from generator.model.duty_records import Assignment
from generator.model.site_paths import SectionFolder
from generator.model.task_counts import TaskCount
from generator.model.text import collation_key
from generator.pages.addresses import TASKS
from generator.pages.directive.board import Task, task_filters
from generator.pages.directive.report_rows import owed_by_key
from generator.pages.filters import Filter
from generator.pages.renderer import Renderer
from generator.pages.view import View

NAME = "Nhiệm vụ được giao"


@dataclass(frozen=True)
class TasksView(View):
    """All units together, each unit in dictionary order, and the tasks of other documents."""

    template: ClassVar[str] = "pages/tasks.html"
    whole: TaskCount | None
    counts: Sequence[TaskCount]
    boards: Sequence[Directive]
    tasks: Sequence[Task]
    filters: Sequence[Filter]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of all tasks."""
    edition = renderer.edition
    owed = owed_by_key(edition, name_of(Assignment))
    tasks = [
        Task(item, owed.get(item.assignment_id)) for item in edition.assignments if item.document
    ]
    counts = edition.figures.task_counts
    units = {edition.unit(count.unit_id).name: count for count in counts if count.unit_id}
    view = TasksView(
        whole=next((count for count in counts if count.unit_id is None), None),
        counts=[units[name] for name in sorted(units, key=collation_key)],
        boards=edition.city.issued,
        tasks=tasks,
        filters=task_filters(edition, tasks),
    )
    yield renderer.page(
        view,
        TASKS,
        NAME,
        "Nhiệm vụ của mọi quyết định, kết luận, biên bản: đơn vị nào xong đúng hạn, muộn, còn nợ.",
        frame=SectionFolder.SUPERVISION,
        search_text="Nhiệm vụ được giao, kết luận, quyết định, biên bản họp",
    )
