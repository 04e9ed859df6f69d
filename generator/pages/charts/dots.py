"""Geometry of the ranked dot plot: one share a row, against one reference, with its count."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.text import collation_key
from generator.pages.charts.scale import CLEAR_POINTS, Axis, axis_for, points_between

ROW_HEIGHT = 36
STACKED_HEIGHT = 54
HEAD = 8
FOOT = 28
LETTER_WIDTH = 7.9
NARROWEST_WIDE = 680


@dataclass(frozen=True)
class DotRow:
    """One line to draw: a name, its address, its share (0 to 1) and the dossiers behind it."""

    name: str
    url: str | None
    share: float
    count: int


@dataclass(frozen=True)
class Dot:
    """A placed line: `x` and the bar to the reference in per cent of the track, `y` in pixels.

    `marked` is true of one clearly below the reference; `few` marks a share that rests on too few
    dossiers to say much.
    """

    row: DotRow
    below: bool
    marked: bool
    few: bool
    x: float
    bar_x: float
    bar_width: float
    y: int
    stacked_y: int


@dataclass(frozen=True)
class DotPlot:
    """A drawn plot; `name_width` is the name column in per cent of the whole width.

    Where it `counts_only`, the dots stand for numbers of dossiers, of which no share is told.
    """

    chart_id: str
    dots: tuple[Dot, ...]
    axis: Axis
    reference: float | None
    reference_x: float | None
    name_width: float
    height: int
    stacked_height: int
    gap: "Gap | None"
    few_below: int
    sample: bool
    counts_only: bool = False


@dataclass(frozen=True)
class Gap:
    """Lines left out of the middle of a ranking: how many, and where the words about them go."""

    count: int
    y: int
    stacked_y: int


def below(share: float, reference: float | None) -> bool:
    """True when a share is lower than the reference as both are printed."""
    return reference is not None and points_between(share, reference) < 0


def clearly_below(row: DotRow, reference: float | None, few_below: int) -> bool:
    """True of a share at least `CLEAR_POINTS` lower than the reference, of enough dossiers."""
    if reference is None or row.count < few_below:
        return False
    return points_between(row.share, reference) <= -CLEAR_POINTS


def ranked(rows: Iterable[DotRow]) -> tuple[DotRow, ...]:
    """Highest share first; among equals the one with more dossiers, then by name."""
    return tuple(sorted(rows, key=lambda r: (-r.share, -r.count, collation_key(r.name))))


def dot_plot(
    chart_id: str,
    rows: Iterable[DotRow],
    reference: float | None,
    *,
    left_out: int = 0,
    few_below: int = 0,
    sample: bool = False,
) -> DotPlot:
    """The plot of these rows in this order; `left_out` others lie between their two halves.

    Shares of fewer than `few_below` dossiers are drawn faint.
    """
    lines = tuple(rows)
    half = len(lines) // 2 if left_out else len(lines)
    places = [place + (place >= half) for place in range(len(lines))]
    row_count = len(lines) + bool(left_out)
    axis = axis_for((*(row.share for row in lines), reference))
    anchor = None if reference is None else axis.place(reference)
    longest = max((len(row.name) for row in lines), default=0)
    return DotPlot(
        chart_id=chart_id,
        dots=tuple(
            _dot(row, place, axis, reference, few_below)
            for row, place in zip(lines, places, strict=True)
        ),
        axis=axis,
        reference=reference,
        reference_x=anchor,
        name_width=round(min(46.0, max(18.0, longest * LETTER_WIDTH / NARROWEST_WIDE * 100)), 1),
        gap=Gap(left_out, _row_middle(half), _stacked_line(half)) if left_out else None,
        height=HEAD + row_count * ROW_HEIGHT + FOOT,
        stacked_height=HEAD + row_count * STACKED_HEIGHT + FOOT + (18 if sample else 0),
        few_below=few_below if any(row.count < few_below for row in lines) else 0,
        sample=sample,
    )


def count_plot(chart_id: str, rows: Iterable[DotRow], *, sample: bool = False) -> DotPlot:
    """The plot of how many dossiers each of these rows has, the most first."""
    lines = sorted(rows, key=lambda row: (-row.count, collation_key(row.name)))
    most = max((row.count for row in lines), default=0) or 1
    plot = dot_plot(chart_id, lines, None, sample=sample)
    dots = tuple(replace(dot, x=round(dot.row.count / most * 100, 2)) for dot in plot.dots)
    return replace(plot, dots=dots, counts_only=True)


def _row_middle(place: int) -> int:
    return HEAD + place * ROW_HEIGHT + ROW_HEIGHT // 2


def _stacked_line(place: int) -> int:
    return HEAD + place * STACKED_HEIGHT + 20


def _dot(row: DotRow, place: int, axis: Axis, reference: float | None, few_below: int) -> Dot:
    x = axis.place(row.share)
    anchor = axis.place(reference) if reference is not None else x
    return Dot(
        row=row,
        below=below(row.share, reference),
        marked=clearly_below(row, reference, few_below),
        few=row.count < few_below,
        x=x,
        bar_x=min(x, anchor),
        bar_width=round(abs(x - anchor), 2),
        y=_row_middle(place),
        stacked_y=_stacked_line(place),
    )
