"""Tasks of every document counted by the unit that answers for them."""

from collections import Counter
from collections.abc import Iterable

from generator.model.datasets import name_of
from generator.model.duty_records import Assignment
from generator.model.obligations import Obligation
from generator.model.task_counts import TaskCount


def count_tasks(
    tasks: Iterable[Assignment], obligations: Iterable[Obligation]
) -> tuple[TaskCount, ...]:
    """Counts of all units, then of each that leads or has led a task, in the order of their ids."""
    owed = [item for item in obligations if item.dataset == name_of(Assignment)]
    known = {item.key for item in owed}
    handed = [task.lead_unit for task in tasks if task.handed_to and task.assignment_id in known]
    units = sorted({*handed, *(item.unit_id for item in owed)})
    return tuple(_count(unit_id, owed, handed) for unit_id in (None, *units)) if owed else ()


def _count(unit_id: str | None, owed: list[Obligation], handed: list[str]) -> TaskCount:
    mine = [item for item in owed if unit_id in (None, item.unit_id)]
    states = Counter(item.state for item in mine)
    return TaskCount(
        unit_id=unit_id,
        task_count=len(mine),
        on_time_count=states["done_on_time"],
        late_count=states["done_late"],
        open_count=states["open"],
        overdue_count=states["overdue"],
        standing_count=states["undated"],
        handed_on_count=len(handed) if unit_id is None else handed.count(unit_id),
    )
