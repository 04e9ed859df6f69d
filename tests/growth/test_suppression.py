"""Deciding what of a quarter is published takes no time that grows faster than its units."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from generator.measure.beside import side_of
from generator.measure.deciding import decided
from generator.measure.exchange import TRIED
from generator.measure.quarter import Key
from generator.measure.standing import neighbours
from generator.measure.two_way import Counts, dossiers_in
from growth.measure import TWICE, growth

QUARTERS = ("2018-Q1", "2018-Q2")
FIELDS = {f"p-{number:02d}": f"f-{number % 3}" for number in range(12)}
USUAL = (2, 6, 20)
"""One city may fall out easier than another: the time of several together is measured."""
LEAST, MANY, LATE = 5, 160, 60.0
ENDS = ["early_count"] * 5 + ["on_time_count"] * 3 + ["overdue_count"]
OPEN = ["open_within_count", "open_overdue_count"]
Cells = dict[Key, Counts]


def cells_of(units: int, usual: int) -> tuple[Cells, ...]:
    """Two quarters of so many units, usually with so many new dossiers of each procedure; what is
    open at the end of the first is carried over."""
    chance = random.Random(units)
    quarters: tuple[Cells, ...] = ({}, {})
    for unit in range(units):
        for procedure in FIELDS:
            carried = 0
            for quarter in quarters:
                new = int(chance.expovariate(1 / usual))
                counts = _counted(chance, new, carried)
                carried = sum(counts[name] for name in OPEN)
                if counts:
                    quarter[Key(f"u-{unit:04d}", procedure)] = counts
    return quarters


def _counted(chance: random.Random, new: int, carried: int) -> Counts:
    counts: Counts = Counter({"received_count": new, "carried_over_count": carried})
    for _ in range(new + carried):
        if chance.random() < 0.07:
            counts[chance.choice(OPEN)] += 1
        else:
            counts.update(["ended_count", chance.choice(ENDS), chance.randrange(25)])
    return +counts


def decide(quarters: tuple[Cells, ...]) -> int:
    """How many rows of units and procedures both quarters have."""
    standing, rows = {}, 0
    for name, cells in zip(QUARTERS, quarters, strict=True):
        beside = neighbours(name, standing)
        standing[name] = side_of(decided(cells, FIELDS, LEAST, beside, is_over=True))
        rows += len(standing[name].own)
    return rows


def work(units: int) -> Callable[[], list[int]]:
    cities = [cells_of(units, usual) for usual in USUAL]
    return lambda: [decide(quarters) for quarters in cities]


def test_twice_the_units_take_twice_the_time() -> None:
    """A quarter of them are more units than the search looks at in one column."""
    assert MANY // 4 > TRIED
    assert min(work(MANY // 4)()) > MANY // 4, "something is published"
    assert growth(work, MANY, LATE) <= TWICE**2


@pytest.mark.parametrize("units", [MANY // 4, MANY])
@pytest.mark.parametrize("usual", USUAL)
def test_small_groups_are_hidden_at_both_lengths(units: int, usual: int) -> None:
    cells = cells_of(units, usual)[0]
    quarter = decided(cells, FIELDS, LEAST, (), is_over=True)
    assert any(map(quarter.is_small, map(dossiers_in, cells.values())))
    assert quarter.city_only
