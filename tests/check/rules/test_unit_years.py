"""A unit acts, and is acted upon, from its first day to its last, both of them included."""

from datetime import date, timedelta

import pytest

from generator.check.rules.unit_years import unit_years
from generator.model.datasets import DATASETS
from generator.model.record import Record
from generator.model.records import Unit
from worlds.rules import codes, small

OF_UNITS = [
    (dataset.record, name, column.needs_unit)
    for dataset in DATASETS.values()
    for name, column in dataset.columns.items()
    if column.needs_unit
]
FIRST, LAST = date(2018, 2, 1), date(2018, 11, 30)
UNIT = small(Unit, unit_id="p-moi", valid_from=FIRST, valid_to=LAST)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "column", "unit"), OF_UNITS, ids=lambda part: getattr(part, "__name__", part)
)
def test_a_unit_s_first_and_last_day_are_its_own(
    kind: type[Record], column: str, unit: str
) -> None:
    for day, expected in ((FIRST - DAY, 1), (FIRST, 0), (LAST, 0), (LAST + DAY, 1)):
        record = small(kind, **{unit: UNIT.unit_id, column: day})
        assert codes(unit_years, UNIT, record).count("unit-out-of-years") == expected, day
