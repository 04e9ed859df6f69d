"""Deadlines worth showing, of the calendar at hand: a week's end, lunch, Tết, a make-up day."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise

from generator.clock.calendar import Calendar, DayRow, UnknownYear
from generator.clock.deadline import deadline
from generator.clock.explain import explain
from generator.clock.hours import HOUR, NOTHING
from generator.model.laws import Law
from generator.model.week import WEEKEND
from generator.model.worked_deadline import WorkedDeadline

Question = tuple[datetime, int, str]
FRIDAY = 5
LAST_HOUR = timedelta(hours=16)
"""From here eight hours of the clock end at midnight; a minute either way, before and after it."""
A_DAY = 8
"""Hours of the usual limit in hours, also in working hours."""


def worked_deadlines(
    calendar: Calendar, cutoff: time, as_of: date, law: Law
) -> tuple[WorkedDeadline, ...]:
    """Each example that the calendar has, those of days close to `as_of`, resting on `law`."""
    found = []
    for received, value, unit in _questions(calendar, as_of):
        with suppress(UnknownYear):
            due = deadline(calendar, received, value, unit, same_day_cutoff=cutoff)
            lines = explain(calendar, received, value, unit, same_day_cutoff=cutoff, law=law)
            found.append(WorkedDeadline(received, value, unit, due, lines))
    return tuple(found)


def _questions(calendar: Calendar, as_of: date) -> Iterator[Question]:
    rows = list(calendar.rows())
    stretches = calendar.hours.stretches
    late = max(stretches[-1].closes - HOUR, NOTHING)
    for friday in _before_a_weekend(rows, as_of):
        for minutes in (-1, 0, 1):
            yield _at(friday, LAST_HOUR + timedelta(minutes=minutes)), A_DAY, "hour"
        yield _at(friday, late), A_DAY, "working_hour"
        if len(stretches) > 1:
            yield _at(friday, max(stretches[0].closes - HOUR, NOTHING)), 2, "working_hour"
    for eve in (*_before_the_longest_holiday(rows, as_of), *_before_a_makeup_day(rows, as_of)):
        yield _at(eve, late), A_DAY, "working_hour"


def _at(day: date, since_midnight: timedelta) -> datetime:
    return datetime.combine(day, time.min) + since_midnight


def _before_a_weekend(rows: list[DayRow], as_of: date) -> list[date]:
    """The last Friday before an ordinary weekend, if there is one."""
    found = [
        row.day
        for place, row in enumerate(rows)
        if row.day <= as_of
        and row.day.isoweekday() == FRIDAY
        and [item.is_working for item in rows[place : place + 4]] == [True, False, False, True]
    ]
    return found[-1:]


def _before_the_longest_holiday(rows: list[DayRow], as_of: date) -> list[date]:
    """The last working day before most days off of the year, if it is known."""
    runs = [(worked, list(run)) for worked, run in groupby(rows, lambda row: row.is_working)]
    holidays = [
        (before[-1].day, len(run))
        for (_, before), (worked, run) in pairwise(runs)
        if not worked and run[0].day.year == as_of.year
    ]
    longest = max((length for _, length in holidays), default=0)
    return [eve for eve, length in holidays if length == longest][:1]


def _before_a_makeup_day(rows: list[DayRow], as_of: date) -> list[date]:
    """The working day before the make-up day closest to `as_of`, if there is one."""
    found = [
        before.day
        for before, row in pairwise(rows)
        if before.is_working and row.is_working and row.day.isoweekday() in WEEKEND
    ]
    return sorted(found, key=lambda day: abs(day - as_of))[:1]
