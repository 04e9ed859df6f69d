"""Geometry of counts side by side: one bar a row, its name above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap

from generator.pages.charts.columns import Role

HEAD = 4
ROW_HEIGHT = 48
NARROW_ROW_HEIGHT = 52
LINE_HEIGHT = 18
"""What each further line of a name adds to a row on a phone."""
FOOT = 22
LONGEST = 78.0
"""The longest bar, in per cent of the width; its number stands behind it."""
LETTERS = 110
NARROW_LETTERS = 36
NARROW_LINES = 3
"""The letters of a name that a line holds, on a phone and elsewhere, and its lines on a phone."""


@dataclass(frozen=True)
class TallyRow:
    """One thing that is counted: its name, where its name leads, and how many there are."""

    name: str
    url: str | None
    count: int


@dataclass(frozen=True)
class Tally:
    """A placed row: its bar's `length` in per cent, its top in pixels, its name in lines."""

    row: TallyRow
    length: float
    y: int
    narrow_y: int
    lines: tuple[str, ...]

    @property
    def line(self) -> str:
        """Its name in one line."""
        return shorten(self.row.name, LETTERS, placeholder="…")


@dataclass(frozen=True)
class TallyChart:
    """Drawn rows in the order in which they came; `role` is the class that gives their colour."""

    chart_id: str
    tallies: tuple[Tally, ...]
    role: Role
    height: int
    narrow_height: int
    sample: bool


def tally_chart(
    chart_id: str, rows: Sequence[TallyRow], role: Role, *, sample: bool = False
) -> TallyChart | None:
    """The chart of these rows; None where nothing was counted in any."""
    most = max((row.count for row in rows), default=0)
    if not most:
        return None
    tallies, narrow_y = [], HEAD
    for place, row in enumerate(rows):
        lines = tuple(wrap(row.name, NARROW_LETTERS, max_lines=NARROW_LINES, placeholder="…"))
        length = round(row.count / most * LONGEST, 2)
        tallies.append(Tally(row, length, HEAD + place * ROW_HEIGHT, narrow_y, lines))
        narrow_y += NARROW_ROW_HEIGHT + (len(lines) - 1) * LINE_HEIGHT
    foot = FOOT if sample else 0
    height = HEAD + len(rows) * ROW_HEIGHT + foot
    return TallyChart(chart_id, tuple(tallies), role, height, narrow_y + foot, sample)
