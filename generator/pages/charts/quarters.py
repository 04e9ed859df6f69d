"""Quarters along a drawing: how many fit, and their names with the years named."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.text import vn_quarter

WIDE_QUARTERS = 8
"""The newest quarters that a wide drawing shows; all others stand in its table of numbers."""
NARROW_QUARTERS = 4
"""Those that a phone or a card shows."""


@dataclass(frozen=True)
class QuarterName:
    """A quarter in two lines: "quý IV", and its year where a new one begins, else nothing."""

    quarter: str
    year: str


def quarter_names(quarters: Sequence[str]) -> tuple[QuarterName, ...]:
    """The names of quarters that stand side by side, oldest first."""
    years = ("", *(quarter[:4] for quarter in quarters))
    return tuple(
        QuarterName(vn_quarter(quarter).partition("/")[0], year if year != before else "")
        for quarter, year, before in zip(quarters, years[1:], years, strict=False)
    )
