"""Geometry of the line by quarter: one share a quarter, with its dossiers, left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.text import vn_quarter
from generator.pages.charts.quarters import (
    NARROW_QUARTERS,
    WIDE_QUARTERS,
    QuarterName,
    quarter_names,
)
from generator.pages.charts.scale import Axis, close_axis_for

TOP = 44
BOTTOM = 128
LABEL_GAP = 18
VALLEY = 6


@dataclass(frozen=True)
class QuarterValue:
    """One quarter to draw: its share, the dossiers behind it, and the share beside it.

    There is no share of too few dossiers, and no count where the quarter has no row of its own.
    """

    quarter: str
    share: float | None
    count: int | None
    beside: float | None = None

    @property
    def quarter_words(self) -> str:
        """quý IV/2018."""
        return vn_quarter(self.quarter)


@dataclass(frozen=True)
class Point:
    """A placed quarter: `x` in per cent of the width, `y` in pixels; no `y` without dossiers."""

    value: QuarterValue
    name: QuarterName
    x: float
    y: float | None
    label_y: float | None
    beside_y: float | None


@dataclass(frozen=True)
class Segment:
    """A stretch of the line between two quarters that both have dossiers."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class LineDrawing:
    """The line at one width."""

    points: tuple[Point, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class LineChart:
    """A drawn line. `narrow` shows the newest quarters only; None when `wide` fits a phone.

    `values` are all quarters, those that no drawing has room for too, oldest first. `axis` are the
    shares at its ends, each with its height in pixels.
    """

    chart_id: str
    values: tuple[QuarterValue, ...]
    wide: LineDrawing
    narrow: LineDrawing | None
    axis: tuple[tuple[float, float], ...]
    target: float | None
    target_y: float | None
    beside_name: str | None
    height: int
    sample: bool


def line_chart(
    chart_id: str,
    values: Sequence[QuarterValue],
    *,
    target: float | None = None,
    beside_name: str | None = None,
    axis: Axis | None = None,
    sample: bool = False,
) -> LineChart:
    """The line through the newest of these quarters, which are given oldest first.

    `axis` is that of other charts, too; by default the closest.
    """
    newest = tuple(values)[-WIDE_QUARTERS:]
    axis = axis or close_axis_for((*(v.share for v in newest), *(v.beside for v in newest), target))
    target_y = None if target is None else _height_of(axis, target)
    short = newest[-NARROW_QUARTERS:]
    return LineChart(
        chart_id=chart_id,
        values=tuple(values),
        wide=_drawing(newest, axis, target_y),
        narrow=_drawing(short, axis, target_y) if len(short) < len(newest) else None,
        axis=tuple((share, _height_of(axis, share)) for share in (axis.low, axis.high)),
        target=target,
        target_y=target_y,
        beside_name=beside_name,
        height=BOTTOM + (98 if beside_name else 78),
        sample=sample,
    )


def _height_of(axis: Axis, share: float) -> float:
    return round(BOTTOM - axis.place(share) / 100 * (BOTTOM - TOP), 1)


def _drawing(values: Sequence[QuarterValue], axis: Axis, target_y: float | None) -> LineDrawing:
    heights = [None if v.share is None else _height_of(axis, v.share) for v in values]
    names = quarter_names([value.quarter for value in values])
    points = tuple(
        _point(
            value,
            names[place],
            round((place + 0.5) / len(values) * 100, 2),
            axis,
            heights[max(0, place - 1) : place + 2],
            target_y,
        )
        for place, value in enumerate(values)
    )
    segments = tuple(
        Segment(a.x, a.y, b.x, b.y)
        for a, b in pairwise(points)
        if a.y is not None and b.y is not None
    )
    return LineDrawing(points, segments)


def _point(
    value: QuarterValue,
    name: QuarterName,
    x: float,
    axis: Axis,
    around: Sequence[float | None],
    target_y: float | None,
) -> Point:
    y = None if value.share is None else _height_of(axis, value.share)
    beside_y = None if value.beside is None else _height_of(axis, value.beside)
    return Point(value, name, x, y, _label_height(y, around, (target_y, beside_y)), beside_y)


def _label_height(
    y: float | None, around: Sequence[float | None], marks: Sequence[float | None]
) -> float | None:
    """Above the point; below it where the line rises away or a mark would cross the words."""
    if y is None:
        return None
    above = any(mark is not None and 2 < y - mark < LABEL_GAP + 6 for mark in marks)
    beneath = any(mark is not None and 2 < mark - y < LABEL_GAP + 8 for mark in marks)
    in_valley = sum(y - other for other in around if other is not None) > VALLEY
    return y + LABEL_GAP if (above or in_valley) and not beneath else y - 11
