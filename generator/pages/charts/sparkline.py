"""Geometry of a sparkline: one figure by quarter beside another, without axis or words."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 132
HEIGHT = 40
EDGE = 5
SparkPoint = tuple[float, float]


@dataclass(frozen=True)
class Spark:
    """A drawn sparkline: each stretch of line as the points of a polyline, and the last point.

    A quarter without a value breaks the line.
    """

    width: int
    height: int
    mine: tuple[str, ...]
    beside: tuple[str, ...]
    points: tuple[SparkPoint, ...]


def spark(
    mine: Sequence[float | None],
    beside: Sequence[float | None],
    scale: tuple[float, float] | None = None,
) -> Spark | None:
    """The line of these values, oldest first, beside others of the same quarters.

    `scale` is the least and the greatest value that any such line has; by default this one's own.
    None when fewer than two quarters have a value: one point shows no change.
    """
    known = [value for value in (*mine, *beside) if value is not None]
    if sum(value is not None for value in mine) < 2:
        return None
    low, high = scale or (min(known), max(known))
    drawn = _placed(mine, low, high)
    return Spark(
        width=WIDTH,
        height=HEIGHT,
        mine=_stretches(drawn),
        beside=_stretches(_placed(beside, low, high)),
        points=tuple(place for place in drawn if place is not None),
    )


def _placed(values: Sequence[float | None], low: float, high: float) -> list[SparkPoint | None]:
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    span = (high - low) or 1.0
    return [
        None
        if value is None
        else (
            round(EDGE + place * step, 1),
            round(HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2 * EDGE), 1),
        )
        for place, value in enumerate(values)
    ]


def _stretches(places: Sequence[SparkPoint | None]) -> tuple[str, ...]:
    found: list[list[str]] = [[]]
    for place in places:
        if place is None:
            found.append([])
        else:
            found[-1].append(f"{place[0]:g},{place[1]:g}")
    return tuple(" ".join(stretch) for stretch in found if len(stretch) > 1)
