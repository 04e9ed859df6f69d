"""What several pages ask of an edition: periods in words, rows grouped once, quarters to draw."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from generator.edition.edition import Edition
from generator.model.figures import Figure, Figures
from generator.model.records import Procedure, Unit
from generator.model.text import collation_key, vn_quarter
from generator.pages.addresses import unit_url
from generator.pages.charts.dots import DotRow, ranked
from generator.pages.charts.lines import LineChart, QuarterValue, line_chart

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
LOCAL_KINDS = ("ward", "commune")


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, tuple[Item, ...]]:
    """The items by key; keys and items keep the order in which they came."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {name: tuple(group) for name, group in groups.items()}


def by_name(units: Iterable[Unit]) -> list[Unit]:
    """Units in the order of a Vietnamese dictionary."""
    return sorted(units, key=lambda unit: collation_key(unit.name))


def by_short_name(procedures: Iterable[Procedure]) -> list[Procedure]:
    """Procedures in the order of a Vietnamese dictionary."""
    return sorted(procedures, key=lambda procedure: collation_key(procedure.short_name))


class Period(NamedTuple):
    """What a page speaks of: a quarter, or (None) all quarters of the data, in words."""

    quarter: str | None
    words: str


def whole_period(quarters: Sequence[str]) -> Period:
    """All quarters: "quý IV/2018", "năm 2018", "từ quý III/2018 đến quý I/2019"."""
    if not quarters:
        return Period(None, "kỳ này")
    years = {quarter[:4] for quarter in quarters}
    if len(quarters) == 1:
        return Period(None, vn_quarter(quarters[0]))
    if len(quarters) == 4 and len(years) == 1:
        return Period(None, f"năm {quarters[0][:4]}")
    return Period(None, f"từ {vn_quarter(quarters[0])} đến {vn_quarter(quarters[-1])}")


def latest(quarters: Sequence[str]) -> tuple[str | None, str | None]:
    """The newest quarter and the one before it."""
    newest = quarters[-1] if quarters else None
    return newest, quarters[-2] if len(quarters) > 1 else None


def quarter_values(
    quarters: Sequence[str],
    rows: dict[str | None, Figure],
    beside: dict[str | None, Figure] | None = None,
) -> tuple[QuarterValue, ...]:
    """One value a quarter, with the city's share beside it when given."""
    return tuple(
        QuarterValue(
            quarter,
            row.on_time_share if (row := rows.get(quarter)) else None,
            row.judged_count if row else 0,
            other.on_time_share if (other := (beside or {}).get(quarter)) else None,
        )
        for quarter in quarters
    )


def quarter_chart(
    edition: Edition,
    chart_id: str,
    rows: dict[str | None, Figure],
    beside: dict[str | None, Figure] | None = None,
) -> LineChart | None:
    """The share on time by quarter, the city's beside it when given; None without a dossier to
    judge in any."""
    quarters, city = edition.figures.quarters, edition.city
    if not any(row.on_time_share is not None for row in rows.values()):
        return None
    return line_chart(
        chart_id,
        quarter_values(quarters, rows, beside),
        target=city.policy.on_time_target_share,
        beside_name="toàn thành phố" if beside else "",
        sample=city.sample,
    )


def city_by_quarter(figures: Figures) -> dict[str | None, Figure]:
    """The whole city's row of each quarter."""
    return {row.quarter: row for row in figures.by("quarter")}


def local_units(edition: Edition) -> tuple[Unit, ...]:
    """Wards and communes that stand on the edition's day; every unit when a city has neither."""
    standing = tuple(unit for unit in edition.units if unit.stands_on(edition.as_of))
    local = tuple(unit for unit in standing if unit.kind in LOCAL_KINDS)
    return local or standing


def local_noun(edition: Edition) -> str:
    """What `local_units` are called together."""
    kinds = {unit.kind for unit in local_units(edition)}
    return "phường, xã" if kinds <= set(LOCAL_KINDS) else "đơn vị"


def dot_rows(
    units: Iterable[Unit], rows: dict[str | None, Figure], rel: Callable[[str], str]
) -> tuple[DotRow, ...]:
    """A ranked line for each unit that had a dossier to judge."""
    lines = [
        DotRow(unit.name, rel(unit_url(unit.unit_id)), row.on_time_share, row.judged_count)
        for unit in units
        if (row := rows.get(unit.unit_id)) and row.on_time_share is not None
    ]
    return ranked(lines)
