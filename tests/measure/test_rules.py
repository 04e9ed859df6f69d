"""What must not move a figure: a letter of apology, and a limit that came later."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.measure import measure
from generator.model.figures import Figures
from oracles.brute_force import brute_before_after
from worlds.measured import seeded_dossiers, seeded_world, write_dossiers

ROWS = seeded_dossiers(400, seed=766)
APOLOGY = 10
"""The first of the two columns of the letter: when it was sent, and to when it reschedules."""
OF_APOLOGIES = {"overdue_without_apology_count", "overdue_without_apology_share"}
DAYS = [(date(2018, 1, 2) + timedelta(days=place)).isoformat() for place in range(340)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("rules")


@pytest.fixture(scope="module")
def plain(folder: Path) -> Figures:
    return measured(folder, [[*row[:APOLOGY], "", ""] for row in ROWS])


def measured(folder: Path, rows: list[list[str]]) -> Figures:
    return measure(*seeded_world(write_dossiers(folder / "d.csv", rows)))


def but_for_apologies(figures: Figures) -> list[dict[str, object]]:
    return [
        {name: value for name, value in asdict(row).items() if name not in OF_APOLOGIES}
        for row in figures.rows
    ]


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32))
def test_rescheduling_with_an_apology_starts_no_new_clock(folder, plain, seed: int) -> None:
    chance = Random(seed)
    letters = [[chance.choice(DAYS), chance.choice(DAYS)] for _ in ROWS]
    sorry = measured(
        folder, [[*row[:APOLOGY], *letter] for row, letter in zip(ROWS, letters, strict=True)]
    )
    assert but_for_apologies(sorry) == but_for_apologies(plain)
    assert sorry.before_after == plain.before_after
    assert sorry.one().overdue_without_apology_count < plain.one().overdue_without_apology_count


def test_without_any_letter_every_overdue_dossier_lacks_one(plain: Figures) -> None:
    for row in plain.rows:
        assert row.overdue_without_apology_count == row.overdue_count + row.open_overdue_count
        assert row.overdue_without_apology_share in (None, 1.0)


def test_a_dossier_is_judged_by_the_limit_in_force_when_it_was_received(folder, plain) -> None:
    """A stricter limit from July leaves what was received before as it was."""
    july = date(2018, 7, 1)
    early = [row for row in ROWS if row[4] < july.isoformat()]
    world, city = seeded_world(write_dossiers(folder / "early.csv", early))
    stricter = tuple(
        limit.model_copy(update={"valid_from": july, "limit_value": 0, "baseline_value": 1})
        for limit in world.procedure_limits
        if limit.valid_from.month == 6
    )
    changed = replace(world, procedure_limits=(*world.procedure_limits, *stricter))
    assert measure(changed, city).rows == measure(world, city).rows
    everything = write_dossiers(folder / "all.csv", [[*row[:APOLOGY], "", ""] for row in ROWS])
    later = measure(replace(changed, dossier_files=(everything,)), city)
    assert later.one().shortened_overdue_count > plain.one().shortened_overdue_count
    assert later.one().legal_overdue_count > plain.one().legal_overdue_count


def test_the_limit_ends_on_its_last_day_and_begins_on_its_first(folder) -> None:
    """1.000001 takes 20 calendar days until 31 May 2018, and 14 from 1 June."""
    last, first = date(2018, 5, 31), date(2018, 6, 1)
    rows = [
        ["a", "1.000001", "u-0", "counter", last.isoformat(), "", "2018-06-20", *[""] * 5],
        ["b", "1.000001", "u-1", "counter", first.isoformat(), "", "2018-06-21", *[""] * 5],
    ]
    for row in rows:
        row[9] = "granted"
    assert date.fromisoformat(rows[1][6]) - first == timedelta(days=20)
    figures = measured(folder, rows)
    old, new = figures.one(unit="u-0"), figures.one(unit="u-1")
    assert (old.legal_on_time_count, old.shortened_on_time_count) == (1, 1)
    assert (new.legal_on_time_count, new.shortened_on_time_count) == (1, 0)
    assert new.shortened_overdue_count == 1


def test_a_sensitive_procedure_counts_whole_quarters_before_and_after_only(folder) -> None:
    """1.000001 changes on 1 June, so what came in from April to June is in neither phase."""
    days = ["2018-02-01", "2018-03-30", "2018-04-03", "2018-06-04", "2018-07-02"]
    rows = [
        [str(n), "1.000001", "u-0", "counter", day, "", "2018-07-20", "", "", "granted", "", ""]
        for n, day in enumerate(days)
    ]
    world, city = seeded_world(write_dossiers(folder / "quiet.csv", rows))
    quiet = tuple(
        item.model_copy(update={"sensitive": item.procedure_id == "1.000001"})
        for item in world.procedures
    )
    counts = [
        {item.phase: item.ended_count for item in measure(those, city).before_after}
        for those in (world, replace(world, procedures=quiet))
    ]
    assert counts == [{"before": 3, "after": 2}, {"before": 2, "after": 1}]
    secret = replace(world, procedures=quiet)
    assert list(measure(secret, city).before_after) == brute_before_after(secret, city)
