"""What has happened did not happen after today: today itself will do."""

from datetime import date, timedelta

import pytest

from generator.check.rules.days_to_come import days_to_come
from generator.model.datasets import DATASETS
from generator.model.record import Record
from worlds.rules import CITY, codes, small

HAPPENED = [
    (dataset.record, name)
    for dataset in DATASETS.values()
    for name, column in dataset.columns.items()
    if column.happened
]


@pytest.mark.parametrize(
    ("kind", "column"), HAPPENED, ids=lambda part: getattr(part, "__name__", part)
)
def test_nothing_happened_tomorrow(kind: type[Record], column: str) -> None:
    assert CITY
    before = {name: date(2018, 1, 2) for of, name in HAPPENED if of is kind}
    for later, expected in ((0, []), (1, ["day-to-come"])):
        day = CITY.as_of + timedelta(days=later)
        assert codes(days_to_come, small(kind, **(before | {column: day}))) == expected
