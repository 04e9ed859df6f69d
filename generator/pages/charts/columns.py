"""Geometry of columns by quarter: one count a quarter, left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.pages.charts.quarters import (
    NARROW_QUARTERS,
    WIDE_QUARTERS,
    QuarterName,
    quarter_names,
)

TOP = 30
BOTTOM = 118
HEIGHT = 178
WIDEST = 14.0
Role = Literal["bar", "fault"]


@dataclass(frozen=True)
class QuarterCount:
    """How many there were in a quarter; None where that is not told."""

    quarter: str
    count: int | None


@dataclass(frozen=True)
class DrawnColumn:
    """A placed column: `x` (its middle) and `width` in per cent, `top` and `height` in pixels.

    Before anything was counted for the first time, nothing had `begun`.
    """

    value: QuarterCount
    name: QuarterName
    begun: bool
    x: float
    width: float
    top: float
    height: float

    @property
    def left(self) -> float:
        """Its left edge, in per cent."""
        return round(self.x - self.width / 2, 2)


@dataclass(frozen=True)
class ColumnChart:
    """Drawn columns; `role` is the class that gives their colour.

    `columns` are the newest quarters, `narrow` fewer of them; None when `columns` fit a phone.
    `counts` are all quarters, oldest first.
    """

    chart_id: str
    counts: tuple[QuarterCount, ...]
    columns: tuple[DrawnColumn, ...]
    narrow: tuple[DrawnColumn, ...] | None
    role: Role
    sample: bool
    height: int = HEIGHT


def column_chart(
    chart_id: str,
    counts: Sequence[QuarterCount],
    role: Role,
    *,
    highest: int = 0,
    sample: bool = False,
) -> ColumnChart | None:
    """The newest of these quarters, oldest first; None when there is nothing to count in any.

    `highest` is the greatest count of the charts beside it, so that columns as high count as many.
    """
    newest = tuple(counts)[-WIDE_QUARTERS:]
    short = newest[-NARROW_QUARTERS:]
    first = next((item.quarter for item in counts if item.count), None)
    if first is None:
        return None
    return ColumnChart(
        chart_id,
        tuple(counts),
        _columns(newest, first, highest),
        _columns(short, first, highest) if len(short) < len(newest) else None,
        role,
        sample,
    )


def _columns(shown: Sequence[QuarterCount], first: str, least: int) -> tuple[DrawnColumn, ...]:
    highest = max(least, *(item.count or 0 for item in shown)) or 1
    names = quarter_names([item.quarter for item in shown])
    slot = 100 / len(shown)
    return tuple(
        _column(place, item, name, slot, highest, begun=item.quarter >= first)
        for place, (item, name) in enumerate(zip(shown, names, strict=True))
    )


def _column(
    place: int, item: QuarterCount, name: QuarterName, slot: float, highest: int, *, begun: bool
) -> DrawnColumn:
    height = round((item.count or 0) / highest * (BOTTOM - TOP), 1)
    width = round(min(slot * 0.6, WIDEST), 2)
    x = round((place + 0.5) * slot, 2)
    return DrawnColumn(item, name, begun, x, width, BOTTOM - height, height)
