"""The statutory clock: when a dossier received at some moment is due."""

from datetime import date, datetime, time, timedelta

from generator.clock.calendar import Calendar
from generator.contract.public import add_months


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
    moves to the next working day; months end on the same day number or the month's last day.
    Hours run from the moment of receipt (art. 147.1); from a bare date, whose moment nobody
    knows, they run from the end of that day and end with a day. `same_day` ends with the day of
    receipt or, received after the cut-off or on a day off, with the next working day.

    Raises UnknownYear outside the calendar's years, ValueError for a negative value or an
    unknown unit.
    """
    if value < 0:
        raise ValueError(f"a limit is not negative: {value}")
    day = received.date() if isinstance(received, datetime) else received
    calendar.is_working_day(day)
    if unit == "working_day":
        return calendar.roll_forward(calendar.add_working_days(day, value))
    if unit == "day":
        return calendar.roll_forward(day + timedelta(days=value))
    if unit == "month":
        return calendar.roll_forward(add_months(day, value))
    if unit == "same_day":
        return calendar.roll_forward(day + timedelta(days=_too_late(received, same_day_cutoff)))
    if unit == "hour":
        return _after_hours(calendar, received, value)
    raise ValueError(f"unknown unit of a limit: {unit}")


def _too_late(received: date | datetime, cutoff: time) -> bool:
    """True when a same-day dossier came after the cut-off; a bare date did not."""
    return isinstance(received, datetime) and received.time() > cutoff


def _after_hours(calendar: Calendar, received: date | datetime, hours: int) -> date | datetime:
    if not isinstance(received, datetime):
        return calendar.roll_forward(received + timedelta(days=-(-hours // 24)))
    end = received + timedelta(hours=hours)
    rolled = calendar.roll_forward(end.date())
    return end if rolled == end.date() else rolled
