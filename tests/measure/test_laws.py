"""What must hold of figures whatever the dossiers are."""

import re
from dataclasses import asdict, fields, replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import duckdb
import pytest
from duckdb import connect
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clock import UnknownYear
from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.measure import measure
from generator.measure.dossiers import measure_in_parts, part_count
from generator.measure.engine import figure_rows, run_steps
from generator.measure.method import COUNTED, PUBLISHED_COUNTS, STEPS
from generator.measure.tables import insert_rows
from generator.model.counts import OneStopLine
from generator.model.figures import Figure
from generator.model.shares import PERCENTILES, SHARES
from generator.model.text import quarter_of
from generator.model.unit_groups import UNIT_GROUPS
from oracles.brute_force import brute_before_after, brute_force, percentile
from worlds.measured import (
    NEVER_CLOSED,
    rows_of,
    seeded_dossiers,
    seeded_world,
    write_dossiers,
)
from worlds.paths import DATA


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
    world = replace(load_world(DATA, contract), closed_quarters=())
    policy = city.policy.model_copy(update={"smallest_count": 1})
    city = city.model_copy(update={"policy": policy})
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


@cache
def columns_of_counts() -> dict[str, str]:
    """The columns of the published counts, as SQL declares them."""
    with run_steps(*seeded_world(), "6_groups") as empty:
        return {
            name: ", ".join(f"{c[0]} {c[1]}" for c in empty.execute(f"DESCRIBE {name}").fetchall())
            for name in PUBLISHED_COUNTS
        }


def figures_of_counts(tables: dict[str, list], minimum: int = 30) -> tuple[Figure, ...]:
    """The figures that the public steps make of published counts, and of nothing else."""
    with connect() as connection:
        connection.execute(f"CREATE TABLE settings AS SELECT {minimum} AS percentile_min_count")
        for name, columns in columns_of_counts().items():
            connection.execute(f"CREATE TABLE {name} ({columns})")
            insert_rows(connection, name, tables.get(name, []))
        for step in STEPS:
            if not step.is_private:
                connection.execute(step.text)
        return figure_rows(connection)


def joined(*parts) -> dict[str, list]:
    """The published counts of dossiers of several cities, one below the other."""
    rows = {name: [] for name in PUBLISHED_COUNTS if name != UNIT_GROUPS}
    for part in parts:
        for table in part.count_tables:
            if table.name in rows:
                rows[table.name] += table.rows
    return rows


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 2999), st.integers(0, 1000))
def test_counts_of_two_parts_add_up_to_the_whole(whole, cut: int, seed: int) -> None:
    rows = seeded_dossiers(3000, seed=643)
    Random(seed).shuffle(rows)
    with TemporaryDirectory() as folder:
        parts = [
            measure(*seeded_world(write_dossiers(Path(folder) / f"{n}.csv", part)))
            for n, part in enumerate((rows[:cut], rows[cut:]))
        ]
    (alike,) = [table.rows for table in whole.count_tables if table.name == UNIT_GROUPS]
    assert figures_of_counts(joined(*parts) | {UNIT_GROUPS: alike}) == whole.rows


@pytest.mark.parametrize("count", [2, 5])
def test_dossiers_counted_in_parts_give_the_same_to_the_last_row(halves, count: int) -> None:
    world, city = seeded_world(*halves)
    assert measure_in_parts(world, city, count) == measure_in_parts(world, city, 1)


def test_many_dossiers_are_counted_in_parts(halves, tmp_path) -> None:
    assert part_count(halves) == 1
    assert part_count([]) == 1
    many = tmp_path / "many.parquet"
    duckdb.sql(f"COPY (SELECT range AS dossier_id FROM range(6000000)) TO '{many}'")
    assert part_count([*halves, many]) == 3


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
    keys = [
        ("procedure", None, "p", "f", "2018-Q1"),
        ("unit", "u", None, None, "2018-Q1"),
        ("unit_procedure", "u", "p", "f", "2018-Q1"),
    ]
    counts = {
        "histogram": [(*key, day, 1) for key in keys for day in days],
        "dossier_counts": [(*key, *[len(days)] * len(COUNTED)) for key in keys],
    }
    for row in figures_of_counts(counts, minimum=1):
        assert (row.median_days, row.p90_days) == (percentile(days, 5), percentile(days, 9))
        for column, _, part, whole in PERCENTILES:
            needed = getattr(row, column)
            assert sum(day <= needed for day in days) * whole >= part * len(days)
            assert sum(day < needed for day in days) * whole < part * len(days)


