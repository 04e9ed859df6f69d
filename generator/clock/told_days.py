"""Days as an explanation names them, and why one is not worked."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.clock.calendar import Calendar
from generator.model.records import CalendarDay
from generator.model.text import vn_date, vn_weekday
from generator.model.week import WEEKEND_NAME


def weekday(day: date) -> str:
    """A day at the head of a line: "Thứ hai 12/03/2018"."""
    name = vn_weekday(day)
    return f"{name[0].upper()}{name[1:]} {vn_date(day)}"


def days(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    for place in range((last - first).days + 1):
        yield first + timedelta(days=place)


def why_off(calendar: Calendar, day: date) -> str:
    """Why a day off is one."""
    row = calendar.row(day)
    if row is None:
        return f"nghỉ {WEEKEND_NAME}"
    return f"nghỉ ({row.name}{_doubt(row)})"


def _doubt(row: CalendarDay) -> str:
    return ", lịch dự kiến" if row.confidence == "projected" else ""


def makeup(calendar: Calendar, day: date) -> str:
    """What is said before a day that is worked for another; nothing before any other."""
    row = calendar.row(day) if calendar.has_days_off else None
    return f"làm bù{_doubt(row)}, " if row and row.status == "work" else ""
