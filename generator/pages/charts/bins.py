"""Numbers of working days taken together to bars: equal steps, and one last bar for the tail."""

from collections.abc import Mapping

LONGEST_SHARE = 0.995
WIDTHS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 45, 60, 90, 120, 180, 365, 730)
Edges = tuple[tuple[int, int | None], ...]
"""The first and the last number of days of each bar; None: or more."""


def edges_of(counts: Mapping[int, int], in_force: int | None, furthest: int, most: int) -> Edges:
    """The bars, about `most`, of dossiers counted by days, in steps that end on the limit in force.

    They reach beyond `furthest`, the longest limit to draw.
    """
    end = max(_tail_start(counts), furthest + 1, 4)
    step = _step(end, in_force, most)
    edges = [(0, 0), *((first, first + step - 1) for first in range(1, end + 1, step))]
    last = edges[-1][1]
    has_tail = any(count for day, count in counts.items() if day > last)
    return (*edges, (last + 1, None)) if has_tail else tuple(edges)


def in_bars(counts: Mapping[int, int], edges: Edges) -> list[int]:
    """How many dossiers fall in each bar."""
    return [
        sum(n for day, n in counts.items() if day >= first and (last is None or day <= last))
        for first, last in edges
    ]


def _tail_start(counts: Mapping[int, int]) -> int:
    """The number of days within which all but the last half per cent of dossiers had ended."""
    total, seen = sum(counts.values()), 0
    for day in sorted(counts):
        seen += counts[day]
        if seen >= total * LONGEST_SHARE:
            return day
    return 0


def _step(end: int, in_force: int | None, most: int) -> int:
    """The least step that gives few enough bars and, if one does, ends a bar on the limit."""
    fitting = [width for width in WIDTHS if -(-end // width) + 1 < most] or [end]
    ending = [width for width in fitting if in_force and in_force % width == 0]
    return (ending or fitting)[0]