def test_shares_are_what_they_say(whole) -> None:
    assert {*SHARES} == {item.name for item in fields(Figure) if item.name.endswith("_share")}
    for row in whole.rows:
        for share, (part, of) in SHARES.items():
            some, all_ = (sum(getattr(row, name) for name in names) for names in (part, of))
            assert getattr(row, share) == (some / all_ if all_ else None), (row.key, share)


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


def test_no_id_and_no_day_is_left_in_the_counts(halves) -> None:
    ids = {row["dossier_id"] for row in rows_of(halves[0])}
    counted = measure(*seeded_world(halves[0]))
    cells = {cell for table in counted.count_tables for row in table.rows for cell in row}
    assert {type(cell) for cell in cells} == {str, int, type(None)}
    assert not ids & cells
    texts = {cell for cell in cells if isinstance(cell, str)}
    assert not [text for text in texts if re.search(r"\d{4}-\d{2}-\d{2}", text)]


def test_sensitive_procedures_have_no_unit_in_the_counts(whole) -> None:
    for table in whole.count_tables:
        if table.name not in PUBLISHED_COUNTS or "procedure_id" not in table.columns:
            continue
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        mine = [row for row in rows if row["procedure_id"] == "1.000004"]
        assert mine, table.name
        assert not [row for row in mine if row.get("unit_id")]


def test_dossiers_ended_on_days_off_are_counted_by_the_calendar(halves, whole) -> None:
    world, city = seeded_world(*halves)
    sensitive = {item.procedure_id for item in world.procedures if item.sensitive}
    rows = {row.date: row.status == "work" for row in world.calendar}
    found: dict[tuple[str, str], list[int]] = {}
    for row in (row for half in halves for row in rows_of(half)):
        day = date.fromisoformat(row["returned_at"][:10]) if row["returned_at"] else None
        if day is None or day > city.as_of or row["procedure_id"] in sensitive:
            continue
        is_worked = rows.get(day, day.isoweekday() <= 5)
        off = not is_worked and row["unit_id"] != NEVER_CLOSED
        counts = found.setdefault((row["unit_id"], quarter_of(day)), [0, 0, 0])
        counts[0] += 1
        counts[1] += off and row["channel"] == "online"
        counts[2] += off and row["channel"] != "online"
    (table,) = [table for table in whole.count_tables if table.name == "day_off_counts"]
    assert {(row[0], row[1]): list(row[2:]) for row in table.rows} == found
    assert all(sum(counts[place] for counts in found.values()) for place in range(3))


def test_lines_of_the_one_stop_report_add_up(whole) -> None:
    counts = [f.name for f in fields(OneStopLine) if f.name.endswith("_count")]
    for quarter in whole.quarters:
        lines = [line for line in whole.one_stop if line.quarter == quarter]
        (city,) = [line for line in lines if line.scope == "all"]
        for scopes in ({"field"}, {"unit", "city_only"}):
            parts = [line for line in lines if line.scope in scopes]
            for name in counts:
                assert sum(getattr(part, name) for part in parts) == getattr(city, name), name
        for line in lines:
            received = line.received_online_count + line.received_in_person_count
            assert line.accepted_count == received + line.carried_over_count
            assert line.accepted_count == line.ended_count + line.open_count
            judged = line.early_count + line.on_time_count + line.overdue_count
            still_open = line.open_within_count + line.open_overdue_count
            assert line.accepted_count == judged + still_open + line.no_deadline_count
