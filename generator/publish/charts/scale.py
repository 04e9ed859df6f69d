"""From a share to a place on an axis, in per cent of the axis' length."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from generator.text import rounded_to

STEP = 0.05


@dataclass(frozen=True)
class Axis:
    """An axis of shares from `low` to `high` (0 to 1)."""

    low: float
    high: float = 1.0

    def place(self, share: float) -> float:
        """Where a share lies, 0 to 100, rounded so that the same data gives the same bytes."""
        return round((share - self.low) / (self.high - self.low) * 100, 2)


def axis_for(shares: Iterable[float | None]) -> Axis:
    """The axis that holds every share: up to 100 %, from the last step of 5 % below the least."""
    least = min((share for share in shares if share is not None), default=1.0)
    steps = floor(round(least / STEP, 6))
    return Axis(max(0.0, min(steps - 1, round(1 / STEP) - 2)) * STEP)


def shown(share: float) -> float:
    """A share as people see it, in per cent with one decimal: what comparisons are made on."""
    return float(rounded_to(share * 100, 1))
