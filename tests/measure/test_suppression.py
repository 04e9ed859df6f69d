"""No group of fewer dossiers than the city's smallest count is published, or can be told."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.measure import measure
from generator.measure.primary import Group, groups_of
from generator.measure.quarter import Key, Quarter
from generator.measure.secondary import search
from generator.model.apologies import APOLOGY_COUNTS
from generator.model.figures import Figures
from generator.model.own_counts import NOT_OF_RECORDS
from generator.model.unit_groups import UNIT_GROUPS
from generator.opendata.recompute import REMADE
from generator.opendata.tables import measure_tables
from oracles.differencing import Published, size, told_by_margins, told_by_subtraction
from worlds.measured import seeded_dossiers, seeded_world, write_dossiers
from worlds.paths import DATA

LEAST = 5
SHOWN_BY_FIGURES = {"unit_reviews", "reported"}
"""Tables whose counts of dossiers are cells of the figures."""


def with_least(city, least: int = LEAST):
    policy = city.policy.model_copy(update={"smallest_count": least})
    return city.model_copy(update={"policy": policy})


def shipped_world():
    """As it was before any edition was closed."""
    city, contract = load_city(DATA)[0], load_contract(DATA)[0]
    return replace(load_world(DATA, contract), closed_quarters=()), city


@pytest.fixture(scope="module")
def shipped() -> Published:
    return Published(*shipped_world())


@pytest.fixture(scope="module", params=[(150, 1), (600, 2), (3000, 3)], ids=str)
def seeded(request, tmp_path_factory) -> Published:
    count, seed = request.param
    file = write_dossiers(tmp_path_factory.mktemp("seeded") / "d.csv", seeded_dossiers(count, seed))
    world, city = seeded_world(file)
    return Published(world, with_least(city))


def every_row(published: Published) -> list[tuple[tuple, Counter]]:
    scopes = ("procedure", "unit", "unit_procedure")
    return [item for scope in scopes for item in published.of(scope).items()]


def test_no_row_counts_a_small_group(shipped, seeded) -> None:
    for published in (shipped, seeded):
        assert min(size(counts) for _, counts in every_row(published)) >= LEAST


def test_of_a_quarter_that_is_not_over_only_the_city_is_told(seeded) -> None:
    """As of 12 December: the next day's rows would differ by what came in that day."""
    running = [key for key, _ in every_row(seeded) if key[3] == "2018-Q4"]
    assert running == [(None, None, None, "2018-Q4")] * 2
    assert len([key for key, _ in every_row(seeded) if key[3] == "2018-Q3"]) > 2


def test_what_was_joined_is_still_counted(shipped, seeded) -> None:
    for published in (shipped, seeded):
        whole: dict[str, Counter] = defaultdict(Counter)
        for (_, _, quarter), counts in published.true_cells().items():
            whole[quarter].update(counts)
        for scope in ("procedure", "unit"):
            sums: dict[str, Counter] = defaultdict(Counter)
            for key, counts in published.of(scope).items():
                sums[key[3]].update(counts)
            assert sums == whole


def test_a_total_less_its_published_parts_is_no_small_group(shipped, seeded) -> None:
    for published in (shipped, seeded):
        left: Counter = Counter()
        for scope in ("unit", "procedure"):
            for (unit, procedure, _, quarter), counts in published.of(scope).items():
                left[unit, procedure, quarter] += size(counts)
        for (unit, procedure, _, quarter), counts in published.of("unit_procedure").items():
            left[unit, None, quarter] -= size(counts)
            left[None, procedure, quarter] -= size(counts)
        assert not [group for group, count in left.items() if 0 < count < LEAST]


def test_a_quarter_is_told_the_same_in_every_later_edition(tmp_path) -> None:
    """What is published of the first quarter does not hang on what came in later."""
    rows = seeded_dossiers(900, seed=5)
    early = [row for row in rows if row[4] < "2018-04-01"]
    made = []
    for name, those in (("early", early), ("all", rows)):
        world, city = seeded_world(write_dossiers(tmp_path / f"{name}.csv", those))
        made.append(Published(world, with_least(city)))
    first, later = (
        {key: counts for key, counts in every_row(published) if key[3] == "2018-Q1"}
        for published in made
    )
    assert first == later
    assert len(first) > 20


