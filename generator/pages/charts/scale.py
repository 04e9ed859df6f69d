"""From a share to a place on an axis, in per cent of the axis' length."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from generator.model.text import rounded_to

STEP = 0.05
CLEAR = 0.005
CLEAR_POINTS = 1.0
"""The smallest difference between two shares, in points, that a page makes something of."""


@dataclass(frozen=True)
class Axis:
    """An axis of shares from `low` to `high` (0 to 1)."""

    low: float
    high: float = 1.0

    def place(self, share: float) -> float:
        """Where a share lies, 0 to 100, rounded so that the same data gives the same bytes."""
        return round((share - self.low) / (self.high - self.low) * 100, 2)


def axis_for(shares: Iterable[float | None]) -> Axis:
    """The axis up to 100% that holds every share, from a step of 5% clear of the least."""
    low, _ = _steps(shares)
    return Axis(low)


def close_axis_for(shares: Iterable[float | None]) -> Axis:
    """The axis in steps of 5% that holds every share closely: for change, not for size."""
    return Axis(*_steps(shares))


def _steps(shares: Iterable[float | None]) -> tuple[float, float]:
    known = [share for share in shares if share is not None] or [1.0]
    low = floor(round((min(known) - CLEAR) / STEP, 6))
    high = ceil(round((max(known) + CLEAR) / STEP, 6))
    last = round(1 / STEP)
    high = min(last, high)
    return max(0, min(low, high - 2)) * STEP, high * STEP


def shown(share: float) -> float:
    """A share as people see it, in per cent with one decimal: what comparisons are made on."""
    return float(rounded_to(share * 100, 1))


def points_between(share: float, reference: float) -> float:
    """How many points a share lies above a reference, as both are printed; below it negative."""
    return round(shown(share) - shown(reference), 1)
