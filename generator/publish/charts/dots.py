"""Geometry of the ranked dot plot: one share a row, against one reference, with its count."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.publish.charts.scale import Axis, axis_for, shown
from generator.text import collation_key

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
    """A placed line: `x` and the bar to the reference in per cent of the track, `y` in pixels."""

    row: DotRow
    below: bool
    x: float
    bar_x: float
    bar_width: float
    y: int
    stacked_y: int


@dataclass(frozen=True)
class DotPlot:
    """A drawn plot; `name_width` is the name column in per cent of the whole width."""

    chart_id: str
    dots: tuple[Dot, ...]
    axis: Axis
    reference: float | None
    reference_x: float | None
    reference_name: str
    name_width: float
    height: int
    stacked_height: int
    sample: bool


def below(share: float, reference: float | None) -> bool:
    """True when a share is lower than the reference as both are printed."""
    return reference is not None and shown(share) < shown(reference)


def ranked(rows: Iterable[DotRow]) -> tuple[DotRow, ...]:
    """Highest share first; among equals the one with more dossiers, then by name."""
    return tuple(sorted(rows, key=lambda r: (-r.share, -r.count, collation_key(r.name))))


def dot_plot(
    chart_id: str,
    rows: Iterable[DotRow],
    reference: float | None,
    *,
    reference_name: str = "toàn thành phố",
    sample: bool = False,
) -> DotPlot:
    """The plot of these rows in this order."""
    lines = tuple(rows)
    axis = axis_for((*(row.share for row in lines), reference))
    anchor = None if reference is None else axis.place(reference)
    longest = max((len(row.name) for row in lines), default=0)
    return DotPlot(
        chart_id=chart_id,
        dots=tuple(_dot(row, place, axis, reference) for place, row in enumerate(lines)),
        axis=axis,
        reference=reference,
        reference_x=anchor,
        reference_name=reference_name,
        name_width=round(min(46.0, max(18.0, longest * LETTER_WIDTH / NARROWEST_WIDE * 100)), 1),
        height=HEAD + len(lines) * ROW_HEIGHT + FOOT,
        stacked_height=HEAD + len(lines) * STACKED_HEIGHT + FOOT + (18 if sample else 0),
        sample=sample,
    )


def _dot(row: DotRow, place: int, axis: Axis, reference: float | None) -> Dot:
    x = axis.place(row.share)
    anchor = axis.place(reference) if reference is not None else x
    return Dot(
        row=row,
        below=below(row.share, reference),
        x=x,
        bar_x=min(x, anchor),
        bar_width=round(abs(x - anchor), 2),
        y=HEAD + place * ROW_HEIGHT + ROW_HEIGHT // 2,
        stacked_y=HEAD + place * STACKED_HEIGHT + 20,
    )
