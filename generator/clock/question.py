"""A question to the clock as people type it: when is a dossier of that day and limit due."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from generator.clock.calendar import Calendar
from generator.clock.deadline import LONGEST_LIMIT, day_of, deadline, extended
from generator.clock.explain import explain
from generator.model.limit_units import LIMIT_UNITS
from generator.model.records import CalendarDay
from generator.model.text import fold

_BY_NAME = {fold(name): unit for unit, name in LIMIT_UNITS.items()} | {u: u for u in LIMIT_UNITS}
"""A unit may be typed by its value or by its name, with or without accents."""
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?", re.ASCII)
_LIMIT = re.compile(r"(?:(\d{1,9})\s+)?(\S.*)", re.ASCII)


class BadQuestion(ValueError):
    """What was typed is no moment or no limit. `str()` is the sentence in Vietnamese."""


@dataclass(frozen=True)
class Answer:
    """`due` is a `date` (the end of that day) or a moment; `lines` say how it was counted.

    `warning` is a sentence when the answer rests on days off that are only projected.
    """

    due: date | datetime
    lines: tuple[str, ...]
    warning: str | None

    @property
    def iso(self) -> str:
        """2018-02-22, or 2018-03-06T14:30 of a limit in hours."""
        if not isinstance(self.due, datetime):
            return self.due.isoformat()
        return self.due.isoformat(timespec="seconds" if self.due.second else "minutes")


class Clock:
    """The calendar and the same-day cut-off of one city."""

    def __init__(self, days: Iterable[CalendarDay], same_day_cutoff: time) -> None:
        """`days` are the rows of the calendar dataset."""
        self.calendar = Calendar(days)
        self.same_day_cutoff = same_day_cutoff

    def ask(self, received: str, limit: str, supplement_days: int = 0) -> Answer:
        """The answer to a question as typed. Raises BadQuestion, UnknownYear."""
        moment = moment_of(received)
        value, unit = limit_of(limit)
        cutoff = self.same_day_cutoff
        end = deadline(self.calendar, moment, value, unit, same_day_cutoff=cutoff)
        due = extended(self.calendar, end, supplement_days)
        lines = explain(
            self.calendar,
            moment,
            value,
            unit,
            same_day_cutoff=cutoff,
            supplement_days=supplement_days,
        )
        return Answer(due, lines, self._warning(day_of(moment), day_of(due)))

    def _warning(self, first: date, last: date) -> str | None:
        days = (first + timedelta(days=place) for place in range((last - first).days + 1))
        rows = (self.calendar.row(day) for day in days)
        years = sorted({row.date.year for row in rows if row and row.confidence == "projected"})
        if not years:
            return None
        named = ", ".join(map(str, years))
        return f"Lịch nghỉ năm {named} mới là dự kiến: hạn có thể khác khi có thông báo chính thức."


def moment_of(text: str) -> date | datetime:
    """2018-02-12, 2018-02-12T15:30 or 2018-02-12 15:30. Raises BadQuestion."""
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        raise BadQuestion(
            f"Không hiểu ngày tiếp nhận “{text}”. Hãy ghi năm-tháng-ngày, ví dụ 2018-02-12,"
            " hoặc thêm giờ, ví dụ 2018-02-12T15:30."
        )
    day, clock = match.groups()
    try:
        return datetime.fromisoformat(f"{day}T{clock}") if clock else date.fromisoformat(day)
    except ValueError:
        raise BadQuestion(f"Không có ngày giờ “{text}”. Hãy xem lại ngày tiếp nhận.") from None


def limit_of(text: str) -> tuple[int, str]:
    """3 working_day, 3 ngày làm việc, same_day, trong ngày. Raises BadQuestion."""
    match = _LIMIT.fullmatch(" ".join(text.split()))
    number, name = match.groups() if match else (None, "")
    unit = _BY_NAME.get(fold(name))
    if unit is None or (number is None) != (unit == "same_day"):
        known = ", ".join(f"{value} ({name})" for value, name in LIMIT_UNITS.items())
        raise BadQuestion(
            f"Không hiểu thời hạn “{text}”. Hãy ghi một số và đơn vị, ví dụ “3 working_day”;"
            f" đơn vị là một trong: {known}."
            " Riêng same_day không cần số."
        )
    value = int(number or 0)
    if value > LONGEST_LIMIT:
        raise BadQuestion(f"Thời hạn “{text}” quá dài: nhiều nhất là {LONGEST_LIMIT}.")
    return value, unit
