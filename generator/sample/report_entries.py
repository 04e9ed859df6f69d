"""Invents what the quarterly reports say, once our own counts of the same are known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random

from generator.model.datasets import name_of
from generator.model.duty_records import QuarterlyReport, ReportEntry
from generator.model.own_counts import NOT_OF_RECORDS
from generator.model.reported import Reported
from generator.model.reporting import Asked
from generator.model.settings import City
from generator.sample.city_facts import CsvRow, stories_of
from generator.sample.folder import csv_text

SILENT = 0.06
"""The share of reports that come without what is asked."""
LARGEST: Mapping[str, int] = {"người": 24, "cuộc": 9, "lượt": 3, "văn bản": 2}
"""How large a number may be that nothing of ours stands beside, by what it counts."""
USUAL_LARGEST = 5
DIFFERING = 2
"""So many numbers of the last quarter are others than ours; what the check sees is explained."""
Own = Mapping[tuple[str | None, str, str], int | None]
"""Our own counts, by unit, quarter and indicator."""


def invent_report_entries(
    city: City, reports: Iterable[QuarterlyReport], measured: Iterable[Reported], seed: int
) -> str:
    """What each report says, as CSV: what our own counts say too, but for two in the last quarter.

    `measured` are our own counts beside reports that say nothing yet.
    """
    chance = Random(f"{seed}/report-entries")  # noqa: S311  # a sample, no secret
    stories = stories_of(city)[name_of(ReportEntry)]
    own = {(row.unit_id, row.quarter, row.indicator): row.own_value for row in measured}
    rows: list[dict[str, str]] = []
    for report in reports:
        if chance.random() >= SILENT:
            mine = (one for one in city.asked_for(report.quarter) if _is_of(city, report, one))
            for asked in mine:
                rows += _entry(asked, report, own, chance, stories)
    for row in islice(_to_differ(rows, own), DIFFERING):
        is_told_elsewhere = city.indicators[row["indicator"]].compares in NOT_OF_RECORDS
        row |= {"value": "0", "explanation": "" if is_told_elsewhere else stories["reason"]}
    return csv_text(tuple(ReportEntry.model_fields), rows)


def _is_of(city: City, report: QuarterlyReport, asked: Asked) -> bool:
    """True of what the document asks that the report is of."""
    return city.cited(report) is asked.directive


def _entry(
    asked: Asked,
    report: QuarterlyReport,
    own: Own,
    chance: Random,
    stories: Mapping[str, Sequence[str]],
) -> Iterator[dict[str, str]]:
    """What a report says of an indicator; not every one has something to say in words."""
    indicator = asked.indicator
    row = {"unit_id": report.unit_id, "quarter": report.quarter, "indicator": indicator.id}
    drawn = chance.randint(0, LARGEST.get(indicator.measure or "", USUAL_LARGEST))
    if indicator.kind == "number":
        known = own.get((report.unit_id, report.quarter, indicator.id))
        yield row | {"value": str(drawn if known is None else known)}
    elif chance.random() < 0.5:
        yield row | {"text": chance.choice(stories["texts"])}


def _to_differ(rows: Sequence[dict[str, str]], own: Own) -> Iterator[dict[str, str]]:
    """In the last quarter the greatest number beside each of our own counts, two units."""
    last = max((row["quarter"] for row in rows), default="")
    told = [row for row in rows if row["quarter"] == last and own.get(_key(row))]
    told.sort(key=lambda row: -int(row["value"]))
    units: set[str] = set()
    indicators: set[str] = set()
    for row in told:
        if row["unit_id"] not in units and row["indicator"] not in indicators:
            units.add(row["unit_id"])
            indicators.add(row["indicator"])
            yield row


def _key(row: CsvRow) -> tuple[str, str, str]:
    return row["unit_id"], row["quarter"], row["indicator"]
