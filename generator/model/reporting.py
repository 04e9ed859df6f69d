"""Under which documents units report on a quarter, by which day, and on what."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.model.directives import Directive, in_force
from generator.model.duty_settings import ReportDuty
from generator.model.report_indicators import ReportIndicator


class ReportOf(NamedTuple):
    """What a report is of: the quarter, and the id of the document that orders it."""

    quarter: str
    directive: str


class Reporting(NamedTuple):
    """Under which document units report on a quarter, and by which day it says.

    `is_one_of_several` is true where other documents order reports on the quarter, too.
    """

    quarter: str
    directive: Directive
    duty: ReportDuty
    day: date
    is_one_of_several: bool

    @property
    def period(self) -> str:
        """The time that the reports tell of: "quý IV/2018", "6 tháng cuối năm 2018"."""
        return self.duty.period(self.quarter)

    @property
    def report(self) -> ReportOf:
        """What the reports are of."""
        return ReportOf(self.quarter, self.directive.id)

    @property
    def key(self) -> str:
        """What tells the reports from others: the quarter, and the document if there are others."""
        return "/".join(self.report) if self.is_one_of_several else self.quarter


class Asked(NamedTuple):
    """An indicator that units report on for a quarter, and under what they do."""

    under: Reporting
    indicator: ReportIndicator

    @property
    def directive(self) -> Directive:
        """The document that asks for it."""
        return self.under.directive


def reporting(directives: Iterable[Directive], quarter: str) -> tuple[Reporting, ...]:
    """Under which documents units report on `2018-Q4`, in the order of the settings.

    Of each, what counts is whether it is in force on the day that it sets.
    """
    found = tuple(_ordered(tuple(directives), quarter))
    return tuple(Reporting(quarter, *some, len(found) > 1) for some in found)


def _ordered(
    every: tuple[Directive, ...], quarter: str
) -> Iterator[tuple[Directive, ReportDuty, date]]:
    for item in every:
        duty = item.duties.reports
        day = duty.day_of(quarter) if duty else None
        if duty and day and item in in_force(every, day):
            yield item, duty, day


def asked_for(directives: Iterable[Directive], quarter: str) -> tuple[Asked, ...]:
    """What units report on for `2018-Q4`, in the order in which it is asked."""
    return tuple(
        Asked(under, item)
        for under in reporting(directives, quarter)
        for item in under.duty.indicators
    )
