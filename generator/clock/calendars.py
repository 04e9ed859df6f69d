"""Which calendar a unit serves by."""

from collections.abc import Iterable

from generator.clock.calendar import Calendar
from generator.clock.hours import WHOLE_DAY, office_hours
from generator.model.records import CalendarDay
from generator.model.service import Service


class Calendars:
    """The offices' calendar, and the one without a day off of units that never close."""

    def __init__(self, days: Iterable[CalendarDay], service: Service) -> None:
        """`days` are the rows of the calendar dataset."""
        rows = tuple(days)
        self.office = Calendar(rows, office_hours(service.office_hours))
        self.around_the_clock = Calendar(rows, WHOLE_DAY, has_days_off=False)
        self.never_closed = frozenset(service.around_the_clock)

    def of(self, unit_id: str | None) -> Calendar:
        """The calendar of a unit; of an unknown one, and of none, the offices'."""
        return self.around_the_clock if unit_id in self.never_closed else self.office
