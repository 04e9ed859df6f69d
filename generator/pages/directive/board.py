"""The board of a document: every task with its five clarities, the reports, the inspections."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.datasets import name_of
from generator.model.directives import Directive
from generator.model.duty_records import Assignment, Inspection, QuarterlyReport
from generator.model.duty_settings import ReportDuty
from generator.model.obligations import Obligation
from generator.model.reviews import UnitReview
from generator.model.text import quarter_of
from generator.pages.clauses import cited
from generator.pages.directive.report_grid import report_picture
from generator.pages.directive.report_rows import (
    REPORT_STATES,
    ReportRow,
    ReportTable,
    due_quarters,
    owed_by_key,
    report_quarters,
    report_table,
)
from generator.pages.directive.reported import QuarterTold, told_quarters
from generator.pages.filters import (
    STATES,
    Filter,
    clause_filter,
    obligation_state,
    state_filter,
    unit_filter,
    useful,
)
from generator.pages.folds import Folded, YearFold, folded
from generator.pages.links import relative
from generator.pages.lookups import grouped
from generator.pages.pictures import Drawn
from generator.pages.renderer import Renderer
from generator.pages.view import View

VISIT_STATES = (
    ("qua-han", "Quá ngày kế hoạch, chưa kiểm tra"),
    ("chua-kiem-tra", "Chưa đến ngày kế hoạch"),
    ("da-kiem-tra", "Đã kiểm tra, chưa kết luận"),
    ("da-ket-luan", "Đã có kết luận"),
)
"""How an inspection stands: its value in the address and its words."""
LATE_LISTS = {
    name_of(Assignment): f"?trang-thai={STATES['overdue'][0]}#nhiem-vu",
    name_of(QuarterlyReport): f"?bao-cao-trang-thai={REPORT_STATES[0][0]}#bao-cao",
    name_of(Inspection): f"?kiem-tra-trang-thai={VISIT_STATES[0][0]}#kiem-tra",
}
"""Where a board lists what is overdue, by the dataset that it comes from."""


@dataclass(frozen=True)
class Task:
    """A row of the board. `obligation` is None while nothing is known of its day."""

    assignment: Assignment
    obligation: Obligation | None

    @property
    def state(self) -> str:
        """Its value of the filter by state."""
        return obligation_state(self.obligation)


@dataclass(frozen=True)
class Board:
    """How far the tasks that have a day have come."""

    task_count: int
    dated_count: int
    done_count: int
    late_count: int
    overdue_count: int


@dataclass(frozen=True)
class Team:
    """One inspection team: its visits, and how many of them were planned, held and concluded."""

    number: int
    visits: Folded[Inspection]
    visit_count: int
    held_count: int
    concluded_count: int


@dataclass(frozen=True)
class DirectiveView(View):
    """The board; `visit_states` are values of the filter, `visits_owed` days, by inspection."""

    template: ClassVar[str] = "pages/directive.html"
    directive: Directive
    reporting: ReportDuty | None
    reviews_url: str
    tasks: Sequence[Task]
    board: Board
    task_filters: Sequence[Filter]
    late_reports: Drawn | None
    reports: ReportTable | None
    report_filters: Sequence[Filter]
    older_reports: Sequence[tuple[YearFold[str], ReportTable]]
    told: QuarterTold | None
    teams: Sequence[Team]
    visit_filters: Sequence[Filter]
    visit_states: Mapping[str, str]
    visits_owed: Mapping[str, Obligation]


def pages(renderer: Renderer, directive: Directive) -> Iterator[Page]:
    """The board's page."""
    yield renderer.page(
        _view(renderer, directive),
        directive.url,
        f"Bảng theo dõi {directive.name}",
        _description(directive),
    )


def _description(directive: Directive) -> str:
    """What the board shows, of what the document orders."""
    clear = " theo 5 rõ" if directive.duties.clarities else ""
    parts = [f"Từng việc được giao{clear}"]
    if directive.duties.reports:
        parts.append(f"{directive.duties.reports.called} của các đơn vị")
    if directive.duties.inspection_teams:
        parts.append("việc kiểm tra công vụ")
    return f"{', '.join(parts[:-1])} và {parts[-1]}." if parts[1:] else f"{parts[0]}."


