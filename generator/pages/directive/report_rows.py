"""The quarterly reports that units owe, by unit and quarter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.directives import Directive
from generator.model.obligations import Obligation, ReportCount
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


def reports_under(edition: Edition, directive: Directive) -> dict[tuple[str, str], Obligation]:
    """The reports that are owed under a document, by unit and quarter."""
    return {
        (item.unit_id, item.report.quarter): item
        for item in edition.figures.obligations
        if item.report and item.report.directive == directive.id
    }


def report_quarters(edition: Edition, directive: Directive) -> tuple[str, ...]:
    """Quarters of which a report is owed under a document, oldest first."""
    return tuple(sorted({quarter for _, quarter in reports_under(edition, directive)}))


def due_quarters(edition: Edition, directive: Directive | None = None) -> tuple[str, ...]:
    """The quarters of which a report was due already, under one document or any, oldest first."""
    return tuple(
        sorted(
            {
                item.report.quarter
                for item in edition.figures.obligations
                if item.report
                and item.state != "open"
                and (directive is None or item.report.directive == directive.id)
            }
        )
    )


def report_table(
    edition: Edition, directive: Directive, newest_first: Sequence[str]
) -> ReportTable:
    """The reports owed under a document in these quarters."""
    quarters = tuple(newest_first[::-1])
    rows = report_rows(edition, directive, quarters)
    return ReportTable(quarters, report_totals(edition, directive, quarters), tuple(rows))


def report_rows(
    edition: Edition, directive: Directive, quarters: tuple[str, ...]
) -> list[ReportRow]:
    """The reports of every unit that owed one in these quarters, units in dictionary order."""
    owed = reports_under(edition, directive)
    reporting = {unit_id for unit_id, quarter in owed if quarter in quarters}
    units = by_name(tuple(unit for unit in edition.units if unit.unit_id in reporting))
    return [
        ReportRow(unit, tuple(owed.get((unit.unit_id, quarter)) for quarter in quarters))
        for unit in units
    ]


def report_totals(
    edition: Edition, directive: Directive, quarters: Iterable[str]
) -> tuple[ReportCount, ...]:
    """The total of all units under a document, of each quarter that has one."""
    counts = [row for row in edition.figures.report_counts if row.unit_id is None]
    is_by_document = any(row.directive for row in counts)
    mine = directive.id if is_by_document else None
    totals = {row.quarter: row for row in counts if row.directive == mine}
    return tuple(totals[quarter] for quarter in quarters if quarter in totals)
