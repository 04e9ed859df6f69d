"""Lists that grow with the years: the newest stand open, the rest behind a fold a year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages.lookups import grouped

Item = TypeVar("Item")
SHOWN_QUARTERS = 4
"""The newest quarters of a list that stand open."""


@dataclass(frozen=True)
class YearFold(Generic[Item]):
    """A year's part of a list: its items, newest first, and how many there are of what is told."""

    year: str
    parts: tuple[Item, ...]
    count: int


@dataclass(frozen=True)
class Folded(Generic[Item]):
    """A list, newest first: what is shown at once, and the rest by year."""

    shown: tuple[Item, ...]
    years: tuple[YearFold[Item], ...]


def folded(
    items: Iterable[Item],
    quarter: Callable[[Item], str],
    shown_quarters: int = SHOWN_QUARTERS,
    *,
    size: Callable[[Item], int] = lambda _: 1,
) -> Folded[Item]:
    """Fold items away but those of the newest quarters in which there is any.

    `quarter` tells an item's (2018-Q4), `size` how many things it holds. Items of one quarter keep
    the order in which they came.
    """
    every = sorted(items, key=quarter, reverse=True)
    open_quarters = set(sorted({quarter(item) for item in every}, reverse=True)[:shown_quarters])
    shown = tuple(item for item in every if quarter(item) in open_quarters)
    by_year = grouped(every[len(shown) :], lambda item: quarter(item)[:4])
    return Folded(
        shown, tuple(YearFold(year, some, sum(map(size, some))) for year, some in by_year.items())
    )
