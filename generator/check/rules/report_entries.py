"""The document that orders reports: what units tell is what it asks, in the way that it asks."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Inspection, ReportEntry
from generator.model.own_counts import NOT_OF_RECORDS, count_records
from generator.model.problem import Problem
from generator.model.public import public_commendations, public_criticisms
from generator.model.records import Commendation, Contest, Correction, Criticism, Unit
from generator.model.report_indicators import OWN_COUNTS
from generator.model.reporting import Asked
from generator.model.text import is_quarter

NUMBER, TEXT = "value", "text"
NOT_ASKED = {NUMBER: "entry-value-not-asked", TEXT: "entry-text-not-asked"}
MISSING = {NUMBER: "entry-value-missing", TEXT: "entry-text-missing"}
COUNTED = (Commendation, Criticism, Correction, Contest, Inspection)
"""Of what our own counts are made."""
LONGEST_REST = timedelta(days=10)
"""So far days off may move the day of a report."""


class Told(NamedTuple):
    """An entry, its row, and what asks for it; None where nothing does."""

    row: int
    entry: ReportEntry
    asked: Asked | None


def told(context: CheckContext) -> Iterator[Told]:
    """Every entry of a quarter that there is."""
    asked: dict[str, dict[str, Asked]] = {}
    for row, entry in context.rows(ReportEntry):
        quarter = entry.quarter
        if is_quarter(quarter):
            if quarter not in asked:
                every = context.city.asked_for(quarter)
                asked[quarter] = {item.indicator.id: item for item in every}
            yield Told(row, entry, asked[quarter].get(entry.indicator))


@Rule
def what_is_asked(context: CheckContext) -> Iterator[Problem]:
    """An indicator that nothing asks for, or not for that quarter."""
    known = ", ".join(context.city.indicators)
    for row, entry, asked in told(context):
        if asked is None:
            is_known = entry.indicator in context.city.indicators
            unknown = "indicator-unknown" if known else "indicators-none"
            code = "indicator-not-asked" if is_known else unknown
            yield context.found(
                code,
                ReportEntry,
                row,
                "indicator",
                value=entry.indicator,
                other=entry.quarter,
                allowed=known,
            )


@Rule
def who_reports(context: CheckContext) -> Iterator[Problem]:
    """A report of a unit that owes none: of another kind, or not there on the day of the report."""
    for row, entry, asked in told(context):
        unit = context.unit(entry.unit_id)
        if asked and unit and not _reports(unit, asked):
            yield context.found(
                "report-not-owed",
                ReportEntry,
                row,
                "unit_id",
                value=unit.name,
                other=entry.quarter,
                document=asked.directive.cited,
            )


def _reports(unit: Unit, asked: Asked) -> bool:
    """True of a unit that reports and stands on the day of the report."""
    days = (asked.under.day, asked.under.day + LONGEST_REST)
    return unit.kind in asked.under.duty.unit_kinds and any(map(unit.stands_on, days))


@Rule
def how_it_is_told(context: CheckContext) -> Iterator[Problem]:
    """A number where words are due, words where a number is due, or neither."""
    for row, entry, asked in told(context):
        if asked:
            due, other = (NUMBER, TEXT) if asked.indicator.kind == "number" else (TEXT, NUMBER)
            about = asked.indicator.title
            if getattr(entry, other) is not None:
                yield context.found(NOT_ASKED[other], ReportEntry, row, other, value=about)
            elif getattr(entry, due) is None:
                yield context.found(MISSING[due], ReportEntry, row, due, value=about)


@Rule
def beside_our_own(context: CheckContext) -> Iterator[Problem]:
    """A number that is other than what the published records say, and that nobody explains."""
    if not all(context.is_readable(kind) for kind in COUNTED):
        return
    world, city = context.world, context.city
    own = count_records(
        public_commendations(world.commendations, world.corrections, city.as_of),
        public_criticisms(world, city.policy, city.as_of),
        world.inspections,
        city.as_of,
    )
    for row, entry, asked in told(context):
        name = asked.indicator.compares if asked else None
        if asked and name and name not in NOT_OF_RECORDS and entry.value is not None:
            count = own[name, entry.unit_id, entry.quarter]
            if asked.indicator.differs(entry.value, count) and not entry.explanation:
                yield context.found(
                    "entry-differs",
                    ReportEntry,
                    row,
                    NUMBER,
                    severity="warning",
                    value=entry.value,
                    other=count,
                    about=OWN_COUNTS[name].words,
                )
