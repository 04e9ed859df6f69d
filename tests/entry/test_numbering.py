"""The next free number of a record."""

import pytest

from generator.entry.numbering import next_keys


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["ng-2018-001", "ng-2018-014"], ["ng-2018-015", "ng-2018-016"]),
        (["ng-2018-014", "ng-2018-002"], ["ng-2018-015", "ng-2018-016"]),
        (["ng-2017-014"], ["ng-2018-001", "ng-2018-002"]),
        (["ng-2018-999"], ["ng-2018-1000", "ng-2018-1001"]),
        (["nv-1-1", "nv-4-9"], ["nv-4-10", "nv-4-11"]),
        (["7"], ["8", "9"]),
        (["van-phong"], []),
        ([], []),
    ],
)
def test_numbers_go_on_after_the_highest(keys: list[str], expected: list[str]) -> None:
    assert next_keys(keys, 2018, 2) == expected


def test_the_first_number_is_as_the_contract_has_it() -> None:
    assert next_keys([], 2026, 2, "ng-2018-001") == ["ng-2026-001", "ng-2026-002"]
    assert next_keys([], 2026, 2, "p-dong-tho") == []
