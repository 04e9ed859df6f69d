"""Geometry of columns by quarter: one count a quarter, left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

TOP = 30
BOTTOM = 118
HEIGHT = 160
WIDEST = 14.0
MOST_QUARTERS = 8
Role = Literal["bar", "fault"]


@dataclass(frozen=True)
class QuarterCount:
    """How many there were in a quarter."""

    quarter: str
    count: int


@dataclass(frozen=True)
class DrawnColumn:
    """A placed column: `x` (its middle) and `width` in per cent, `top` and `height` in pixels."""

    value: QuarterCount
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
    """Drawn columns; `role` is the class that gives their colour. One drawing fits every width."""

    chart_id: str
    columns: tuple[DrawnColumn, ...]
    role: Role
    sample: bool
    height: int = HEIGHT


def column_chart(
    chart_id: str, counts: Sequence[QuarterCount], role: Role, *, sample: bool = False
) -> ColumnChart | None:
    """The newest eight quarters, oldest first; None when there is nothing to count in any."""
    shown = tuple(counts)[-MOST_QUARTERS:]
    highest = max((item.count for item in shown), default=0)
    if not highest:
        return None
    slot = 100 / len(shown)
    return ColumnChart(
        chart_id,
        tuple(_column(place, item, slot, highest) for place, item in enumerate(shown)),
        role,
        sample,
    )


def _column(place: int, item: QuarterCount, slot: float, highest: int) -> DrawnColumn:
    height = round(item.count / highest * (BOTTOM - TOP), 1)
    width = min(slot * 0.6, WIDEST)
    return DrawnColumn(
        item, round((place + 0.5) * slot, 2), round(width, 2), BOTTOM - height, height
    )
