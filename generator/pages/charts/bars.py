"""Geometry of the distribution: how many dossiers took how many working days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

MOST_BARS = 16
LONGEST_SHARE = 0.995
WIDTHS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 45, 60, 90, 120, 180, 365, 730)
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

    `x` and `width` are per cent of the wide plot, `top` and `height` pixels; the narrow drawing
    lies: `length` is per cent of its width, `row_y` the middle of its row.
    """

    first: int
    last: int | None
    count: int
    overdue: bool
    x: float
    width: float
    top: float
    height: float
    length: float
    row_y: int

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
    """A drawn distribution."""

    chart_id: str
    bars: tuple[Bar, ...]
    lines: tuple[LimitLine, ...]
    narrow_height: int
    sample: bool
    height: int = HEIGHT


def bar_chart(
    chart_id: str,
    counts: Mapping[int, int],
    limits: tuple[Limit, ...] = (),
    *,
    sample: bool = False,
) -> BarChart | None:
    """The distribution of `counts` (dossiers by working days); None when there is none.

    The first limit is the one in force: bars beyond it are overdue. Days are taken together in
    equal steps that end on that limit, and the long tail in one last bar.
    """
    if not any(counts.values()):
        return None
    in_force = limits[0].days if limits else None
    bins = _bins(counts, in_force, max((limit.days for limit in limits), default=0))
    highest = max(count for _, _, count in bins)
    bands = sorted((_rows_before(limit, bins), place) for place, limit in enumerate(limits))
    bars = tuple(
        _bar(place, item, len(bins), highest, in_force, _row_top(place, bands))
        for place, item in enumerate(bins)
    )
    lines = tuple(_line(place, limit, bins, bands) for place, limit in enumerate(limits))
    narrow_height = NARROW_HEAD + (len(bars) + 1) * NARROW_ROW + len(bands) * NARROW_BAND
    return BarChart(chart_id, bars, lines, narrow_height, sample)


Bin = tuple[int, int | None, int]


def _bins(counts: Mapping[int, int], in_force: int | None, furthest: int) -> list[Bin]:
    end = max(_tail_start(counts), furthest + 1, 4)
    step = _step(end, in_force)
    edges = [(0, 0), *((first, first + step - 1) for first in range(1, end + 1, step))]
    bins: list[Bin] = [
        (first, last, sum(counts.get(day, 0) for day in range(first, last + 1)))
        for first, last in edges
    ]
    beyond = sum(count for day, count in counts.items() if day > edges[-1][1])
    return [*bins, (edges[-1][1] + 1, None, beyond)] if beyond else bins


def _tail_start(counts: Mapping[int, int]) -> int:
    """The number of days within which all but the last half per cent of dossiers had ended."""
    total, seen = sum(counts.values()), 0
    for day in sorted(counts):
        seen += counts[day]
        if seen >= total * LONGEST_SHARE:
            return day
    return 0


def _step(end: int, in_force: int | None) -> int:
    """The least step that gives few enough bars and, if one does, ends a bar on the limit."""
    fitting = [width for width in WIDTHS if -(-end // width) + 1 < MOST_BARS] or [end]
    ending = [width for width in fitting if in_force and in_force % width == 0]
    return (ending or fitting)[0]


def _rows_before(limit: Limit, bins: list[Bin]) -> int:
    """How many rows of the narrow drawing lie above the words of a limit."""
    return ceil(_position(limit.days, bins))


Bands = Sequence[tuple[int, int]]
"""For each limit, from above: how many rows lie above its words, and its place among limits."""


def _row_top(place: int, bands: Bands) -> int:
    """Where a row of the narrow drawing begins, below the bands of the limits before it."""
    above = sum(row <= place for row, _ in bands)
    return NARROW_HEAD + place * NARROW_ROW + above * NARROW_BAND


def _bar(
    place: int, item: Bin, bar_count: int, highest: int, in_force: int | None, row_top: int
) -> Bar:
    first, last, count = item
    slot = 100 / bar_count
    height = round(count / highest * (PLOT_BOTTOM - PLOT_TOP), 1)
    return Bar(
        first=first,
        last=last,
        count=count,
        overdue=in_force is not None and first > in_force,
        x=round(place * slot + slot * 0.1, 2),
        width=round(slot * 0.8, 2),
        top=PLOT_BOTTOM - height,
        height=height,
        length=round(count / highest * NARROW_LONGEST, 2),
        row_y=row_top + NARROW_ROW // 2,
    )


def _line(place: int, limit: Limit, bins: list[Bin], bands: Bands) -> LimitLine:
    position = _position(limit.days, bins)
    x, row = round(position * 100 / len(bins), 2), _rows_before(limit, bins)
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


def _position(days: int, bins: list[Bin]) -> float:
    """Bars, and parts of one, up to the end of `days`."""
    for place, (first, last, _) in enumerate(bins):
        if last is None or days <= last:
            return place + (days - first + 1) / ((last or days) - first + 1)
    return float(len(bins))
