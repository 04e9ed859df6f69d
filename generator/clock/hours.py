"""The hours of a working day: how much has been worked by a time of day, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time, timedelta

from generator.model.service import USUAL_OFFICE_HOURS, OfficeSpan

HOUR = timedelta(hours=1)
NOTHING = timedelta()
TICK = timedelta.resolution


@dataclass(frozen=True)
class Stretch:
    """One stretch of work, in time since midnight.

    `begins` is where the one before closed, midnight for the first; `worked_before` is what was
    worked by then.
    """

    begins: timedelta
    opens: timedelta
    closes: timedelta
    worked_before: timedelta


class WorkedHours:
    """The stretches of every working day of an office."""

    def __init__(self, spans: Iterable[tuple[timedelta, timedelta]]) -> None:
        """`spans` are (opens, closes) since midnight, in order and apart."""
        stretches: list[Stretch] = []
        begins = self.length = NOTHING
        for opens, closes in spans:
            stretches.append(Stretch(begins, opens, closes, self.length))
            begins = closes
            self.length += closes - opens
        self.stretches = tuple(stretches)

    def worked_by(self, at: timedelta) -> timedelta | None:
        """What a working day has of work before `at`; None once its last stretch has closed."""
        for stretch in self.stretches:
            if at < stretch.closes:
                return stretch.worked_before + max(at - stretch.opens, NOTHING)
        return None

    def at(self, worked: timedelta) -> timedelta:
        """When the piece of work begins before which so much was worked, less than a day's."""
        last = [item for item in self.stretches if item.worked_before <= worked][-1]
        return last.opens + worked - last.worked_before


def since_midnight(clock: time) -> timedelta:
    """A time of day as the time since midnight."""
    return timedelta(
        hours=clock.hour,
        minutes=clock.minute,
        seconds=clock.second,
        microseconds=clock.microsecond,
    )


def office_hours(spans: Iterable[OfficeSpan]) -> WorkedHours:
    """The hours that the settings say."""
    return WorkedHours((since_midnight(x.opens), since_midnight(x.closes)) for x in spans)


USUAL_HOURS = office_hours(USUAL_OFFICE_HOURS)
WHOLE_DAY = WorkedHours([(NOTHING, timedelta(days=1))])
