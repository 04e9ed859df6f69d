"""Each small group may be missing: another table with the same rows, in which it is, is laid out.

A solver of whole numbers can prove nothing of a count where such a table is at hand.
"""

from collections import Counter

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.measure.aspects import ORIGIN, Aspect
from generator.measure.exchange import dossiers_of, emptied, irreplaceable
from generator.measure.method import COUNTED
from generator.measure.two_way import TwoWay
from measure.test_identities import published
from measure.test_suppression import shipped_world
from oracles.another_table import faults, named
from oracles.differencing import Published, hidden_cells, size

DERIVED = {"ended_count", "strict_on_time_count"}
"""How many have ended, and those that are judged but for the late ones."""


def tables(published: Published):
    """(table, small cells) of each quarter."""
    for _, cells in hidden_cells(published):
        small = [c for c in cells if c[0] is not None and 0 < size(cells[c]) < published.least]
        yield TwoWay(cells), small


def missed(published: Published) -> list[tuple]:
    """The small groups that no other table is shown to do without."""
    found: list[tuple] = []
    for table, small in tables(published):
        dossiers = dossiers_of(table)
        for cell in small:
            exchange = emptied(dossiers, cell, table.cells[cell])
            if exchange is None or faults(table, exchange):
                found.append(cell)
    return found


def test_every_count_is_of_an_aspect() -> None:
    assert named() | DERIVED == set(COUNTED)


def test_every_small_group_of_the_shipped_city_may_be_missing() -> None:
    shipped = Published(*shipped_world())
    assert sum(len(small) for _, small in tables(shipped)) > 1000
    assert missed(shipped) == []


@pytest.mark.parametrize(("count", "seed"), [(300, 11), (600, 2), (900, 7), (60, 5)])
def test_every_small_group_of_a_city_of_few_units_may_be_missing(count: int, seed: int) -> None:
    assert missed(published(count, seed)) == []


@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(40, 900), st.integers(0, 10**6), st.sampled_from([2, 5, 9]))
def test_every_small_group_of_other_cities_may_be_missing(
    count: int, seed: int, least: int
) -> None:
    assert missed(published(count, seed, least)) == []


def test_dossiers_are_found_that_nothing_protects() -> None:
    bare = published(300, 11, least=1)
    bare.least = 5
    for name in ("dossier_counts", "histogram"):
        bare.rows[name] = [row for row in bare.rows[name] if row["scope"] != "unit_procedure"]
    assert missed(bare)


def counted(*dossiers: tuple) -> Counter:
    """Dossiers that ended early, each after so many days; of None one that is open."""
    found: Counter = Counter()
    for days in dossiers:
        found["received_count"] += 1
        if days is None:
            found["open_within_count"] += 1
        else:
            found.update(["ended_count", "early_count", "strict_on_time_count", days])
    return found


def test_a_dossier_changes_places_with_one_that_is_like_it() -> None:
    cells = {("A", "p"): counted(3), ("A", "q"): counted(9), (None, "q"): counted(3)}
    assert list(irreplaceable(TwoWay(cells), [("A", "p")])) == []


def test_an_open_one_does_not_stand_for_one_that_ended() -> None:
    cells = {("A", "p"): counted(3), ("A", "q"): counted(9), (None, "q"): counted(None, None)}
    assert list(irreplaceable(TwoWay(cells), [("A", "p")])) == [("A", "p")]


def test_days_are_evened_out_by_a_row_that_has_both() -> None:
    """Of the first procedure one ended after 3 days, and another row's dossier took 5."""
    cells = {("A", "p"): counted(3), ("A", "q"): counted(9), (None, "q"): counted(5)}
    table = TwoWay(cells)
    assert list(irreplaceable(table, [("A", "p")])) == [("A", "p")]
    cells |= {("B", "p"): counted(5, 7), ("B", "q"): counted(3, 8)}
    assert list(irreplaceable(table, [("A", "p")])) == []
    exchange = emptied(dossiers_of(table), ("A", "p"), cells["A", "p"])
    assert exchange
    assert faults(table, exchange) == []


def test_days_are_evened_out_over_a_third_procedure() -> None:
    cells = {
        ("A", "p"): counted(3),
        ("A", "q"): counted(9),
        (None, "q"): counted(5),
        ("B", "p"): counted(5, 7),
        ("B", "r"): counted(3, 8),
        ("C", "r"): counted(5, 2),
        ("C", "q"): counted(3, 1),
    }
    table = TwoWay(cells)
    exchange = emptied(dossiers_of(table), ("A", "p"), cells["A", "p"])
    assert exchange
    assert faults(table, exchange) == []


MARKED = Aspect(("late", "early"), ("worse",))


@pytest.mark.parametrize(
    ("counts", "pile"),
    [
        ({"late": 2, "early": 1, "worse": 1}, {("late", 1): 1, ("late", 0): 1, ("early", 0): 1}),
        ({"late": 1, "worse": 1}, {("late", 1): 1, (None, 0): 2}),
        ({}, {(None, 0): 3}),
        ({"late": 9, "worse": 9}, {("late", 1): 3}),
    ],
)
def test_a_group_is_told_apart_by_what_its_dossiers_are(counts: dict, pile: dict) -> None:
    expected = {(value, (bool(mark),)): count for (value, mark), count in pile.items()}
    assert MARKED.pile(Counter(counts), 3) == expected


def test_what_was_received_online_was_received() -> None:
    counts = Counter(received_count=2, received_online_count=1, carried_over_count=1)
    online, other, old = (
        ("received_count", (True,)),
        ("received_count", (False,)),
        "carried_over_count",
    )
    assert ORIGIN.pile(counts, 3) == {online: 1, other: 1, (old, (False,)): 1}
