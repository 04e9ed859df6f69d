"""What units owe by a day: tasks, reports, visits, replies, remedies, and what is published."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.clock import Calendar
from generator.datafolder.world import World
from generator.measure.publishing import Debt, broadcasts_owed, editions_owed
from generator.model.datasets import name_of
from generator.model.duty_records import Assignment, Inspection, QuarterlyReport
from generator.model.obligations import Obligation, ObligationState
from generator.model.public import PublicCriticism
from generator.model.public_records import PublicRecords
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Criticism, Recommendation
from generator.model.reporting import ReportOf
from generator.model.settings import City
from generator.model.text import quarter_of, quarters


def obligations_of(
    world: World, city: City, public: PublicRecords, closings: Mapping[str, date] | None = None
) -> tuple[Obligation, ...]:
    """Every obligation as of `city.as_of`, by dataset, then by the day it is due.

    `closings` are the days on which the edition of a quarter was closed.
    A due day that is a day off counts until the end of the next working day, and what was done
    after `as_of` is not done yet. Raises UnknownYear.
    """
    calendar = Calendar(world.calendar)
    if not calendar.years:
        return ()  # nothing is entered yet: no other city passes its check without a calendar
    sources = (
        _tasks(world),
        _reports(world, city, calendar),
        _inspections(world),
        _replies(public.recommendations),
        _remedies(public.criticisms),
        editions_owed(city, closings or {}),
        broadcasts_owed(city, world.broadcasts),
    )
    return tuple(
        judged(debt, calendar, city.as_of)
        for source in sources
        for debt in sorted(source, key=lambda debt: (debt.due_on or date.max, debt.key))
    )


def judged(debt: Debt, calendar: Calendar, as_of: date) -> Obligation:
    """How a debt stands on a day. Raises UnknownYear."""
    done_on = debt.done_on if debt.done_on and debt.done_on <= as_of else None
    late_days = _late_days(debt.due_on, done_on or as_of, calendar)
    return Obligation(
        dataset=debt.dataset,
        key=debt.key,
        unit_id=debt.unit_id,
        due_on=debt.due_on,
        done_on=done_on,
        state=_state(debt.due_on, done_on, late_days),
        late_days=late_days,
        report=debt.report,
    )


def _late_days(due_on: date | None, until: date, calendar: Calendar) -> int:
    """Working days past the due day; a delay over days off alone counts as one."""
    if due_on is None or until <= due_on:
        return 0
    last_day = calendar.roll_forward(due_on)
    return 0 if until <= last_day else max(calendar.working_days_between(last_day, until), 1)


def _state(due_on: date | None, done_on: date | None, late_days: int) -> ObligationState:
    if due_on is None:
        return "undated"
    if done_on is None:
        return "overdue" if late_days else "open"
    return "done_late" if late_days else "done_on_time"


def _tasks(world: World) -> Iterator[Debt]:
    tasks = name_of(Assignment)
    for task in world.assignments:
        yield Debt(tasks, task.assignment_id, task.focal_unit, task.due_on, task.done_on)


def _inspections(world: World) -> Iterator[Debt]:
    visits = name_of(Inspection)
    for visit in world.inspections:
        key = visit.inspection_id
        yield Debt(visits, key, visit.unit_id, visit.planned_on, visit.held_on)


def _replies(recommendations: Iterable[PublicRecommendation]) -> Iterator[Debt]:
    """To recommendations sent already, and not taken back by who sent them."""
    for asked in recommendations:
        if asked.standing == "in_force":
            dataset, key = name_of(Recommendation), asked.record_id
            yield Debt(dataset, key, asked.unit_id, asked.due_on, asked.replied_on)


def _remedies(criticisms: Iterable[PublicCriticism]) -> Iterator[Debt]:
    """Of criticisms that are public and were not taken back, and that set a day."""
    for record in criticisms:
        if record.remedy_due_on and not record.taken_back:
            dataset, key = name_of(Criticism), record.record_id
            yield Debt(dataset, key, record.unit_id, record.remedy_due_on, record.remedied_on)


def _reports(world: World, city: City, calendar: Calendar) -> Iterator[Debt]:
    """Every unit of a kind that reports and stands on a quarter's due day owes its report."""
    submitted = _submitted(world, city)
    for quarter in quarters(quarter_of(city.begins_on), quarter_of(city.as_of)):
        for ordered in city.reporting(quarter):
            due_on = calendar.roll_forward(ordered.day)
            for unit in world.units:
                if unit.kind in ordered.duty.unit_kinds and unit.stands_on(due_on):
                    dataset, key = name_of(QuarterlyReport), f"{unit.unit_id}/{ordered.key}"
                    done_on = submitted.get((unit.unit_id, ordered.report))
                    yield Debt(dataset, key, unit.unit_id, due_on, done_on, ordered.report)


def _submitted(world: World, city: City) -> dict[tuple[str, ReportOf], date]:
    """The day of each report by its unit and what it is of."""
    return {
        (row.unit_id, ReportOf(row.quarter, directive.id)): row.submitted_on
        for row in world.quarterly_reports
        if (directive := city.cited(row))
    }
