"""Plain logic: whoever acts on a day, or is acted upon, exists on that day."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext, years_of
from generator.check.rule import Rule
from generator.model.duty_records import Assignment, Inspection, QuarterlyReport
from generator.model.problems import Problem
from generator.model.record import Record
from generator.model.records import Commendation, Criticism, Recommendation

UNIT_DAYS: tuple[tuple[type[Record], str, str], ...] = (
    (Commendation, "unit_id", "decision_on"),
    (Criticism, "unit_id", "found_on"),
    (QuarterlyReport, "unit_id", "submitted_on"),
    (Inspection, "unit_id", "planned_on"),
    (Recommendation, "unit_id", "sent_on"),
    (Assignment, "lead_unit", "due_on"),
)
"""(type of record, its unit, the day on which that unit must exist)."""


@Rule
def unit_years(context: CheckContext) -> Iterator[Problem]:
    """A record of a unit on a day when that unit did not exist."""
    for kind, unit_column, day_column in UNIT_DAYS:
        for row, record in context.rows(kind):
            unit = context.unit(getattr(record, unit_column))
            day: date | None = getattr(record, day_column)
            if unit and day and not unit.stands_on(day):
                yield context.found(
                    "unit-out-of-years", kind, row, day_column, value=day, other=years_of(unit)
                )
