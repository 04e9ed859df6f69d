"""The official one-stop report of each quarter: its lines named, ordered and summed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.model.counts import OneStopLine
from generator.model.text import collation_key, quarter_end
from generator.pages.addresses import unit_url
from generator.pages.lookups import grouped

CITY_ONLY = "Thủ tục liên quan đến đời tư, nhóm ít hồ sơ (chỉ có số liệu toàn địa bàn)"


@dataclass(frozen=True)
class NamedLine:
    """A line and what it is called; `url` of a unit's page, None for other lines."""

    name: str
    counts: OneStopLine
    url: str | None = None


@dataclass(frozen=True)
class OneStopReport:
    """One quarter: its first and last day, its lines by field and by unit, and their total."""

    quarter: str
    first_day: date
    last_day: date
    by_field: tuple[NamedLine, ...]
    by_unit: tuple[NamedLine, ...]
    total: OneStopLine


def reports(edition: Edition) -> tuple[OneStopReport, ...]:
    """The report of every quarter that has dossiers, oldest first."""
    by_quarter = grouped(edition.figures.one_stop, lambda line: line.quarter)
    return tuple(_report(edition, quarter, by_quarter[quarter]) for quarter in sorted(by_quarter))


def _report(edition: Edition, quarter: str, lines: Sequence[OneStopLine]) -> OneStopReport:
    units = [
        NamedLine(edition.unit(line.unit_id).name, line, unit_url(line.unit_id))
        for line in lines
        if line.unit_id
    ]
    fields = [NamedLine(line.field, line) for line in lines if line.field]
    rest = [NamedLine(CITY_ONLY, line) for line in lines if line.scope == "city_only"]
    last_day = quarter_end(quarter)
    return OneStopReport(
        quarter=quarter,
        first_day=last_day.replace(month=last_day.month - 2, day=1),
        last_day=min(last_day, edition.as_of),
        by_field=tuple(sorted(fields, key=lambda line: collation_key(line.name))),
        by_unit=(*sorted(units, key=lambda line: collation_key(line.name)), *rest),
        total=next(line for line in lines if line.scope == "all"),
    )
