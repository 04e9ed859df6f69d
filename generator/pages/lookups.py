"""What several pages ask of an edition: periods in words, rows grouped once, quarters to draw."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator.edition.edition import Edition
from generator.model.figures import Figure, Figures
from generator.model.records import Procedure, Unit
from generator.model.text import collation_key, vn_quarter
from generator.pages.addresses import unit_url
from generator.pages.charts.columns import QuarterCount, column_chart
from generator.pages.charts.dots import DotRow, ranked
from generator.pages.charts.lines import LineChart, QuarterValue, line_chart
from generator.pages.charts.picture import JUDGED, Picture, columns_picture
from generator.pages.charts.scale import Axis, close_axis_for

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


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
    beside: Mapping[str | None, Figure] | None = None,
    least: int = 0,
) -> tuple[QuarterValue, ...]:
    """One value a quarter, with another share beside it when given; no share of fewer than
    `least` dossiers."""
    return tuple(
        QuarterValue(
            quarter,
            row.on_time_share if (row := rows.get(quarter)) and row.judged_count >= least else None,
            row.judged_count if row else None,
            other.on_time_share if (other := (beside or {}).get(quarter)) else None,
        )
        for quarter in quarters
    )


def quarter_chart(
    edition: Edition,
    chart_id: str,
    rows: dict[str | None, Figure],
    beside: Mapping[str | None, Figure] | None = None,
    beside_name: str = "",
    axis: Axis | None = None,
) -> LineChart | None:
    """The share on time by quarter, another beside it when given, whose name `beside_name` is; None
    where no quarter has enough dossiers for a share. `axis` is `share_axis`."""
    quarters, city = edition.figures.quarters, edition.city
    values = quarter_values(quarters, rows, beside, city.policy.percentile_min_count)
    if all(value.share is None for value in values):
        return None
    return line_chart(
        chart_id,
        values,
        target=city.policy.on_time_target_share,
        axis=axis or share_axis(edition),
        beside_name=beside_name if beside else "",
        sample=city.sample,
    )


def share_axis(edition: Edition) -> Axis:
    """The axis on which every page draws shares by quarter: it holds all that are drawn."""
    figures, policy = edition.figures, edition.city.policy
    drawn = (*figures.by("unit", "quarter"), *figures.by("procedure", "quarter"))
    shares = [row.on_time_share for row in drawn if row.judged_count >= policy.percentile_min_count]
    together = (*figures.by("quarter"), *figures.by("group", "quarter"))
    whole = (row.on_time_share for row in together)
    return close_axis_for((*shares, *whole, policy.on_time_target_share))


def few_picture(
    edition: Edition, chart_id: str, rows: dict[str | None, Figure], finding: str
) -> Picture | None:
    """The dossiers by quarter, where no quarter has enough of them for a share."""
    least = edition.city.policy.percentile_min_count
    if any(row.judged_count >= least for row in rows.values()):
        return None
    counts = [
        QuarterCount(quarter, rows[quarter].judged_count if quarter in rows else None)
        for quarter in edition.figures.quarters
    ]
    chart = column_chart(chart_id, counts, "bar", sample=edition.city.sample)
    note = "Số hồ sơ được xét theo quý. Gạch ngang: không có số liệu riêng."
    return columns_picture(chart, finding, note, JUDGED) if chart else None


def city_by_quarter(figures: Figures) -> dict[str | None, Figure]:
    """The whole city's row of each quarter."""
    return {row.quarter: row for row in figures.by("quarter")}


def with_enough(
    rows: Iterable[DotRow], least: int
) -> tuple[tuple[DotRow, ...], tuple[DotRow, ...]]:
    """The rows of at least so many dossiers, and the others, of which no share is told."""
    lines = tuple(rows)
    enough = tuple(row for row in lines if row.count >= least)
    return enough, tuple(row for row in lines if row.count < least)


def dot_rows(
    units: Iterable[Unit], rows: Mapping[str | None, Figure], rel: Callable[[str], str]
) -> tuple[DotRow, ...]:
    """A ranked line for each unit that had a dossier to judge."""
    lines = [
        DotRow(unit.name, rel(unit_url(unit.unit_id)), row.on_time_share, row.judged_count)
        for unit in units
        if (row := rows.get(unit.unit_id)) and row.on_time_share is not None
    ]
    return ranked(lines)
