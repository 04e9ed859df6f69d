"""Working hours counted minute by minute: slow, and sure."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

MINUTE = timedelta(minutes=1)


def is_worked(worked: Collection[date], spans: Sequence[tuple[time, time]], at: datetime) -> bool:
    """Whether the minute that begins at a moment is one of work."""
    return at.date() in worked and any(opens <= at.time() < closes for opens, closes in spans)


def hours_by_minutes(
    worked: Collection[date], spans: Sequence[tuple[time, time]], received: datetime, hours: int
) -> datetime:
    """When so many working hours are over; for none, the first moment of work.

    `worked` are the days that are worked, `received` is a whole minute.
    """
    now, left = received, hours * 60
    while left or not is_worked(worked, spans, now):
        left -= is_worked(worked, spans, now)
        now += MINUTE
        if hours and not left:
            break
    return now