def _view(renderer: Renderer, directive: Directive) -> DirectiveView:
    edition, url = renderer.edition, directive.url
    due = due_quarters(edition, directive)
    quarters = folded(report_quarters(edition, directive), str)
    tasks = tasks_of(edition, directive)
    reports = report_table(edition, directive, quarters.shown) if quarters.shown else None
    picture = report_picture(edition, directive, due, partial(relative, url))
    inspections = visits_of(edition, directive)
    visits = owed_by_key(edition, name_of(Inspection))
    states = visit_states(inspections, visits)
    has_reviews = any(map(partial(_is_reviewed, edition, directive), edition.figures.unit_reviews))
    return DirectiveView(
        directive=directive,
        reporting=directive.duties.reports,
        reviews_url=directive.reviews_url if has_reviews else "",
        tasks=tasks,
        board=board_of(tasks),
        task_filters=task_filters(edition, tasks),
        late_reports=renderer.draw(picture, url),
        reports=reports,
        report_filters=report_filters(reports.rows if reports else ()),
        told=next(told_quarters(edition, directive), None),
        older_reports=[
            (fold, report_table(edition, directive, fold.parts)) for fold in quarters.years
        ],
        teams=teams_of(inspections),
        visit_filters=visit_filters(edition, inspections, states),
        visit_states=states,
        visits_owed=visits,
    )


def _is_reviewed(edition: Edition, directive: Directive, review: UnitReview) -> bool:
    return edition.city.reviewing(review.quarter) is directive


def visits_of(edition: Edition, directive: Directive) -> tuple[Inspection, ...]:
    """The inspections that a document orders."""
    return tuple(visit for visit in edition.inspections if cited(edition, visit) is directive)


def task_filters(edition: Edition, tasks: list[Task]) -> tuple[Filter, ...]:
    """What the board can be filtered by: units lead or support."""
    rows = [task.assignment for task in tasks]
    units = (unit for row in rows for unit in (row.focal_unit, *row.support_unit_ids))
    return useful(
        unit_filter(edition, units),
        clause_filter(edition, rows),
        state_filter(task.state for task in tasks),
    )


def report_filters(rows: Sequence[ReportRow]) -> tuple[Filter, ...]:
    """What the units can be filtered by that owe reports."""
    return useful(state_filter((row.state for row in rows), REPORT_STATES))


def visit_filters(
    edition: Edition, visits: Iterable[Inspection], states: Mapping[str, str]
) -> tuple[Filter, ...]:
    """What the inspections can be filtered by."""
    return useful(
        unit_filter(edition, (visit.unit_id for visit in visits)),
        state_filter(states.values(), VISIT_STATES),
    )


def visit_states(visits: Iterable[Inspection], owed: Mapping[str, Obligation]) -> dict[str, str]:
    """Each inspection's value of the filter by state."""
    return {
        visit.inspection_id: _visit_state(visit, owed.get(visit.inspection_id)) for visit in visits
    }


def _visit_state(visit: Inspection, owed: Obligation | None) -> str:
    if visit.conclusion_on:
        return "da-ket-luan"
    if visit.held_on:
        return "da-kiem-tra"
    return "qua-han" if owed and owed.state == "overdue" else "chua-kiem-tra"


def tasks_of(edition: Edition, directive: Directive) -> list[Task]:
    """A document's tasks in the order of the file."""
    owed = owed_by_key(edition, name_of(Assignment))
    mine = (item for item in edition.assignments if cited(edition, item) is directive)
    return [Task(item, owed.get(item.assignment_id)) for item in mine]


def board_of(tasks: list[Task]) -> Board:
    """The tasks counted by state; a task without a day is neither done nor overdue."""
    states = [task.obligation.state for task in tasks if task.obligation]
    late = states.count("done_late")
    return Board(
        task_count=len(tasks),
        dated_count=len(states) - states.count("undated"),
        done_count=states.count("done_on_time") + late,
        late_count=late,
        overdue_count=states.count("overdue"),
    )


def teams_of(inspections: Iterable[Inspection]) -> list[Team]:
    """The teams by number, each with its visits by planned day, the newest quarters' first."""
    visits = sorted(inspections, key=lambda item: (item.team, item.planned_on))
    return [
        Team(
            number,
            folded(mine, lambda visit: quarter_of(visit.planned_on)),
            len(mine),
            sum(1 for visit in mine if visit.held_on),
            sum(1 for visit in mine if visit.conclusion_on),
        )
        for number, mine in grouped(visits, lambda item: item.team).items()
    ]
