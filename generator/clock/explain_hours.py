"""Working hours told day by day: from when until when each day was worked, and how much that is."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.clock.calendar import Calendar
from generator.clock.hours import HOUR, NOTHING, since_midnight
from generator.clock.told_days import days, makeup, weekday, why_off
from generator.model.laws import Law

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


def office_receipt(calendar: Calendar, received: datetime, law: Law) -> str:
    """What a receipt means for working hours."""
    opened = calendar.opening(received)
    if opened == received:
        basis = law.behind("time-start", received.date(), "khoản 1 ")
        return f"tiếp nhận, bắt đầu tính giờ làm việc{basis}."
    day = "" if opened.date() == received.date() else f" {weekday(opened.date()).lower()}"
    return f"tiếp nhận ngoài giờ làm việc, tính từ {opened:%H:%M}{day}."


def worked_lines(
    calendar: Calendar, received: date | datetime, end: date | datetime, value: int
) -> Iterator[str]:
    """Each day from the receipt to the end, with its hours; a bare date of receipt has none."""
    has_moment = isinstance(received, datetime)
    first = received.date() if isinstance(received, datetime) else received + _DAY
    last = end.date() if isinstance(end, datetime) else end
    for day in days(first, last):
        if not calendar.is_working_day(day):
            yield f"{weekday(day)}: {why_off(calendar, day)}, không tính."
            continue
        since = received if has_moment and day == first else None
        pieces = _pieces(calendar, since, end if day == last else None)
        if pieces:
            told = ", ".join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in pieces)
            worked = sum((closes - opens for opens, closes in pieces), NOTHING)
            enough = f", đủ {value} giờ làm việc" if day == last else ""
            yield f"{weekday(day)}: {makeup(calendar, day)}{told} là {_length(worked)}{enough}."


def _pieces(
    calendar: Calendar, since: date | datetime | None, until: date | datetime | None
) -> list[tuple[timedelta, timedelta]]:
    """The stretches of a working day after one moment of it and before another."""
    start = since_midnight(since.time()) if isinstance(since, datetime) else NOTHING
    stop = since_midnight(until.time()) if isinstance(until, datetime) else _DAY
    cut = ((max(x.opens, start), min(x.closes, stop)) for x in calendar.hours.stretches)
    return [(opens, closes) for opens, closes in cut if opens < closes]


def _clock(since: timedelta) -> str:
    return f"{since // HOUR:02}:{since % HOUR // _MINUTE:02}"


def _length(worked: timedelta) -> str:
    hours, minutes = worked // HOUR, worked % HOUR // _MINUTE
    return " ".join(
        f"{count} {name}" for count, name in ((hours, "giờ"), (minutes, "phút")) if count
    )
