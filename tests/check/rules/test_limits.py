"""One limit a procedure on each day: where one ends and the next begins."""

from datetime import date

import pytest

from generator.check.rules.limits import limit_parts, limit_periods
from generator.model.records import ProcedureLimit
from worlds.rules import codes, small


def limit(first: date, last: date | None, **cells: object) -> ProcedureLimit:
    return small(ProcedureLimit, valid_from=first, valid_to=last, **cells)


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        (date(2018, 6, 29), "limit-gap"),
        (date(2018, 6, 30), ""),
        (date(2018, 7, 1), "limit-overlap"),
        (None, "limit-overlap"),
    ],
)
def test_the_next_limit_begins_on_the_day_after_the_last(ends: date | None, code: str) -> None:
    limits = limit(date(2018, 7, 1), None), limit(date(2018, 1, 1), ends)
    assert codes(limit_periods, *limits) == ([code] if code else [])


def test_limits_of_other_procedures_are_none_of_this_one_s_business() -> None:
    first, second = limit(date(2018, 1, 1), None), limit(date(2018, 1, 1), None)
    other = second.model_copy(update={"procedure_id": "9.000003"})
    assert codes(limit_periods, first, other) == []


@pytest.mark.parametrize(
    ("value", "unit", "code"),
    [
        (5, "day", ""),
        (0, "same_day", ""),
        (None, None, ""),
        (5, None, "limit-without-unit"),
        (None, "day", "limit-without-value"),
    ],
)
def test_a_limit_is_whole(value: int | None, unit: str | None, code: str) -> None:
    record = limit(date(2018, 1, 1), None, limit_value=value, limit_unit=unit)
    assert codes(limit_parts, record) == ([code] if code else [])
