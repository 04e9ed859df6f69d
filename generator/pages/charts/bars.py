"""Geometry of the distribution: how many dossiers took how many working days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from generator.pages.charts.bins import Edges, edges_of, in_bars

MOST_BARS = 16
PLOT_TOP = 66
PLOT_BOTTOM = 226
HEIGHT = 284
NARROW_ROW = 28
NARROW_HEAD = 10
NARROW_BAND = 24
NARROW_LONGEST = 48.0


@dataclass(frozen=True)
class Limit:
    """A limit to draw, in working days, and the words beside its line."""

    days: int
    words: str


@dataclass(frozen=True)
class Bar:
    """Dossiers that took `first` to `last` working days (`last` None: or more).

    `overdue_count` of them were late, which is drawn hatched: on top of the rest, and at its end in
    the narrow drawing that lies. `x` and `width` are per cent of the wide plot, tops and heights
    pixels; lengths are per cent of the narrow width, `row_y` the middle of the row.
    """

    first: int
    last: int | None
    count: int
    overdue_count: int
    x: float
    width: float
    top: float
    height: float
    length: float
    row_y: int

    @property
    def overdue(self) -> bool:
        """True when any of them was late."""
        return self.overdue_count > 0

    @property
    def overdue_height(self) -> float:
        """The hatched part of its height."""
        return round(self.height * self.overdue_count / self.count, 1) if self.count else 0

    @property
    def overdue_length(self) -> float:
        """The hatched part of its length."""
        return round(self.length * self.overdue_count / self.count, 2) if self.count else 0

    @property
    def days(self) -> str:
        """The days in words: "3", "6–10", "41 trở lên"."""
        if self.last is None:
            return f"{self.first} trở lên"
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def short_days(self) -> str:
        """The days under a bar: "3", "6–10", "≥ 41"."""
        return f"≥ {self.first}" if self.last is None else self.days


@dataclass(frozen=True)
class LimitLine:
    """A placed limit: `x` per cent, `label_y` pixels, `at_end` when the words stand to its left.

    In the narrow drawing the words have a band of their own between two rows.
    """

    limit: Limit
    x: float
    label_y: int
    at_end: bool
    narrow_y: float
    narrow_label_y: int


@dataclass(frozen=True)
class BarChart:
    """A drawn distribution; it has no panels, which several below each other have."""

    panels: ClassVar[tuple[()]] = ()
    chart_id: str
    bars: tuple[Bar, ...]
    lines: tuple[LimitLine, ...]
    narrow_height: int
    sample: bool
    height: int = HEIGHT


def bar_chart(
    chart_id: str,
    counts: Mapping[int, int],
    limits: tuple[Limit, ...],
    *,
    overdue: Mapping[int, int],
    edges: Edges | None = None,
    sample: bool = False,
) -> BarChart | None:
    """The distribution of `counts` (dossiers by working days); None when there is none.

    The first limit is the one in force, on which a bar ends. `overdue` of the dossiers were late,
    each by its own deadline. `edges` are the bars of other charts, too.
    """
    if not any(counts.values()):
        return None
    in_force = limits[0].days if limits else None
    furthest = max((item.days for item in limits), default=0)
    edges = edges or edges_of(counts, in_force, furthest, MOST_BARS)
    totals = in_bars(counts, edges)
    bands = sorted((_rows_before(limit, edges), place) for place, limit in enumerate(limits))
    bars = tuple(
        _bar(place, edges, part, max(totals), _row_top(place, bands))
        for place, part in enumerate(zip(totals, in_bars(overdue, edges), strict=True))
    )
    lines = tuple(_line(place, limit, edges, bands) for place, limit in enumerate(limits))
    narrow_height = NARROW_HEAD + (len(bars) + 1) * NARROW_ROW + len(bands) * NARROW_BAND
    return BarChart(chart_id, bars, lines, narrow_height, sample)


def _rows_before(limit: Limit, edges: Edges) -> int:
    """How many rows of the narrow drawing lie above the words of a limit."""
    return ceil(_position(limit.days, edges))


Bands = Sequence[tuple[int, int]]
"""For each limit, from above: how many rows lie above its words, and its place among limits."""


def _row_top(place: int, bands: Bands) -> int:
    """Where a row of the narrow drawing begins, below the bands of the limits before it."""
    above = sum(row <= place for row, _ in bands)
    return NARROW_HEAD + place * NARROW_ROW + above * NARROW_BAND


def _bar(place: int, edges: Edges, counts: tuple[int, int], highest: int, row_top: int) -> Bar:
    first, last = edges[place]
    count, overdue_count = counts
    slot = 100 / len(edges)
    height = round(count / highest * (PLOT_BOTTOM - PLOT_TOP), 1)
    return Bar(
        first=first,
        last=last,
        count=count,
        overdue_count=overdue_count,
        x=round(place * slot + slot * 0.1, 2),
        width=round(slot * 0.8, 2),
        top=PLOT_BOTTOM - height,
        height=height,
        length=round(count / highest * NARROW_LONGEST, 2),
        row_y=row_top + NARROW_ROW // 2,
    )


def _line(place: int, limit: Limit, edges: Edges, bands: Bands) -> LimitLine:
    position = _position(limit.days, edges)
    x, row = round(position * 100 / len(edges), 2), _rows_before(limit, edges)
    words_top = NARROW_HEAD + row * NARROW_ROW + bands.index((row, place)) * NARROW_BAND
    inside = position % 1
    return LimitLine(
        limit,
        x,
        label_y=16 + place * 22,
        at_end=x > 62,
        narrow_y=_row_top(row - 1, bands) + inside * NARROW_ROW
        if inside
        else words_top + NARROW_BAND - 4,
        narrow_label_y=words_top + NARROW_BAND - 9,
    )


def _position(days: int, edges: Edges) -> float:
    """Bars, and parts of one, up to the end of `days`."""
    for place, (first, last) in enumerate(edges):
        if last is None or days <= last:
            return place + (days - first + 1) / ((last or days) - first + 1)
    return float(len(edges))
