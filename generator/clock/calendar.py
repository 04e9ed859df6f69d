"""Days off and working days of the years that the calendar dataset knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import accumulate

from generator.clock.hours import HOUR, NOTHING, TICK, USUAL_HOURS, WorkedHours, since_midnight
from generator.model.records import CalendarDay
from generator.model.week import WEEKEND


class UnknownYear(ValueError):
    """A day outside the calendar's years: no rule says whether it is worked.

    `year` is the year asked for, `years` the known ones (empty when the calendar has no row).
    """

    def __init__(self, year: int, years: range) -> None:
        """`str()` is the sentence in Vietnamese."""
        self.year = year
        self.years = years
        known = f"các năm {years[0]} đến {years[-1]}" if years else "chưa có năm nào"
        super().__init__(f"Lịch nghỉ không có năm {year}; lịch hiện có: {known}.")


@dataclass(frozen=True)
class DayRow:
    """One day of the known years.

    `working_index` counts the working days from the first known day up to this one, itself
    included. `next_working_day` is the day itself when it is worked; None when the next one
    lies beyond the known years.
    """

    day: date
    is_working: bool
    working_index: int
    next_working_day: date | None


class Calendar:
    """The working calendar: Monday to Friday, less the days off, with the Saturdays worked instead.

    Without days off every day is worked; `hours` are those of each working day. Known are whole
    years, from the first to the last that has a row. Every method raises UnknownYear for a day, or
    a result, outside them.
    """

    def __init__(
        self,
        days: Iterable[CalendarDay],
        hours: WorkedHours = USUAL_HOURS,
        *,
        has_days_off: bool = True,
    ) -> None:
        """`days` in any order, at most one row a day."""
        self.hours = hours
        self.has_days_off = has_days_off
        self._rows = {row.date: row for row in days}
        known = sorted(day.year for day in self._rows)
        self.years = range(known[0], known[-1] + 1) if known else range(0)
        self._first = date(known[0], 1, 1) if known else date.max
        length = (date(known[-1], 12, 31) - self._first).days + 1 if known else 0
        first = self._first.toordinal()
        self._dates = [*map(date.fromordinal, range(first, first + length))]
        self._worked = [not has_days_off or day.isoweekday() not in WEEKEND for day in self._dates]
        for row in self._rows.values() if has_days_off else ():
            self._worked[self._place(row.date)] = row.status == "work"
        self._index = list(accumulate(int(worked) for worked in self._worked))
        self._working_days = [
            day for day, worked in zip(self._dates, self._worked, strict=True) if worked
        ]

    def _place(self, day: date) -> int:
        if day.year not in self.years:
            raise UnknownYear(day.year, self.years)
        return (day - self._first).days

    def _nth(self, count: int) -> date:
        if count > len(self._working_days):
            raise UnknownYear(self.years[-1] + 1, self.years)
        return self._working_days[count - 1]

    def rows(self) -> Iterator[DayRow]:
        """Every day of the known years, in order."""
        for day, worked, index in zip(self._dates, self._worked, self._index, strict=True):
            after = index - int(worked)
            following = self._working_days[after] if after < len(self._working_days) else None
            yield DayRow(day, worked, index, following)

    def row(self, day: date) -> CalendarDay | None:
        """The row that names a day, if the dataset has one."""
        self._place(day)
        return self._rows.get(day)

    def is_working_day(self, day: date) -> bool:
        """True when the offices work on `day`."""
        return self._worked[self._place(day)]

    def roll_forward(self, day: date) -> date:
        """The day itself when it is worked, else the next working day (Civil Code, art. 148.5)."""
        return day if self.is_working_day(day) else self._nth(self._index[self._place(day)] + 1)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; `day` itself, worked or not, for 0.

        Raises ValueError for a negative count.
        """
        if count < 0:
            raise ValueError(f"a count of working days is not negative: {count}")
        return self._nth(self._index[self._place(day)] + count) if count else day

    def opening(self, moment: datetime) -> datetime:
        """The moment itself within the hours of a working day, else the next one that is."""
        day, worked = moment.date(), None
        if self.is_working_day(day):
            worked = self.hours.worked_by(since_midnight(moment.time()))
        if worked is None:
            day, worked = self._nth(self._index[self._place(day)] + 1), NOTHING
        return datetime.combine(day, time.min) + self.hours.at(worked)

    def add_working_hours(self, moment: datetime, count: int) -> datetime:
        """When the `count`-th working hour after `moment` is over; its opening for 0.

        A whole day's last hour is over when that day closes, not when the next one opens.
        """
        opened, tick = self.opening(moment), TICK if count else NOTHING
        worked = self.hours.worked_by(since_midnight(opened.time())) or NOTHING
        days, last = divmod(worked + count * HOUR - tick, self.hours.length)
        day = self.add_working_days(opened.date(), days)
        return datetime.combine(day, time.min) + self.hours.at(last) + tick

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` lies before."""
        return self._index[self._place(end)] - self._index[self._place(start)]


def day_table(calendar: Calendar) -> tuple[DayRow, ...]:
    """Every day of the known years in order: what the SQL of the figures counts days with."""
    return tuple(calendar.rows())
