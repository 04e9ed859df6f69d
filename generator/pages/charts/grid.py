"""Geometry of a grid: one thing a row, one quarter a column, in each cell a mark with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.pages.charts.dots import LETTER_WIDTH, NARROWEST_WIDE
from generator.pages.charts.quarters import (
    NARROW_QUARTERS,
    WIDE_QUARTERS,
    QuarterName,
    quarter_names,
)

HEAD = 44
ROW_HEIGHT = 34
STACKED_HEIGHT = 60
FOOT = 24
LONGEST_BAR = 0.8
"""The bar of the longest delay, as a part of its column."""
Mark = Literal["done", "late", "missing", "none"]


@dataclass(frozen=True)
class GridCell:
    """What stands in a cell: done as it should be, late by so many days, missing, or nothing."""

    mark: Mark
    days: int = 0


@dataclass(frozen=True)
class GridRow:
    """A row: its name, where it leads, and a cell for each quarter, oldest first."""

    name: str
    url: str | None
    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class PlacedCell:
    """A cell, the middle of its column and the width of its bar in per cent of all columns."""

    cell: GridCell
    x: float
    bar: float


@dataclass(frozen=True)
class PlacedRow:
    """A row where it is drawn: `y` is the middle of its cells, of the newest quarters."""

    row: GridRow
    y: int
    stacked_y: int
    wide: tuple[PlacedCell, ...]
    narrow: tuple[PlacedCell, ...]


@dataclass(frozen=True)
class Grid:
    """A drawn grid; `name_width` is the column of names in per cent of the whole width."""

    chart_id: str
    rows: tuple[PlacedRow, ...]
    names: tuple[tuple[QuarterName, float], ...]
    narrow_names: tuple[tuple[QuarterName, float], ...]
    name_width: float
    height: int
    stacked_height: int
    sample: bool


def grid_chart(
    chart_id: str, quarters: Sequence[str], rows: Sequence[GridRow], *, sample: bool = False
) -> Grid | None:
    """The grid of the newest of these quarters, oldest first; None without a row."""
    if not rows:
        return None
    longest = max(len(row.name) for row in rows)
    most = max((cell.days for row in rows for cell in row.cells), default=0) or 1
    foot = FOOT if sample else 0
    return Grid(
        chart_id=chart_id,
        rows=tuple(_row(row, place, most) for place, row in enumerate(rows)),
        names=_names(quarters[-WIDE_QUARTERS:]),
        narrow_names=_names(quarters[-NARROW_QUARTERS:]),
        name_width=round(min(36.0, max(18.0, longest * LETTER_WIDTH / NARROWEST_WIDE * 100)), 1),
        height=HEAD + len(rows) * ROW_HEIGHT + foot,
        stacked_height=HEAD + len(rows) * STACKED_HEIGHT + foot,
        sample=sample,
    )


def _names(quarters: Sequence[str]) -> tuple[tuple[QuarterName, float], ...]:
    return tuple(
        (name, _middle(place, len(quarters))) for place, name in enumerate(quarter_names(quarters))
    )


def _row(row: GridRow, place: int, most: int) -> PlacedRow:
    return PlacedRow(
        row,
        HEAD + place * ROW_HEIGHT + ROW_HEIGHT // 2,
        HEAD + place * STACKED_HEIGHT + STACKED_HEIGHT - 20,
        _cells(row.cells[-WIDE_QUARTERS:], most),
        _cells(row.cells[-NARROW_QUARTERS:], most),
    )


def _cells(cells: Sequence[GridCell], most: int) -> tuple[PlacedCell, ...]:
    slot = 100 / max(len(cells), 1)
    return tuple(
        PlacedCell(
            cell, _middle(place, len(cells)), round(slot * LONGEST_BAR * cell.days / most, 2)
        )
        for place, cell in enumerate(cells)
    )


def _middle(place: int, count: int) -> float:
    return round((place + 0.5) * 100 / count, 2)
