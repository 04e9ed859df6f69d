"""What must hold of figures whatever the dossiers are."""

from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import pytest
from brute_force import brute_before_after, brute_force, percentile
from hypothesis import given, settings
from hypothesis import strategies as st
from measure_worlds import rows_of, seeded_dossiers, seeded_world, write_dossiers

from generator.clock import UnknownYear
from generator.contract.load import load_city, load_contract
from generator.intake import load_world
from generator.measure import measure
from generator.measure.engine import STEPS, connect, figure_rows, run_steps
from generator.measure.tables import insert_rows

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def halves(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("dossiers")
    rows = seeded_dossiers(3000, seed=643)
    return [write_dossiers(folder / f"{n}.csv", rows[n::2]) for n in range(2)]


@pytest.fixture(scope="module")
def whole(halves):
    return measure(*seeded_world(*halves))


def test_the_sql_counts_as_plain_python_does(halves, whole) -> None:
    expected = brute_force(*seeded_world(*halves))
    assert [row.key for row in whole.rows] == [row.key for row in expected]
    for ours, theirs in zip(whole.rows, expected, strict=True):
        assert asdict(ours) == asdict(theirs)


def test_what_was_taken_before_and_after_is_counted_as_well(halves, whole) -> None:
    assert list(whole.before_after) == brute_before_after(*seeded_world(*halves))


def test_the_seeded_world_holds_every_case(whole) -> None:
    counts = {name: n for name, n in asdict(whole.one()).items() if name.endswith("_count")}
    assert [name for name, count in counts.items() if not count] == ["carried_over_count"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_other_seeds_agree_as_well(seed: int, tmp_path) -> None:
    file = write_dossiers(tmp_path / "d.csv", seeded_dossiers(200, seed))
    world, city = seeded_world(file)
    assert list(measure(world, city).rows) == brute_force(world, city)


def test_the_shipped_dossiers_agree_as_well() -> None:
    contract, city = load_contract(DATA)[0], load_city(DATA)[0]
    world = load_world(DATA, contract)
    assert list(measure(world, city).rows) == brute_force(world, city)


def test_every_dossier_is_somewhere(whole) -> None:
    for row in whole.rows:
        opened = row.received_count + row.carried_over_count
        judged = row.early_count + row.on_time_count + row.overdue_count
        still_open = row.open_within_count + row.open_overdue_count
        assert opened == judged + still_open + row.no_deadline_count


def test_the_strict_reading_forgives_nothing(whole) -> None:
    for row in whole.rows:
        assert row.strict_on_time_count <= row.early_count + row.on_time_count
        assert row.strict_overdue_count >= row.overdue_count + row.open_overdue_count
    assert whole.one().strict_on_time_share < whole.one().on_time_share


def test_quarters_add_up_and_hand_over(whole) -> None:
    quarters = [whole.one(quarter=quarter) for quarter in whole.quarters]
    total = whole.one()
    for name in ("received_count", "ended_count", "early_count", "overdue_count"):
        assert sum(getattr(row, name) for row in quarters) == getattr(total, name)
    for before, after in pairwise(quarters):
        received = before.received_count + before.carried_over_count
        assert after.carried_over_count == received - before.ended_count


def test_sensitive_procedures_have_no_unit(whole) -> None:
    assert whole.one(procedure="1.000004") is not None
    assert whole.one(procedure="1.000004", quarter="2018-Q2") is not None
    assert not [row for row in whole.rows if row.unit_id and row.procedure_id == "1.000004"]
    per_unit = sum(row.received_count for row in whole.by("unit"))
    sensitive = whole.one(procedure="1.000004").received_count
    assert per_unit == whole.one().received_count - sensitive


def test_histograms_of_two_halves_add_up_to_the_whole(halves, whole) -> None:
    histograms = []
    for half in halves:
        with run_steps(*seeded_world(half), "5_histogram") as connection:
            histograms += connection.execute("SELECT * FROM histogram").fetchall()
    with run_steps(*seeded_world(), "5_histogram") as joined:
        insert_rows(joined, "histogram", histograms)
        for step in STEPS[5:]:
            joined.execute(step.read_text(encoding="utf-8"))
        assert figure_rows(joined) == whole.rows


def test_day_counts_are_the_ended_dossiers(whole) -> None:
    for quarter in whole.quarters:
        ended = sum(item.count for item in whole.day_counts if item.quarter == quarter)
        assert ended == whole.one(quarter=quarter).ended_count


def test_the_same_world_gives_the_same_figures(halves, whole) -> None:
    again = measure(*seeded_world(*reversed(halves)))
    assert again.rows == whole.rows
    assert again.day_counts == whole.day_counts


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=40))
def test_percentiles_are_what_they_say(days: list[int]) -> None:
    step = next(step for step in STEPS if step.stem == "6_figures").read_text(encoding="utf-8")
    with connect() as connection:
        connection.execute("CREATE TABLE settings AS SELECT 1 AS percentile_min_count")
        connection.execute(
            "CREATE TABLE histogram AS SELECT 'u' AS unit_id, 'p' AS procedure_id, 'f' AS field,"
            " '2018-Q1' AS quarter, 'new' AS origin, FALSE AS is_online, TRUE AS has_ended,"
            " 'granted' AS outcome, 'early' AS verdict, 'on_time' AS strict_verdict,"
            " 'on_time' AS legal_verdict, 'on_time' AS shortened_verdict,"
            " FALSE AS is_supplemented, FALSE AS is_apologised, FALSE AS is_unconfirmed,"
            " 'before' AS phase,"
            " unnest(?::INTEGER[]) AS days, 1 AS dossier_count",
            [days],
        )
        connection.execute(step)
        for row in figure_rows(connection):
            assert (row.median_days, row.p90_days) == (percentile(days, 5), percentile(days, 9))
            for share, days_needed in ((0.5, row.median_days), (0.9, row.p90_days)):
                assert sum(day <= days_needed for day in days) >= share * len(days)
                assert sum(day < days_needed for day in days) < share * len(days)


def test_no_dossiers_no_figures() -> None:
    figures = measure(*seeded_world())
    assert figures.rows == ()
    assert figures.quarters == ()


def test_a_file_with_a_header_alone_gives_no_figures(tmp_path) -> None:
    assert measure(*seeded_world(write_dossiers(tmp_path / "d.csv", []))).rows == ()


def test_a_dossier_outside_the_calendar_is_refused_by_year(tmp_path) -> None:
    row = seeded_dossiers(1, seed=1)[0]
    row[4:7] = ["2016-12-30", "", "2018-02-01"]
    with pytest.raises(UnknownYear, match="năm 2016; lịch hiện có: các năm 2018 đến 2018"):
        measure(*seeded_world(write_dossiers(tmp_path / "d.csv", [row])))


def test_no_id_and_no_day_is_left_in_the_histogram(halves) -> None:
    ids = {row["dossier_id"] for row in rows_of(halves[0])}
    with run_steps(*seeded_world(halves[0]), "5_histogram") as connection:
        types = dict(
            connection.execute(
                "SELECT column_name, column_type FROM (DESCRIBE histogram)"
            ).fetchall()
        )
        cells = {
            cell for row in connection.execute("SELECT * FROM histogram").fetchall() for cell in row
        }
    assert set(types.values()) == {"VARCHAR", "BOOLEAN", "INTEGER", "BIGINT"}
    assert not ids & cells
