"""Whatever a closing line says of its edition, its ledger is refused or can be told."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.chain import Chain, LedgerBroken, LedgerLine, parse_chain
from generator.ledger.changes import every_change, next_version
from generator.ledger.words import render_changes, render_list
from generator.verify.site import Site
from generator.verify.tables import check_tables

COUNTS = {"received_count": 5, "ended_count": 4, "on_time_count": 3, "judged_count": 4}
FACTS: dict[str, Any] = {
    "origin": "so-cong-khai/thanh-pho-mau",
    "version": "1.0.0",
    "data": None,
    "quarters": {"2018-Q4": COUNTS},
    "tables": {"units.csv": "ab" * 32},
}
PLACES = [
    (), ("origin",), ("version",), ("data",), ("quarters",), ("tables",), ("quarters", "2018-Q4"),
    ("quarters", "2018-Q4", "ended_count"), ("tables", "units.csv"), ("quarters", "0000-Q9"),
]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.floats(allow_nan=False),
    lambda part: (
        st.lists(part, max_size=2) | st.dictionaries(st.text(max_size=5), part, max_size=2)
    ),
    max_leaves=3,
)


def ledger(facts: Any) -> bytes:
    closings = (LedgerLine(f"2018-Q4{turn}", date(2018, 12, 31), "closed", facts=told)
                for turn, told in (("", FACTS), (".2", facts)))  # fmt: skip
    return Chain().with_lines(closings).content


def changed(place: Sequence[str], value: object) -> Any:
    if not place:
        return value
    facts = deepcopy(FACTS)
    inner = facts
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    return facts


def tell(chain: Chain) -> None:
    """All that is told of a ledger."""
    render_list(chain)
    for change in every_change(chain):
        render_changes(change)
    next_version(chain, (), FACTS)


@given(st.sampled_from(PLACES), VALUES)
def test_any_facts_are_refused_or_told(place: Sequence[str], value: object) -> None:
    try:
        chain = parse_chain(ledger(changed(place, value)))
    except LedgerBroken as broken:
        assert (broken.row, broken.code) == (2, "ledger-line")
    else:
        tell(chain)


@pytest.mark.parametrize(
    "wrong",
    [
        {"tables": "x"},
        {"quarters": "x"},
        {"version": 1},
        {"version": "1.0"},
        {"origin": "a b"},
        None,
    ],
)
def test_facts_that_are_none_are_refused(wrong: Any) -> None:
    with pytest.raises(LedgerBroken):
        parse_chain(ledger(FACTS | wrong if wrong else None))


def test_right_facts_are_told(tmp_path: Any) -> None:
    chain = parse_chain(ledger(FACTS))
    tell(chain)
    assert check_tables(Site(tmp_path), chain)
