"""What stands in an entry workbook before anybody fills it in: a unit, and what it reports on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.entry.periods import read_quarter
from generator.model.datasets import name_of
from generator.model.duty_records import ReportEntry
from generator.model.report_indicators import OWN_COUNTS
from generator.model.reported import Reported
from generator.model.reporting import Asked
from generator.model.settings import City
from generator.model.text import quarter_of, quarters, vn_number
from generator.workbooks.entry_sheet import Prefilled

ENTRIES = name_of(ReportEntry)
BESIDE = ("Đơn vị tính", "Số liệu đã công bố", "Cách ghi")
"""What stands beside each indicator for the unit to see; it is not read back."""
Row = Mapping[str, str]


@dataclass(frozen=True)
class OneUnit:
    """For whom a workbook is made: a unit of a kind, and the quarter on which it reports."""

    unit_id: str
    quarter: str
    kind: str
    measured: Sequence[Reported] = ()


def quarter_to_report(city: City, typed: str | None) -> str:
    """The quarter that was typed, or the newest of which reports are asked; else today's.

    Raises Unread.
    """
    if typed:
        return read_quarter(typed)
    today = quarter_of(city.as_of)
    past = reversed(tuple(quarters(quarter_of(city.begins_on), today)))
    return next((quarter for quarter in islice(past, 4) if city.asked_for(quarter)), today)


def report_rows(city: City, one: OneUnit, rows: Iterable[Row]) -> Prefilled:
    """A row an indicator, with what the unit has told of it already, and our own count beside."""
    told = {
        row["indicator"]: row
        for row in rows
        if row.get("unit_id") == one.unit_id and row.get("quarter") == one.quarter
    }
    own = {row.indicator: row for row in one.measured if _is_of(row, one)}
    asked = [item for item in city.asked_for(one.quarter) if _is_asked(item, one)]
    key = {"unit_id": one.unit_id, "quarter": one.quarter}
    return Prefilled(
        rows=[
            told.get(item.indicator.id, key | {"indicator": item.indicator.id}) for item in asked
        ],
        unasked=["text" if item.indicator.kind == "number" else "value" for item in asked],
        headings=BESIDE,
        beside=[tuple(_beside(item, own.get(item.indicator.id))) for item in asked],
    )


def _is_asked(asked: Asked, one: OneUnit) -> bool:
    """True of what the unit is asked; where one document alone asks, its sheet has all of it."""
    return not asked.under.is_one_of_several or one.kind in asked.under.duty.unit_kinds


def _is_of(row: Reported, one: OneUnit) -> bool:
    return (row.unit_id, row.quarter) == (one.unit_id, one.quarter)


def _beside(asked: Asked, own: Reported | None) -> Iterator[str]:
    indicator = asked.indicator
    yield indicator.measure or ""
    count, name = own.own_value if own else None, indicator.compares
    yield f"{vn_number(count)} {OWN_COUNTS[name].words}" if name and count is not None else ""
    yield indicator.help or ""
