"""Labour Code 2012, articles 110 and 115: the days off, and the Saturdays worked for them.

Since 2021 articles 111 and 112 of the code of 2019 say the same.
"""

from collections.abc import Iterator

from generator.check.calendar_years import known_years, year_missing
from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import CalendarDay
from generator.model.week import WEEKEND

LEAST_DAYS_OFF = 5
"""No country gives fewer a year; with fewer, the year's list was not finished."""
USUAL_SHARE = 0.9
"""Of the other years: a holiday that so many have was not abolished for one."""


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


@Rule
def thin_years(context: CheckContext) -> Iterator[Problem]:
    """A year with next to no days off: its list was begun and not finished."""
    for year in known_years(context):
        count = sum(day.date.year == year for day in context.world.calendar if day.status == "off")
        if count < LEAST_DAYS_OFF:
            yield context.found(
                "calendar-year-thin", CalendarDay, None, severity="warning", value=year, count=count
            )


@Rule
def missing_holidays(context: CheckContext) -> Iterator[Problem]:
    """A holiday that nearly all other years have, Tết for one, and that one year lacks."""
    years: dict[str, set[int]] = {}
    for day in context.world.calendar:
        if day.status == "off":
            years.setdefault(day.name, set()).add(day.date.year)
    known = known_years(context)
    for year in known if len(known) > 2 else ():
        usual = USUAL_SHARE * (len(known) - 1)
        names = [name for name, its in years.items() if year not in its and len(its) >= usual]
        if names:
            told = ", ".join(sorted(names))
            yield context.found(
                "holiday-missing", CalendarDay, None, severity="warning", value=year, names=told
            )
