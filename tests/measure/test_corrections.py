"""What is published of a closed quarter stays, and no two editions tell of a small group."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oracles.two_editions import (
    changes_without_a_group,
    rows_of,
    small_differences,
    sums_of,
    told_changes,
)
from worlds.corrections import CORRECTION, LEAST, QUARTERS, Office, cell_rows, corrected
from worlds.measured import seeded_dossiers

TWO_WARDS = [
    *cell_rows(20, "u-1", "1.000000", "A"),
    *cell_rows(20, "u-1", "1.000001", "B"),
    *cell_rows(20, "u-2", "1.000000", "C"),
    *cell_rows(20, "u-2", "1.000001", "D"),
]
"""Two wards, two procedures, twenty dossiers of the first quarter in each cell: every row is
published."""
WARD_1 = ("unit_procedure", ("u-1", "1.000000", "Lĩnh vực 0", "2018-Q1"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, TWO_WARDS)


def everything(published) -> dict:
    return {quarter: rows_of(published, quarter) for quarter in QUARTERS}


def test_one_late_dossier_changes_nothing_that_is_published(office: Office) -> None:
    """A ward enters one more dossier of February after the first quarter was published, rejected.
    Were it counted, the ward's 20 would be 21 and its rejected 0 would be 1: everybody who
    compares would read that one person's dossier was rejected."""
    before = everything(office.publish())
    assert before["2018-Q1"][WARD_1]["received_count"] == 20
    late = cell_rows(1, "u-1", "1.000000", "L", outcome="rejected")
    office.correct([*TWO_WARDS, *late])
    assert everything(office.publish()) == before
    office.close()
    assert everything(office.publish()) == before


def test_small_corrections_add_up_until_they_are_a_group(office: Office) -> None:
    """Four late dossiers wait; with the fifth they are a group, and the next closing counts all."""
    before = everything(office.publish())
    for count in (2, 4):
        office.correct([*TWO_WARDS, *cell_rows(count, "u-1", "1.000000", "L")])
        office.close()
        assert everything(office.publish()) == before
    office.correct([*TWO_WARDS, *cell_rows(LEAST, "u-1", "1.000000", "L")])
    assert everything(office.publish()) == before, "not before the edition is closed"
    office.close()
    after = everything(office.publish())
    assert after["2018-Q1"][WARD_1]["received_count"] == 25
    changed = {row for row, counts in after["2018-Q1"].items() if counts != before["2018-Q1"][row]}
    assert {scope for scope, _ in changed} == {"procedure", "unit", "unit_procedure"}


def test_dossiers_put_in_the_place_of_others_are_no_smaller_group(office: Office) -> None:
    """Four gone and eight come are four more: told as they are, they would be a group of four."""
    before = everything(office.publish())
    kept = [row for row in TWO_WARDS if row[0] not in ("A000", "A001", "A002", "A003")]
    office.correct([*kept, *cell_rows(8, "u-1", "1.000000", "L")])
    office.close()
    assert everything(office.publish()) == before


def test_a_ward_that_gains_does_not_hide_behind_one_that_loses(office: Office) -> None:
    """Eight more at one ward and six fewer at another are two more in the city: the six wait."""
    kept = [row for row in TWO_WARDS if row[0][0] != "D" or row[0] >= "D006"]
    one = office.publish()
    office.correct([*kept, *cell_rows(8, "u-1", "1.000000", "L")])
    office.close()
    two = office.publish()
    assert list(small_differences(one, two, "2018-Q1")) == []
    assert sums_of(two, "2018-Q1")[("city", (None, None, None, "2018-Q1"))] == 88
    office.close()
    three = office.publish()
    assert list(small_differences(two, three, "2018-Q1")) == []
    assert sums_of(three, "2018-Q1")[("city", (None, None, None, "2018-Q1"))] == 82


def test_dossiers_moved_from_one_ward_to_another_are_counted_once(office: Office) -> None:
    moved = [[*row[:2], "u-2", *row[3:]] if row[0] < "A008" else row for row in TWO_WARDS]
    office.correct(moved)
    office.close()
    sums = sums_of(office.publish(), "2018-Q1")
    assert sums[("city", (None, None, None, "2018-Q1"))] == 80
    assert sums[WARD_1] == 12


def test_a_procedure_that_becomes_sensitive_loses_its_rows_by_ward_at_once(office: Office) -> None:
    before = everything(office.publish())["2018-Q1"]
    office.mark_sensitive("1.000000")
    for _ in range(2):
        after = everything(office.publish())["2018-Q1"]
        gone = {row for row in before if row[0] == "unit_procedure" and row[1][1] == "1.000000"}
        assert after == {row: counts for row, counts in before.items() if row not in gone}
        assert len(gone) == 2
        office.close()


def test_a_quarter_whose_dossiers_are_gone_stays(office: Office) -> None:
    before = everything(office.publish())
    for left in (60, 0):
        office.correct(TWO_WARDS[:left])
        office.close()
        assert everything(office.publish()) == before


def test_what_fell_below_a_group_is_not_shown_as_a_rest(tmp_path: Path) -> None:
    """Of twenty dossiers with a row of their own seventeen are gone: three would be left."""
    many = [*TWO_WARDS, *cell_rows(80, "u-3", "1.000001", "E")]
    office = Office(tmp_path, many)
    before = everything(office.publish())
    office.correct([row for row in many if row[0][0] != "A" or row[0] < "A003"])
    office.close()
    assert everything(office.publish()) == before
    office.correct([row for row in many if row[0][0] != "A"])
    office.close()
    assert WARD_1 not in everything(office.publish())["2018-Q1"], "nobody is left to be told of"


@settings(max_examples=8, deadline=None)
@given(
    st.sampled_from([(120, 1), (400, 2), (900, 3)]),
    st.lists(CORRECTION, min_size=1, max_size=30),
    st.lists(CORRECTION, max_size=12),
)
def test_no_two_editions_tell_of_a_small_group(world, first, second) -> None:
    rows = seeded_dossiers(*world)
    with TemporaryDirectory() as folder:
        office = Office(Path(folder), rows)
        editions = [office.publish()]
        for corrections in (first, second):
            rows = corrected(rows, corrections)
            office.correct(rows)
            office.close()
            editions.append(office.publish())
    for one, two in pairwise(editions):
        for quarter in QUARTERS:
            assert list(small_differences(one, two, quarter)) == []
            assert list(changes_without_a_group(one, two, quarter)) == []
            assert told_changes(one, two, quarter) == []
            assert min(map(size_of, rows_of(two, quarter).values()), default=LEAST) >= LEAST


def size_of(counts) -> int:
    return counts["received_count"] + counts["carried_over_count"]


def test_the_attack_on_two_editions_succeeds_where_nothing_is_kept(tmp_path: Path) -> None:
    one = Office(tmp_path, TWO_WARDS).publish()
    two = Office(tmp_path, [*TWO_WARDS, *cell_rows(1, "u-1", "1.000000", "L")]).publish()
    assert {row[0] for row, _ in small_differences(one, two, "2018-Q1")} >= {"city", "unit"}
    assert list(changes_without_a_group(one, two, "2018-Q1"))
    assert told_changes(one, two, "2018-Q1") == [("u-1", "1.000000")]
