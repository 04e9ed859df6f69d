"""The day that must come first does, in every column that says so; the same day will do."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from generator.check.rules.date_order import date_order
from generator.model.datasets import DATASETS, name_of
from generator.model.record import Record
from worlds.rules import WORLD, codes, small

ORDERED = [
    (dataset.record, name, column.not_before)
    for dataset in DATASETS.values()
    for name, column in dataset.columns.items()
    if column.not_before
]
ALONE = date(2018, 3, 1)


def earlier(kind: type[Record], column: str) -> Iterator[str]:
    """The column that must come first, the one before that, and so on."""
    for of, name, first in ORDERED:
        if of is kind and name == column:
            yield first
            yield from earlier(kind, first)


@pytest.mark.parametrize(
    ("kind", "column", "first"), ORDERED, ids=lambda part: getattr(part, "__name__", part)
)
def test_a_day_does_not_come_before_the_one_it_follows(
    kind: type[Record], column: str, first: str
) -> None:
    others = [name for of, name, _ in ORDERED if of is kind and name != column]
    days = dict.fromkeys(others, None)
    for late, expected in ((-1, ["date-order"]), (0, []), (1, [])):
        given = dict.fromkeys(earlier(kind, column), ALONE)
        given[column] = ALONE + timedelta(days=late)
        assert codes(date_order, small(kind, **(days | given))) == expected, late


def test_every_kind_that_orders_days_is_in_the_small_city() -> None:
    assert ORDERED
    assert all(getattr(WORLD, name_of(kind)) for kind, _, _ in ORDERED)
