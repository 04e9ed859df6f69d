"""Settings that changed since a closing, in words a reader can tell apart."""

import pytest

from generator.datafolder.load import load_city
from generator.ledger.setting_changes import sealed_settings, setting_changes
from worlds.paths import DATA

SEALED = sealed_settings(load_city(DATA)[0])  # type: ignore[arg-type]
LISTS = [
    (block, name)
    for block, inner in SEALED.items()
    if isinstance(inner, dict)
    for name, value in inner.items()
    if isinstance(value, list) and value
]


@pytest.mark.parametrize(("block", "name"), LISTS)
def test_a_list_that_was_empty_is_told_by_what_is_in_it(block: str, name: str) -> None:
    """And nothing is told to have been nothing, and to be nothing now."""
    without = SEALED | {block: SEALED[block] | {name: []}}
    for before, after in ((without, SEALED), (SEALED, without)):
        told = setting_changes(before, after)
        assert told
        assert [change.place for change in told if change.before == change.after] == []


def test_what_did_not_change_is_not_told() -> None:
    assert setting_changes(SEALED, SEALED) == []
