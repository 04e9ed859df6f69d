"""The register of apologies: counted as plain Python counts it, and what must hold of its lines."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.measure import measure
from generator.measure.closing import close_quarters
from generator.measure.dossiers import measure_in_parts
from generator.measure.engine import run_steps
from generator.measure.method import LETTERS
from generator.model.apologies import APOLOGY_COLUMNS, APOLOGY_KEY, ApologyLine
from generator.model.closed_quarters import ClosedQuarter
from oracles.apologies import brute_register
from worlds.corrections import Office, cell_rows
from worlds.measured import seeded_dossiers, seeded_world, write_dossiers
from worlds.paths import DATA

COUNTS = [name for name in APOLOGY_COLUMNS if name not in APOLOGY_KEY]
RECEIVED, PROMISED, RETURNED, LETTER, NEW_DAY = 4, 5, 6, 10, 11


def with_letters(rows: list[list[str]], seed: int) -> list[list[str]]:
    """The dossiers with letters about the promised day, and new days about the end."""
    chance = Random(seed)
    for row in rows:
        received = date.fromisoformat(row[RECEIVED][:10])
        about = date.fromisoformat((row[PROMISED] or row[RECEIVED])[:10])
        sent = max(about + timedelta(days=chance.randrange(-9, 40)), received)
        ended = date.fromisoformat((row[RETURNED] or row[RECEIVED])[:10])
        near = chance.choice([ended, sent, about]) + timedelta(days=chance.randrange(-2, 30))
        row[LETTER] = sent.isoformat() if chance.random() < 0.7 else ""
        row[NEW_DAY] = max(sent, near).isoformat() if row[LETTER] and chance.random() < 0.9 else ""
    return rows


def register(world, city) -> dict[tuple, ApologyLine]:
    return {
        (line.scope, line.unit_id, line.quarter, line.month): line
        for line in measure(world, city).apologies
    }


def told(line: ApologyLine) -> dict[str, int]:
    """What the oracle counts too, without what is nothing."""
    counts = {name: getattr(line, name) for name in COUNTS if name != "missing_count"}
    return {name.removesuffix("_count"): count for name, count in counts.items() if count}


@pytest.fixture(scope="module")
def shipped():
    """The sample as it was before any edition was closed, and nothing joined."""
    contract, city = load_contract(DATA)[0], load_city(DATA)[0]
    policy = city.policy.model_copy(update={"smallest_count": 1})
    world = replace(load_world(DATA, contract), closed_quarters=())
    return world, city.model_copy(update={"policy": policy})


@pytest.fixture(scope="module", params=[1, 2, 3])
def seeded(request, tmp_path_factory):
    rows = with_letters(seeded_dossiers(1500, request.param), request.param)
    return seeded_world(write_dossiers(tmp_path_factory.mktemp("letters") / "d.csv", rows))


def same_as_plain_python(world, city) -> Counter:
    lines, expected = register(world, city), brute_register(world, city)
    assert {key: told(line) for key, line in lines.items() if told(line)} == expected
    return sum(expected.values(), Counter())


def test_the_register_of_the_sample_is_what_plain_python_counts(shipped) -> None:
    every = same_as_plain_python(*shipped)
    assert set(every) == {"owed", "in_time", "late", "kept", "broken", "pending"}


def test_the_register_of_dossiers_in_every_shape_is_so_too(seeded) -> None:
    every = same_as_plain_python(*seeded)
    assert min(every.values()) > 20, "every case is there"


def test_counted_in_parts_it_is_the_same(seeded) -> None:
    world, city = seeded
    whole, parts = measure_in_parts(world, city, 1), measure_in_parts(world, city, 3)
    assert whole.figures().apologies == parts.figures().apologies != ()


def test_lines_add_up(shipped, seeded) -> None:
    for world, city in (shipped, seeded):
        lines = register(world, city)
        sums: dict[tuple, Counter] = defaultdict(Counter)
        for (scope, _, quarter, month), line in lines.items():
            assert line.owed_count == line.sent_count + line.missing_count
            assert min(getattr(line, name) or 0 for name in COUNTS) >= 0
            kind = "month" if month else scope
            sums[kind, quarter].update({name: getattr(line, name) or 0 for name in COUNTS})
        for quarter in {key[2] for key in lines}:
            city_line, months = sums["all", quarter], sums["month", quarter]
            assert sums["unit", quarter] == city_line
            months["pending_count"] = city_line["pending_count"]
            assert months == city_line


def test_every_new_day_is_told_once(shipped, seeded) -> None:
    """What is pending when a quarter ends is kept, broken or pending again in the next one."""
    for world, city in (shipped, seeded):
        lines = register(world, city)
        quarters = sorted({key[2] for key in lines})
        known = [lines["all", None, quarter, None] for quarter in quarters]
        decided = sum(line.kept_count + line.broken_count for line in known)
        expected = brute_register(world, city)
        in_force = sum(
            counts["kept"] + counts["broken"]
            for (scope, _, _, month), counts in expected.items()
            if scope == "all" and not month
        )
        assert decided == in_force
        assert known[-1].promised_count >= known[-1].pending_count


def test_in_every_cell_the_register_counts_overdue_dossiers_only(shipped, seeded) -> None:
    """So what nobody can tell of a small cell's overdue dossiers, nobody can tell of its letters:
    the search for small groups need not look at the register."""
    names = ", ".join(("overdue_count", "open_overdue_count", *LETTERS))
    for world, city in (shipped, seeded):
        with run_steps(world, city, "5_counts") as database:
            rows = database.execute(f"SELECT {names} FROM cells").fetchall()
        for overdue, still_open, *letters in rows:
            owed, in_time, late, kept, broken = (
                sum(letters[place : place + 3]) for place in range(0, 15, 3)
            )
            assert in_time + late <= owed <= overdue + still_open
            assert kept <= overdue and letters[-1] <= still_open
            assert kept + broken + letters[-1] <= overdue + still_open


CASES = {
    "ended on its day": (("2018-05-10", "2018-05-10", "", ""), {}),
    "ended the day after, no letter": (("2018-05-10", "2018-05-11", "", ""), {"05": "owed"}),
    "withdrawn or not, ended before its day": (("2018-05-10", "2018-05-02", "", ""), {}),
    "a letter, and done in time all the same": (
        ("2018-05-10", "2018-05-10", "2018-05-09", "2018-05-14"),
        {},
    ),
    "a letter on the day, the new day kept": (
        ("2018-05-10", "2018-05-14", "2018-05-10", "2018-05-14"),
        {"05": "owed in_time kept"},
    ),
    "a letter a day late, the new day broken by one": (
        ("2018-05-10", "2018-05-15", "2018-05-11", "2018-05-14"),
        {"05": "owed late broken"},
    ),
    "late from the first of the month after": (
        ("2018-04-30", "2018-05-02", "", ""),
        {"05": "owed"},
    ),
    "late from the first day of the next quarter": (
        ("2018-06-30", "2018-07-03", "2018-06-29", "2018-07-03"),
        {"07": "owed in_time kept"},
    ),
    "a letter after the quarter is none in time for it": (
        ("2018-06-12", "2018-07-20", "2018-07-02", "2018-07-10"),
        {"06": "owed", "07": "broken"},
    ),
    "pending over the quarter's end, then kept": (
        ("2018-06-20", "2018-07-05", "2018-06-20", "2018-07-05"),
        {"06": "owed in_time", "07": "kept", "Q2": 1},
    ),
    "pending over two quarters' ends, then broken": (
        ("2018-06-20", "", "2018-06-20", "2018-10-08"),
        {"06": "owed in_time", "10": "broken", "Q2": 1, "Q3": 1},
    ),
    "the last day of the quarter is still to come when it ends": (
        ("2018-06-20", "", "2018-06-20", "2018-06-30"),
        {"06": "owed in_time", "07": "broken", "Q2": 1},
    ),
    "a letter when it is done promises nothing": (
        ("2018-05-10", "2018-05-14", "2018-05-20", "2018-05-25"),
        {"05": "owed late"},
    ),
    "a new day before the day itself": (
        ("2018-05-10", "2018-05-16", "2018-05-02", "2018-05-04"),
        {"05": "owed in_time broken"},
    ),
    "a letter without a new day": (
        ("2018-05-10", "2018-05-16", "2018-05-10", ""),
        {"05": "owed in_time"},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("outcome", ["granted", "withdrawn"])
def test_one_dossier(tmp_path: Path, case, outcome: str) -> None:
    (promised, returned, letter, new_day), expected = case
    row = ["a", "1.000000", "u-0", "counter", "2018-04-02", promised, returned, "", "",
           outcome if returned else "pending", letter, new_day]  # fmt: skip
    lines = register(*seeded_world(write_dossiers(tmp_path / "d.csv", [row])))
    months = {
        line.month[-2:]: " ".join(told(line))
        for line in lines.values()
        if line.month and told(line)
    }
    pending = {
        key[2][-2:]: line.pending_count
        for key, line in lines.items()
        if key[0] == "unit" and line.pending_count
    }
    assert months | pending == expected


def test_asked_twice_is_overdue_and_owes_no_letter_before_its_day(tmp_path: Path) -> None:
    row = ["a", "1.000000", "u-0", "counter", "2018-04-02", "2018-05-10", "2018-05-04", "1", "2",
           "granted", "", ""]  # fmt: skip
    figures = measure(*seeded_world(write_dossiers(tmp_path / "d.csv", [row])))
    assert figures.one().overdue_count == 1
    assert all(line.is_empty for line in figures.apologies)


def test_of_a_quarter_that_runs_only_the_city_and_its_months_so_far_are_told(tmp_path) -> None:
    rows = with_letters(seeded_dossiers(600, 7), 7)
    world, city = seeded_world(write_dossiers(tmp_path / "d.csv", rows))
    policy = city.policy.model_copy(update={"smallest_count": 5})
    city = city.model_copy(update={"policy": policy, "as_of": date(2018, 11, 20)})
    running = [key for key in register(world, city) if key[2] == "2018-Q4"]
    assert running == [
        ("all", None, "2018-Q4", None),
        ("all", None, "2018-Q4", "2018-10"),
        ("all", None, "2018-Q4", "2018-11"),
        ("unit", None, "2018-Q4", None),
    ]


LATE = [*cell_rows(20, "u-1", "1.000000", "A"), *cell_rows(20, "u-2", "1.000000", "B")]
WITHOUT = {"returned_at": "2018-03-09"}


def test_a_closed_quarter_keeps_its_lines(tmp_path: Path) -> None:
    """A letter entered afterwards changes nothing until enough of a cell are otherwise."""
    late = cell_rows(9, "u-1", "1.000000", "L", **WITHOUT)
    office = Office(tmp_path, [*LATE, *late])
    before = register(office.world, office.city)
    assert before["unit", "u-1", "2018-Q1", None].missing_count == 9
    for count, missing in ((4, 9), (6, 3)):
        sorry = [[*row[:LETTER], "2018-02-12", ""] for row in late[:count]]
        office.correct([*LATE, *sorry, *late[count:]])
        assert register(office.world, office.city) == before
        office.close()
        after = register(office.world, office.city)
        assert after["unit", "u-1", "2018-Q1", None].missing_count == missing


def test_a_quarter_that_was_closed_without_the_register_stays_without_it(tmp_path: Path) -> None:
    """Nothing said is not nothing owed, whatever is corrected in the quarter later."""
    late = cell_rows(9, "u-1", "1.000000", "L", **WITHOUT)
    office = Office(tmp_path, [*LATE, *late])
    old = tuple(map(without_letters, office.world.closed_quarters))
    office.world = replace(office.world, closed_quarters=old)
    assert "2018-Q1" not in {key[2] for key in register(office.world, office.city)}
    figures = measure(office.world, office.city)
    assert not figures.late_changes and figures.one(quarter="2018-Q1").overdue_count == 9
    office.correct([*LATE, *late, *cell_rows(6, "u-2", "1.000000", "N")])
    office.world = replace(
        office.world, closed_quarters=close_quarters(office.world, office.city, lambda: "0" * 32)
    )
    assert office.world.closed_quarters != old
    assert "2018-Q1" not in {key[2] for key in register(office.world, office.city)}


def without_letters(quarter: ClosedQuarter) -> ClosedQuarter:
    """As it was written before there was a register: its last columns are not there."""
    lines = [line.split(",") for line in quarter.cells.decode().splitlines()]
    assert tuple(lines[0][-len(LETTERS) :]) == LETTERS
    cells = "".join(",".join(line[: -len(LETTERS)]) + "\n" for line in lines)
    return replace(quarter, cells=cells.encode())
