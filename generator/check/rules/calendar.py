"""Labour Code 2012, articles 110 and 115: the days off, and the Saturdays worked for them.

Since 2021 articles 111 and 112 of the code of 2019 say the same.
"""

from collections.abc import Iterator

from generator.check.calendar_years import known_years, year_missing
from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problems import Problem
from generator.model.records import CalendarDay
from generator.model.week import WEEKEND


@Rule
def makeup_days(context: CheckContext) -> Iterator[Problem]:
    """A make-up working day that was a working day anyway."""
    for row, day in context.rows(CalendarDay):
        if day.status == "work" and day.date.isoweekday() not in WEEKEND:
            yield context.found(
                "makeup-on-weekday", CalendarDay, row, "date", severity="warning", value=day.date
            )


@Rule
def skipped_years(context: CheckContext) -> Iterator[Problem]:
    """A year without any row between two that have some: counting over it would be a guess."""
    if context.ids(CalendarDay, "date") is None:
        return
    known = known_years(context)
    for year in range(known[0], known[-1]) if known else ():
        if year not in known:
            yield year_missing(context, year, known)
