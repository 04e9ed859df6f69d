"""Deciding what of a quarter is published takes no time that grows faster than its units."""

import random
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from generator.measure.beside import side_of
from generator.measure.deciding import decided
from generator.measure.quarter import Key
from generator.measure.standing import neighbours
from generator.measure.two_way import Counts
from growth.measure import TWICE, growth

QUARTERS = ("2018-Q1", "2018-Q2")
FIELDS = {f"p-{number:02d}": f"f-{number % 3}" for number in range(12)}
LEAST, MANY = 5, 120
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


def work(usual: int, units: int) -> Callable[[], int]:
    return partial(decide, cells_of(units, usual))


@pytest.mark.parametrize("usual", [2, 4, 6, 12, 20])
def test_twice_the_units_take_twice_the_time(usual: int) -> None:
    assert work(usual, MANY)() > MANY, "something is published"
    assert growth(partial(work, usual), MANY) <= TWICE**2
