"""What holds among the counts of any group gives back no count of a small one."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.measure.exchange import dossiers_of, emptied, irreplaceable
from generator.measure.method import COUNTED
from generator.measure.two_way import TwoWay, exposed
from measure.test_suppression import shipped_world, with_least
from oracles.differencing import Published
from oracles.identities import IDENTITIES, broken, sure_counts, told_by_identities
from worlds.measured import seeded_dossiers, seeded_world, write_dossiers


def published(count: int, seed: int, least: int = 5) -> Published:
    with TemporaryDirectory() as folder:
        rows = seeded_dossiers(count, seed)
        world, city = seeded_world(write_dossiers(Path(folder) / "d.csv", rows))
        return Published(world, with_least(city, least))


@pytest.fixture(scope="module")
def shipped() -> Published:
    return Published(*shipped_world())


def test_every_count_stands_in_something_that_holds() -> None:
    named = {name for one in IDENTITIES for name in (*one.these, *one.those)}
    assert set(COUNTED) <= named


def test_it_holds_of_every_group(shipped) -> None:
    cells = [*shipped.all_cells().values(), *published(3000, 9).all_cells().values()]
    assert len(cells) > 1000
    assert not [(one, counts) for one in IDENTITIES for counts in cells if broken(one, counts)]


def test_nothing_is_told_of_the_shipped_city(shipped) -> None:
    assert list(told_by_identities(shipped)) == []


@pytest.mark.parametrize(("count", "seed"), [(600, 2), (900, 7)])
def test_nothing_is_told_of_a_city_of_few_units(count: int, seed: int) -> None:
    assert list(told_by_identities(published(count, seed))) == []


@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(40, 900), st.integers(0, 10**6), st.sampled_from([2, 5, 9]))
def test_nothing_is_told_of_other_cities(count: int, seed: int, least: int) -> None:
    assert list(told_by_identities(published(count, seed, least))) == []


NEW, OLD = "received_count", "carried_over_count"
EARLY = ("ended_count", "early_count", "strict_on_time_count", 3)
OPEN = ("open_within_count",)
TABLE = {
    ("A", "a"): Counter((NEW, *EARLY)),
    ("A", "b"): Counter((OLD, *OPEN)),
    ("A", "d"): Counter((OLD, *EARLY)),
    ("B", "a"): Counter((NEW, *OPEN)),
    ("B", "b"): Counter((OLD, *OPEN)),
    ("B", "c"): Counter((NEW, *OPEN)),
    ("C", "a"): Counter((NEW, *EARLY)),
    ("C", "b"): Counter((NEW, *OPEN)),
    ("C", "c"): Counter((OLD, *OPEN)),
    ("C", "d"): Counter((OLD, *EARLY)),
}
"""One dossier of each unit and procedure."""


def test_what_the_margins_leave_open_may_follow_from_what_holds() -> None:
    assert list(exposed(TwoWay(TABLE), TABLE)) == []
    told = {("A", "d"), ("C", "a")}
    assert {cell for cell, _ in sure_counts(TABLE)} == told
    assert told <= set(irreplaceable(TwoWay(TABLE), TABLE))


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("ABC"), st.sampled_from("abc")),
        st.lists(st.tuples(st.sampled_from([NEW, OLD]), st.sampled_from([EARLY, OPEN]))),
    )
)
def test_the_search_finds_all_that_the_stranger_finds(dossiers) -> None:
    cells = {
        cell: sum((Counter((origin, *fate)) for origin, fate in some), Counter())
        for cell, some in dossiers.items()
        if some
    }
    table = TwoWay(cells)
    dossiers = dossiers_of(table)
    told = {cell for cell, _ in sure_counts(cells)}
    assert not [c for c in told.intersection(cells) if emptied(dossiers, c, cells[c])]
