"""No group that is small in a quarter can be told from that quarter's rows and the next one's."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from oracles.differencing import Published
from oracles.over_quarters import told_over_quarters
from worlds.corrections import CORRECTION, LEAST, Office, cell_rows, corrected
from worlds.measured import seeded_dossiers
from worlds.paths import DATA

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A world takes a second, and a smaller one is no clearer."""
A, B = "1.000000", "1.000003"
"""Two procedures of one field."""


def spring(count: int, unit: str, procedure: str, name: str, **cells: str) -> list[list[str]]:
    """Dossiers of May, ended in May."""
    may = {"received_at": "2018-05-07", "promised_at": "2018-05-14", "returned_at": "2018-05-11"}
    return cell_rows(count, unit, procedure, name, **may | cells)


def left_open(count: int, unit: str, procedure: str, name: str) -> list[list[str]]:
    """Dossiers of February, ended in April."""
    return cell_rows(count, unit, procedure, name, returned_at="2018-04-09")


TWO_QUARTERS = [
    row
    for number, unit in enumerate(("u-0", "u-1", "u-2"))
    for turn, procedure in enumerate((A, B))
    for row in (
        *cell_rows(20, unit, procedure, f"F{number}{turn}"),
        *left_open(2, unit, procedure, f"O{number}{turn}"),
        *spring(20, unit, procedure, f"S{number}{turn}"),
    )
]
FEW = [
    row
    for number, unit in enumerate(("u-1", "u-2", "u-3"))
    for turn, procedure in enumerate(("1.000006", "1.000009"))
    for row in (
        *cell_rows(3, unit, procedure, f"R{number}{turn}"),
        *spring(3, unit, procedure, f"P{number}{turn}"),
    )
]
"""Three dossiers of each of three units and two procedures in each quarter."""
MANY = spring(15, "u-1", "1.000006", "T")
"""More in the second quarter, of one of these."""
ROW = ("u-1", "1.000006", "Lĩnh vực 0", "2018-Q2")


def told_in(rows: list[list[str]], least: int = LEAST) -> set[tuple]:
    with TemporaryDirectory() as folder:
        return set(told_over_quarters(Office(Path(folder), rows, least).publish()))


def test_a_row_does_not_say_what_a_small_group_left_open(tmp_path: Path) -> None:
    published = Office(tmp_path, [*TWO_QUARTERS, *FEW, *MANY]).publish()
    assert ROW in published.of("unit_procedure")
    one_open = left_open(1, "u-1", "1.000006", "Q")
    published = Office(tmp_path, [*TWO_QUARTERS, *FEW, *MANY, *one_open]).publish()
    assert ROW not in published.of("unit_procedure")
    assert list(told_over_quarters(published)) == []


def test_what_a_row_of_many_has_left_open_may_be_told_again(tmp_path: Path) -> None:
    """One of twenty is open at the end of March; of April's two dossiers one is that one."""
    rows = [
        *TWO_QUARTERS,
        *cell_rows(20, "u-1", "1.000006", "R"),
        *left_open(1, "u-1", "1.000006", "Q"),
        *spring(1, "u-1", "1.000006", "T"),
        *cell_rows(20, "u-2", "1.000006", "P"),
        *spring(20, "u-2", "1.000006", "U"),
    ]
    published = Office(tmp_path, rows).publish()
    row = published.of("unit_procedure")["u-1", "1.000006", "Lĩnh vực 0", "2018-Q1"]
    assert row["open_within_count"] + row["open_overdue_count"] == 1
    assert list(told_over_quarters(published)) == []


def test_a_procedure_joined_for_its_few_dossiers_gets_no_row_by_what_they_left(tmp_path) -> None:
    """Two in the city in the first quarter, thirty in the second, of which one is carried over."""
    others = [row for p in ("1.000006", "1.000009") for row in cell_rows(3, "u-2", p, p[-1:])]
    rare = [
        *cell_rows(1, "u-1", "1.000012", "R"),
        *left_open(1, "u-1", "1.000012", "Q"),
        *spring(30, "u-1", "1.000012", "T"),
    ]
    published = Office(tmp_path, [*TWO_QUARTERS, *others, *rare]).publish()
    assert published.groups["1.000012", "2018-Q2"] == (None, "Lĩnh vực 0")
    assert list(told_over_quarters(published)) == []


def test_a_quarter_too_small_for_any_row_is_not_told_by_the_next(tmp_path: Path) -> None:
    first = [*cell_rows(2, "u-1", A, "R"), *left_open(1, "u-1", A, "Q")]
    later = [row for row in TWO_QUARTERS if row[0].startswith("S")]
    published = Office(tmp_path, [*first, *later]).publish()
    assert {key[3] for key in published.of("procedure")} == set()
    published = Office(tmp_path, [*first[:2], *later]).publish()
    assert {key[3] for key in published.of("procedure")} == {"2018-Q2"}


def shipped_worlds():
    city, contract = load_city(DATA)[0], load_contract(DATA)[0]
    world = load_world(DATA, contract)
    return (world, city), (replace(world, closed_quarters=()), city)


@pytest.mark.parametrize("number", [0, 1], ids=["closed", "open"])
def test_nothing_is_told_of_the_shipped_city(number: int) -> None:
    published = Published(*shipped_worlds()[number])
    assert list(told_over_quarters(published)) == []
    rows = Counter(key[3] for key in published.of("unit_procedure"))
    assert min(rows.values()) >= 200, "nor is it so because hardly anything is published"


@settings(max_examples=12, deadline=None, phases=UNSHRUNK)
@given(st.integers(40, 900), st.integers(0, 10**6), st.sampled_from([2, 5, 9]))
def test_nothing_is_told_of_other_cities(count: int, seed: int, least: int) -> None:
    assert told_in(seeded_dossiers(count, seed), least) == set()


@settings(max_examples=5, deadline=None, phases=UNSHRUNK)
@given(
    st.sampled_from([(120, 1), (400, 2)]),
    st.lists(CORRECTION, min_size=1, max_size=30),
)
def test_no_correction_of_a_closed_quarter_tells_of_a_small_group(world, corrections) -> None:
    rows = seeded_dossiers(*world)
    with TemporaryDirectory() as folder:
        office = Office(Path(folder), rows)
        office.correct(corrected(rows, corrections))
        before = set(told_over_quarters(office.publish()))
        office.close()
        assert set(told_over_quarters(office.publish())) <= before


def test_the_attack_succeeds_where_the_next_quarter_is_decided_by_itself(tmp_path: Path) -> None:
    """The first quarter is closed as it should be, the second as if nothing were small."""
    rows = [*TWO_QUARTERS, *FEW, *MANY, *left_open(1, "u-1", "1.000006", "Q")]
    first = Office(tmp_path, rows).world.closed_quarters[0]
    bare = Office(tmp_path, rows, least=1)
    bare.world = replace(bare.world, closed_quarters=(first,))
    published = bare.publish()
    published.least = LEAST
    told = set(told_over_quarters(published))
    assert ("2018-Q1", "2018-Q2", "opened", ("row", ("u-1", "1.000006"))) in told
