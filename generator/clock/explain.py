"""A deadline told day by day in Vietnamese: what was counted, what was skipped, and why."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from generator.clock.calendar import Calendar
from generator.clock.deadline import (
    day_of,
    deadline,
    end_before_rolling,
    extended,
    is_after_cutoff,
)
from generator.clock.explain_hours import office_receipt, worked_lines
from generator.clock.told_days import days, makeup, weekday, why_off
from generator.model.laws import Law
from generator.model.text import vn_date


def explain(
    calendar: Calendar,
    received: date | datetime,
    value: int,
    unit: str,
    *,
    same_day_cutoff: time,
    law: Law,
    supplement_days: int = 0,
) -> tuple[str, ...]:
    """The lines that lead from the receipt to the deadline, the last one naming the deadline.

    They rest on `law`. Days whose rest is only projected say so. Raises as `deadline` and
    `extended`.
    """
    end = deadline(calendar, received, value, unit, same_day_cutoff=same_day_cutoff)
    last = extended(calendar, end, supplement_days)
    counted = end_before_rolling(calendar, received, value, unit, same_day_cutoff)
    return (
        f"{_named(received)}: {_receipt(calendar, received, unit, same_day_cutoff, law)}",
        *_counted_lines(calendar, received, counted, value, unit),
        *_moved_lines(calendar, day_of(counted), day_of(end), law),
        *_supplement_lines(calendar, day_of(end), day_of(last)),
        f"Hạn: {_said(last)}.",
    )


def _named(moment: date | datetime) -> str:
    clock = f" lúc {moment:%H:%M}" if isinstance(moment, datetime) else ""
    return weekday(day_of(moment)) + clock


def _said(end: date | datetime) -> str:
    if isinstance(end, datetime):
        return f"{end:%H:%M} ngày {vn_date(end.date())}"
    return f"hết ngày {vn_date(end)}"


def _receipt(
    calendar: Calendar, received: date | datetime, unit: str, cutoff: time, law: Law
) -> str:
    if unit == "same_day":
        late = is_after_cutoff(received, cutoff)
        return f"tiếp nhận sau {cutoff:%H:%M}, không tính." if late else "ngày tiếp nhận."
    if unit == "working_hour" and isinstance(received, datetime):
        return office_receipt(calendar, received, law)
    day = day_of(received)
    if unit == "hour" and isinstance(received, datetime):
        return f"tiếp nhận, bắt đầu tính giờ{law.behind('time-start', day, 'khoản 1 ')}."
    return f"ngày tiếp nhận, không tính{law.behind('time-start', day)}."


def _counted_lines(
    calendar: Calendar, received: date | datetime, end: date | datetime, value: int, unit: str
) -> Iterator[str]:
    if unit in ("working_day", "day"):
        yield from _day_lines(calendar, day_of(received), day_of(end), unit)
    elif unit == "same_day":
        if day_of(end) > day_of(received) and calendar.is_working_day(day_of(end)):
            yield f"{weekday(day_of(end))}: ngày làm việc tiếp theo, tính từ ngày này."
    elif unit == "month":
        yield f"{weekday(day_of(end))}: tròn {value} tháng{_short_month(received, end)}."
    elif unit == "working_hour":
        yield from worked_lines(calendar, received, end, value)
    elif unit == "hour":
        has_moment = isinstance(received, datetime)
        midnight = " lúc 24:00" if has_moment and not isinstance(end, datetime) else ""
        start = "" if has_moment else " kể từ hết ngày tiếp nhận"
        yield f"{_named(end)}{midnight}: đủ {value} giờ{start}."


def _short_month(received: date | datetime, end: date | datetime) -> str:
    if day_of(end).day == day_of(received).day:
        return ""
    return f", tháng này không có ngày {day_of(received).day} nên tính ngày cuối tháng"


def _day_lines(calendar: Calendar, start: date, end: date, unit: str) -> Iterator[str]:
    """Every day after `start` up to `end`; only working days are counted in working days."""
    number = 0
    for day in days(start + timedelta(days=1), end):
        off = unit == "working_day" and not calendar.is_working_day(day)
        number += not off
        kind = "ngày làm việc thứ" if unit == "working_day" else "ngày thứ"
        told = f"{why_off(calendar, day)}, không tính" if off else f"{kind} {number}"
        yield f"{weekday(day)}: {makeup(calendar, day)}{told}."


def _moved_lines(calendar: Calendar, counted: date, end: date, law: Law) -> Iterator[str]:
    for day in days(counted, end - timedelta(days=1)):
        basis = law.behind("time-end", day, "khoản 5 ")
        yield f"{weekday(day)}: {why_off(calendar, day)}, hạn chuyển sang ngày tiếp theo{basis}."
    if counted != end:
        yield f"{weekday(end)}: ngày làm việc tiếp theo."


def _supplement_lines(calendar: Calendar, end: date, last: date) -> Iterator[str]:
    """The days given back for the time in which the applicant supplemented the dossier."""
    number = 0
    for day in days(end + timedelta(days=1), last):
        off = not calendar.is_working_day(day)
        number += not off
        told = f"cộng ngày chờ bổ sung thứ {number}"
        why = f"{why_off(calendar, day)}, không tính" if off else makeup(calendar, day) + told
        yield f"{weekday(day)}: {why}."
