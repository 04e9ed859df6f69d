"""The quarterly reports that units owe, by unit and quarter."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.datasets import name_of
from generator.model.duty_records import QuarterlyReport
from generator.model.figures import Obligation, ReportCount
from generator.model.records import Unit
from generator.pages.lookups import by_name

REPORT_STATES = (
    ("con-thieu", "Còn báo cáo chưa gửi"),
    ("co-muon", "Có báo cáo gửi muộn"),
    ("dung-han", "Gửi đúng hạn"),
)
"""How a unit's reports stand, in the address and in words; the first two may both be true."""


@dataclass(frozen=True)
class ReportRow:
    """A unit's reports, one a quarter in the order of the quarters; None where none was owed."""

    unit: Unit
    reports: tuple[Obligation | None, ...]

    @property
    def state(self) -> str:
        """Its values of the filter by state, parted by blanks."""
        missing, late, kept = (value for value, _ in REPORT_STATES)
        states = {report.state for report in self.reports if report}
        found = [missing] * ("overdue" in states) + [late] * ("done_late" in states)
        return " ".join(found) or kept


@dataclass(frozen=True)
class ReportTable:
    """The reports of a few quarters, oldest first, with the city's totals above the units."""

    quarters: tuple[str, ...]
    totals: tuple[ReportCount, ...]
    rows: tuple[ReportRow, ...]


def owed_by_key(edition: Edition, dataset: str) -> dict[str, Obligation]:
    """What is owed under a dataset, by key."""
    return {item.key: item for item in edition.figures.obligations if item.dataset == dataset}


def report_quarters(edition: Edition) -> tuple[str, ...]:
    """Quarters in which a report was owed, oldest first."""
    owed = owed_by_key(edition, name_of(QuarterlyReport))
    return tuple(sorted({key.rsplit("/", 1)[-1] for key in owed}))


def due_quarters(edition: Edition) -> tuple[str, ...]:
    """The quarters of which a report was due already, oldest first."""
    counts = edition.figures.report_counts
    return tuple(sorted({row.quarter for row in counts if row.quarter and row.expected_count}))


def report_table(edition: Edition, newest_first: Sequence[str]) -> ReportTable:
    """The reports owed in these quarters."""
    quarters = tuple(newest_first[::-1])
    rows, totals = report_rows(edition, quarters), report_totals(edition, quarters)
    return ReportTable(quarters, tuple(totals), tuple(rows))


def report_rows(edition: Edition, quarters: tuple[str, ...]) -> list[ReportRow]:
    """Every unit's reports that owed one in these quarters, units in dictionary order."""
    owed = owed_by_key(edition, name_of(QuarterlyReport))
    parts = (key.rsplit("/", 1) for key in owed)
    reporting = {unit_id for unit_id, quarter in parts if quarter in quarters}
    units = by_name(tuple(unit for unit in edition.units if unit.unit_id in reporting))
    return [
        ReportRow(unit, tuple(owed.get(f"{unit.unit_id}/{quarter}") for quarter in quarters))
        for unit in units
    ]


def report_totals(edition: Edition, quarters: tuple[str, ...]) -> list[ReportCount]:
    """The city's total of each quarter."""
    totals = {row.quarter: row for row in edition.figures.report_counts if row.unit_id is None}
    return [totals[quarter] for quarter in quarters if quarter in totals]