def test_the_margins_of_the_shipped_tables_prove_nothing_of_a_small_group(shipped) -> None:
    assert list(told_by_margins(shipped)) == []


def test_the_margins_of_other_tables_prove_nothing_of_a_small_group(seeded) -> None:
    assert list(told_by_margins(seeded)) == []


def test_no_adding_and_subtracting_of_rows_gives_a_small_group(seeded) -> None:
    assert told_by_subtraction(seeded) == []


def test_the_attack_succeeds_where_nothing_protects(tmp_path) -> None:
    world, city = seeded_world(write_dossiers(tmp_path / "d.csv", seeded_dossiers(150, 1)))
    bare = Published(world, with_least(city, 1))
    bare.least = LEAST
    assert told_by_subtraction(bare)
    for name in ("dossier_counts", "histogram"):
        rows = bare.rows[name]
        bare.rows[name] = [row for row in rows if row["scope"] != "unit_procedure"]
    assert list(told_by_margins(bare))


def test_before_and_after_take_whole_quarters_of_large_groups(shipped, seeded) -> None:
    for published in (shipped, seeded):
        sizes: Counter = Counter()
        for row in published.cell_days:
            sizes[row["procedure_id"], row["quarter"], row["phase"]] += row["dossier_count"]
        small = {key[:2] for key, count in sizes.items() if count < LEAST}
        expected: Counter = Counter()
        for (procedure, quarter, phase), count in sizes.items():
            is_shown = published.groups.get((procedure, quarter), (None,))[0]
            if is_shown and phase and (procedure, quarter) not in small:
                expected[procedure, phase] += count
        found: Counter = Counter()
        for row in published.rows["phase_days"]:
            found[row["procedure_id"], row["phase"]] += row["dossier_count"]
        assert found == expected


def tables_of(figures: Figures) -> dict[str, tuple]:
    return {table.name: tuple(table.rows) for table in measure_tables(figures)}


def test_every_table_that_dossiers_change_is_made_of_protected_counts() -> None:
    """Which tables those are is found by leaving all dossiers out."""
    world, city = shipped_world()
    figures = measure(world, city)
    full, empty = tables_of(figures), tables_of(measure(replace(world, dossier_files=()), city))
    changed = {name for name, rows in full.items() if rows != empty[name]}
    protected = {"dossier_counts", "histogram", "phase_days", "day_off_counts", UNIT_GROUPS}
    protected.add(APOLOGY_COUNTS)
    assert changed == protected | set(REMADE) | SHOWN_BY_FIGURES
    for unit, quarter, ended, *_ in (t := counts_of(figures, "day_off_counts")):
        assert ended == figures.one(unit=unit, quarter=quarter).ended_count
    assert t
    for line in (a := figures.apologies):
        row = figures.one(unit=line.unit_id, quarter=line.quarter)
        assert line.month or line.scope == "unit" or row
        if line.unit_id:
            assert line.owed_count <= row.overdue_count + row.open_overdue_count
    assert a
    for unit, _, quarters, received in counts_of(figures, UNIT_GROUPS):
        mine = [row for row in figures.by("unit", "quarter") if row.unit_id == unit]
        assert (len(mine), sum(row.received_count for row in mine)) == (quarters, received)
    for review in figures.unit_reviews:
        row = figures.one(unit=review.unit_id, quarter=review.quarter)
        assert review.judged_count == (row.judged_count if row else 0)
    asked = [item for letter in city.directives for item in letter.indicators]
    overdue = {item.id for item in asked if item.compares in NOT_OF_RECORDS}
    for told in (r := [x for x in figures.reported if x.unit_id and x.indicator in overdue]):
        row = figures.one(unit=told.unit_id, quarter=told.quarter)
        assert told.own_value == (row.overdue_count + row.open_overdue_count if row else None)
    assert r


