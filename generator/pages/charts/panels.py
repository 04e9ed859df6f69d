"""Distributions below each other, one for each limit that dossiers were received under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.charts.bars import MOST_BARS, BarChart, Limit, bar_chart
from generator.pages.charts.bins import edges_of

TITLE_HEIGHT = 34
NARROW_TITLE_HEIGHT = 50


@dataclass(frozen=True)
class Part:
    """What one panel shows: dossiers by working days, those of them that were late, the limits.

    `title` is the limit, `said` how many dossiers there are.
    """

    title: str
    said: str
    counts: Mapping[int, int]
    overdue: Mapping[int, int]
    limits: tuple[Limit, ...]


@dataclass(frozen=True)
class Panel:
    """A placed distribution: `y` and `narrow_y` are where its title begins, in pixels."""

    title: str
    said: str
    chart: BarChart
    y: int
    narrow_y: int

    @property
    def words(self) -> str:
        """The whole title."""
        return f"{self.title}: {self.said}"


@dataclass(frozen=True)
class BarPanels:
    """Drawn panels, whose bars are the same numbers of days."""

    chart_id: str
    panels: tuple[Panel, ...]
    height: int
    narrow_height: int
    sample: bool


def bar_panels(chart_id: str, parts: Sequence[Part], *, sample: bool = False) -> BarPanels | None:
    """The panels of the parts that hold a dossier; None without one."""
    limits = [limit.days for part in parts for limit in part.limits]
    merged: dict[int, int] = {}
    for part in parts:
        for day, count in part.counts.items():
            merged[day] = merged.get(day, 0) + count
    edges = edges_of(merged, limits[-1] if limits else None, max(limits, default=0), MOST_BARS)
    charts = [
        (part, chart)
        for place, part in enumerate(parts)
        if (
            chart := bar_chart(
                f"{chart_id}-{place}", part.counts, part.limits, overdue=part.overdue, edges=edges
            )
        )
    ]
    panels, y, narrow_y = [], 0, 0
    for part, chart in charts:
        panels.append(Panel(part.title, part.said, chart, y, narrow_y))
        y += TITLE_HEIGHT + chart.height
        narrow_y += NARROW_TITLE_HEIGHT + chart.narrow_height
    return BarPanels(chart_id, tuple(panels), y, narrow_y, sample) if panels else None
