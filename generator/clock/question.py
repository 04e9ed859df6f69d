"""A question to the clock as people type it: when is a dossier of that day and limit due."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from generator.clock.bad_question import BadQuestion
from generator.clock.calendars import Calendars
from generator.clock.deadline import day_of, deadline, extended
from generator.clock.explain import explain
from generator.clock.told_days import days
from generator.clock.typed_limit import limit_of
from generator.model.laws import VIETNAM, Law
from generator.model.records import CalendarDay
from generator.model.service import Service

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?", re.ASCII)

USUAL_SERVICE = Service()
NEVER_CLOSED = "Đơn vị phục vụ cả ngày lẫn đêm: không có ngày nghỉ, giờ nào cũng là giờ làm việc."


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
    """The calendars and the same-day cut-off of one city."""

    def __init__(
        self,
        days: Iterable[CalendarDay],
        same_day_cutoff: time,
        service: Service = USUAL_SERVICE,
        unit_ids: Iterable[str] = (),
        law: Law = VIETNAM,
    ) -> None:
        """`days` are the rows of the calendar dataset, `unit_ids` the units that there are.

        Answers rest on `law`.
        """
        self.calendars = Calendars(days, service)
        self.calendar = self.calendars.office
        self.same_day_cutoff, self.law = same_day_cutoff, law
        self.unit_ids = frozenset(unit_ids)

    def ask(
        self, received: str, limit: str, supplement_days: int = 0, unit_id: str | None = None
    ) -> Answer:
        """The answer to a question as typed, at a unit or at any office.

        Raises BadQuestion, UnknownYear.
        """
        moment = moment_of(received)
        value, unit = limit_of(limit)
        if unit_id is not None and unit_id not in self.unit_ids:
            raise BadQuestion(
                f"Không có đơn vị “{unit_id}”. Hãy ghi mã đơn vị (unit_id) như trong units.csv."
            )
        calendar, cutoff = self.calendars.of(unit_id), self.same_day_cutoff
        end = deadline(calendar, moment, value, unit, same_day_cutoff=cutoff)
        due = extended(calendar, end, supplement_days)
        lines = explain(
            calendar,
            moment,
            value,
            unit,
            same_day_cutoff=cutoff,
            law=self.law,
            supplement_days=supplement_days,
        )
        told = () if calendar.has_days_off else (NEVER_CLOSED,)
        warning = self._warning(day_of(moment), day_of(due)) if calendar.has_days_off else None
        return Answer(due, (*told, *lines), warning)

    def _warning(self, first: date, last: date) -> str | None:
        rows = map(self.calendar.row, days(first, last))
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