def counts_of(figures: Figures, name: str) -> tuple:
    (table,) = [table for table in figures.count_tables if table.name == name]
    return table.rows


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 12), max_size=8),
    st.integers(1, 6),
)
def test_joined_rows_are_large_and_nothing_large_is_joined_in_vain(sizes, least: int) -> None:
    fields = {name: "x" if name < "e" else "y" for name in "abcdefgh"}
    groups = groups_of(sizes, fields, least)
    assert bool(groups) == (sum(sizes.values()) >= least and bool(sizes))
    rows: Counter = Counter()
    for name, group in groups.items():
        rows[group] += sizes[name]
        assert group.procedure_id in (None, name)
        assert group.field in (None, fields[name])
    assert all(count >= least for count in rows.values())
    if min(sizes.values(), default=0) >= least:
        assert {group.procedure_id for group in groups.values()} == set(sizes)


Row = tuple[str | None, str, int, dict]


def searched(*rows: Row) -> tuple[dict, set[Key], set]:
    """(the cells, those counted for the whole city only, those with a row) of one quarter."""
    cells = {
        Key(unit, procedure): Counter({"received_count": count, **also})
        for unit, procedure, count, also in rows
    }
    groups = {key.procedure_id: Group(key.procedure_id, "x") for key in cells}
    quarter = Quarter(cells, groups, LEAST)
    assert search(quarter) == set()
    return cells, quarter.city_only, quarter.shown()


MANY: list[Row] = [(unit, procedure, 20, {}) for unit in "AB" for procedure in "ab"]


def test_the_only_rejected_dossier_of_a_quarter_is_not_laid_at_a_ward_s_door() -> None:
    one: Row = ("A", "c", 1, {"rejected_count": 1})
    cells, city_only, _ = searched(*MANY, one, ("B", "c", 9, {}))
    assert Key("A", "c") in city_only
    assert sum(size(cells[key]) for key in city_only) >= LEAST


def test_large_cells_stay_as_they_are() -> None:
    rows = [(unit, p, 20, {"overdue_count": 1}) for unit in "ABC" for p in "abc"]
    _, city_only, shown = searched(*rows)
    assert city_only == set()
    assert len(shown) == 9


def test_a_unit_with_few_dossiers_has_no_row() -> None:
    _, city_only, _ = searched(*MANY, ("C", "a", 2, {}), ("C", "b", 2, {}))
    assert {Key("C", "a"), Key("C", "b")} <= city_only


def test_what_is_left_of_a_procedure_beside_its_published_units_is_no_small_group() -> None:
    cells, _, shown = searched(("A", "a", 30, {}), ("B", "a", 3, {}), ("B", "b", 30, {}))
    left = sum(size(counts) for key, counts in cells.items() if key.procedure_id == "a")
    left -= 30 * (("A", Group("a", "x")) in shown)
    assert left >= LEAST


def test_a_rare_sensitive_procedure_is_not_what_units_lack_of_the_city() -> None:
    """Two sensitive dossiers, joined with another procedure's, would be the remainder."""
    cells = {key: Counter({"received_count": 20}) for key in (Key("A", "a"), Key("B", "a"))}
    cells[Key(None, "s")] = Counter({"received_count": 2})
    groups = groups_of({"a": 40, "s": 2}, {"a": "x", "s": "x"}, LEAST)
    quarter = Quarter(cells, groups, LEAST)
    search(quarter)
    assert sum(size(cells[key]) for key in quarter.city_only) >= LEAST


def test_sensitive_procedures_are_in_no_unit_s_row_and_no_remainder(shipped) -> None:
    world, _ = shipped_world()
    sensitive = {item.procedure_id for item in world.procedures if item.sensitive}
    assert not [key for key, _ in every_row(shipped) if key[0] and key[1] in sensitive]
    rest = {key[3]: counts for key, counts in shipped.of("unit").items() if key[0] is None}
    for quarter, rows in groupby(sorted(shipped.of("procedure").items(), key=lambda i: i[0][3]),
                                 key=lambda item: item[0][3]):  # fmt: skip
        known = sum(size(counts) for key, counts in rows if key[1] in sensitive)
        left = size(rest[quarter]) - known
        assert left == 0 or left >= LEAST
