"""A question to the clock as people type it: when is a dossier of that day and limit due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from generator.clock.bad_question import BadQuestion
from generator.clock.calendars import Calendars
from generator.clock.deadline import day_of, deadline, extended
from generator.clock.explain import explain
from generator.clock.told_days import days
from generator.clock.typed_limit import limit_of
from generator.entry.cells import Unread
from generator.entry.choices import Choices
from generator.entry.meant import code_of
from generator.entry.moments import read_moment
from generator.model.laws import VIETNAM, Law
from generator.model.records import CalendarDay
from generator.model.service import Service

NO_CHOICES = Choices(())
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
        units: Choices = NO_CHOICES,
        law: Law = VIETNAM,
    ) -> None:
        """`days` are the rows of the calendar dataset, `units` the units that there are.

        Answers rest on `law`.
        """
        self.calendars = Calendars(days, service)
        self.calendar = self.calendars.office
        self.same_day_cutoff, self.law = same_day_cutoff, law
        self.units = units

    def ask(
        self, received: str, limit: str, supplement_days: int = 0, office: str | None = None
    ) -> Answer:
        """The answer to a question as typed, at a unit by its name or code, or at any office.

        Raises BadQuestion, UnknownYear.
        """
        moment = moment_of(received)
        value, unit = limit_of(limit)
        unit_id = None if office is None else self._unit_of(office, day_of(moment))
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

    def _unit_of(self, typed: str, day: date) -> str:
        try:
            return code_of(self.units, typed, day)
        except Unread:
            near = self.units.near(typed)
            some = f", ví dụ: {near}" if near else ""
            raise BadQuestion(
                f"Không rõ “{typed}” là đơn vị nào. Hãy ghi tên hoặc mã của một đơn vị{some}."
            ) from None

    def _warning(self, first: date, last: date) -> str | None:
        rows = map(self.calendar.row, days(first, last))
        years = sorted({row.date.year for row in rows if row and row.confidence == "projected"})
        if not years:
            return None
        named = ", ".join(map(str, years))
        return f"Lịch nghỉ năm {named} mới là dự kiến: hạn có thể khác khi có thông báo chính thức."


def moment_of(text: str) -> date | datetime:
    """A day, or a day with its time, as a file or a person writes it. Raises BadQuestion."""
    try:
        read = read_moment(text)
        return datetime.fromisoformat(read) if "T" in read else date.fromisoformat(read)
    except Unread:
        raise BadQuestion(
            f"Không hiểu ngày tiếp nhận “{text}”. Hãy ghi ngày/tháng/năm, ví dụ 12/02/2018,"
            " hoặc thêm giờ, ví dụ 12/02/2018 15:30."
        ) from None
