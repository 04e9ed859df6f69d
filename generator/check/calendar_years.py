"""The years that the calendar knows: working days are counted in no other."""

from collections.abc import Sequence

from generator.check.context import CheckContext
from generator.model.problem import Problem, Severity
from generator.model.record import Record
from generator.model.records import CalendarDay

Place = tuple[type[Record], int | None, str | None]
"""Type of record, Excel row and column of a finding."""
THE_CALENDAR: Place = (CalendarDay, None, None)


def known_years(context: CheckContext) -> list[int]:
    """The years that have a row, in order."""
    return sorted({day.date.year for day in context.world.calendar})


def year_missing(
    context: CheckContext,
    year: int,
    known: Sequence[int],
    place: Place = THE_CALENDAR,
    severity: Severity = "error",
) -> Problem:
    """The finding that a year has no days off; `place` is what needs it."""
    told = ", ".join(str(item) for item in known)
    thing = f"year/{year}"
    code = "calendar-year-missing" if known else "calendar-empty"
    return context.found(code, *place, severity=severity, thing=thing, value=year, known=told)
