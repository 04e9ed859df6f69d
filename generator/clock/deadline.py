"""The statutory clock: when a dossier received at some moment is due."""

from datetime import date, datetime, time, timedelta

from generator.clock.calendar import Calendar
from generator.clock.hours import HOUR
from generator.model.public import add_months

LONGEST_LIMIT = 9999
"""Of any unit: nine thousand months still end on a day that a date can name."""


def deadline(
    calendar: Calendar,
    received: date | datetime,
    value: int,
    unit: str,
    *,
    same_day_cutoff: time,
) -> date | datetime:
    """The last moment of a limit of `value` `unit`s; a `date` means the end of that day.

    Civil Code 2015, art. 147 and 148: the day of receipt does not count; an end on a day off
    moves to the end of the next working day; months end on the same day number or the month's
    last day. Hours run from the moment of receipt (art. 147.1), working hours only while the
    calendar's offices work; from a bare date, whose moment nobody knows, both run from the end of
    that day and end with a day. What ends at 24:00 ends with that day (art. 148.6). `same_day` ends
    with the day of receipt or, received after the cut-off or on a day off, with the next working
    day.

    Neither a longer limit nor a later receipt ever ends on an earlier day. Raises UnknownYear
    outside the calendar's years, ValueError for a value below 0 or above LONGEST_LIMIT and for an
    unknown unit.
    """
    end = end_before_rolling(calendar, received, value, unit, same_day_cutoff)
    rolled = calendar.roll_forward(day_of(end))
    return end if rolled == day_of(end) else rolled


def extended(calendar: Calendar, end: date | datetime, supplement_days: int) -> date | datetime:
    """A deadline once the applicant's own time is given back.

    While the applicant supplements the dossier the clock stands still, so each such working day
    moves the deadline by one; a time of day stays what it was. Raises UnknownYear, and ValueError
    for a negative count.
    """
    day = calendar.add_working_days(day_of(end), supplement_days)
    return datetime.combine(day, end.time()) if isinstance(end, datetime) else day


def day_of(moment: date | datetime) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_after_cutoff(received: date | datetime, cutoff: time) -> bool:
    """True when a same-day dossier came after the cut-off; a bare date did not."""
    return isinstance(received, datetime) and received.time() > cutoff


def end_before_rolling(
    calendar: Calendar, received: date | datetime, value: int, unit: str, cutoff: time
) -> date | datetime:
    """Where a limit ends before it is asked whether that is a day off. Raises as `deadline`."""
    if value < 0 or value > LONGEST_LIMIT:
        raise ValueError(f"a limit is from 0 to {LONGEST_LIMIT}: {value}")
    day = day_of(received)
    calendar.is_working_day(day)
    if unit == "working_day":
        return calendar.add_working_days(day, value)
    if unit == "day":
        return day + timedelta(days=value)
    if unit == "month":
        return add_months(day, value)
    if unit == "same_day":
        return day + timedelta(days=is_after_cutoff(received, cutoff))
    if unit in ("hour", "working_hour"):
        return _end_of_hours(calendar, received, value, unit)
    raise ValueError(f"unknown unit of a limit: {unit}")


def _end_of_hours(
    calendar: Calendar, received: date | datetime, value: int, unit: str
) -> date | datetime:
    if not isinstance(received, datetime):
        if unit == "working_hour":
            return calendar.add_working_days(received, -(-value * HOUR // calendar.hours.length))
        return received + timedelta(days=-(-value // 24))
    if unit == "working_hour":
        end = calendar.add_working_hours(received, value)
    else:
        end = received + value * HOUR
    return _day_before(end) if value and end.time() == time.min else end


def _day_before(midnight: datetime) -> date:
    """The day that ends at a midnight."""
    return midnight.date() - timedelta(days=1)
