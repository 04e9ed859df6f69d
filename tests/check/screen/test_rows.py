"""Whoever checks the rows that the filters catch finds what there is among all rows."""

import os
import shutil
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.app.sources import read_settings
from generator.check import rows_to_check
from generator.check.context import CheckContext
from generator.check.dossiers import check_dossiers
from generator.check.screen.in_python import FEW_ROWS
from generator.check.screen.rows import Rows
from generator.check.shape import check_shape
from generator.check.texts import check_texts
from generator.datafolder import load_world
from generator.datafolder.dossier_files import dossier_file_names
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.table import read_tables
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE
from generator.ledger import chain, opening_files
from generator.model.contract import Contract
from generator.model.datasets import DATASETS, DOSSIERS
from generator.model.problem import Problem
from generator.model.settings import City
from worlds.broken import CASES, build_joint_world, files_of, spliced
from worlds.small import SMALL
from worlds.small_memo import small_memo

EXAMPLES = int(os.environ.get("SCREEN_EXAMPLES", "1"))
"""How many times the usual number of random changes are made."""
TWO_FILES = ("dossiers/2018-q1.csv", "dossiers/2018-q2.csv")
CONTRACT = read_settings(SMALL)[1]
ROUND_DOSSIERS = {DOSSIERS, "units", "procedures", "calendar"}
"""The dossiers, what they point to, and the calendar that their rules look at."""

Found = list[tuple[object, ...]]


def described(folder: Path) -> tuple[City | None, Contract | None]:
    """Settings and contract of a folder, read once for all whose tables alone are others."""
    memo = small_memo()
    files = tuple((path, memo.digest(folder / path)) for path in (SETTINGS_FILE, CONTRACT_FILE))
    return memo.reuse(
        "described",
        lambda: (files, dossier_file_names(folder)),
        lambda: (load_city(folder)[0], load_contract(folder)[0]),
    )


def context_of(folder: Path, names: set[str]) -> CheckContext | None:
    """What a check of some datasets looks at; None when it cannot begin."""
    city, contract = described(folder)
    if city is None or contract is None:
        return None
    some = tuple(item for item in contract.datasets if item.name in names or not names)
    contract = replace(contract, datasets=some)
    tables = read_tables(folder, contract)
    return CheckContext(contract, city, load_world(folder, contract, tables), tables)


def everything(context: CheckContext) -> dict[str, Rows]:
    """Every row of every file: what there would be to check without filters."""
    return {
        name: Rows(whole=tuple(table for table in tables if not table.fault))
        for name, tables in context.tables.items()
    }


def found_in(context: CheckContext, rows: dict[str, Rows]) -> Found:
    """What is found among those rows."""
    found = [
        *check_shape(context.contract, context.tables, rows),
        *check_texts(context.contract, rows),
        *(check_dossiers(context, rows[DOSSIERS]) if DOSSIERS in rows else ()),
    ]
    return sorted(_as_tuple(problem) for problem in found)


def _as_tuple(problem: Problem) -> tuple[object, ...]:
    values = tuple(sorted(problem.values.items()))
    return (*problem.place, problem.code, problem.severity, values)


def touched_by(files: Collection[str]) -> set[str]:
    """The datasets of changed files, and all that refer to one another with them; empty is all.

    What is found in any other dataset is what is found in the sound city.
    """
    if "datapackage.yaml" in files:
        return set()
    changed = {item.name for item in CONTRACT.datasets if set(item.paths) & set(files)}
    pairs = [(item.name, key.reference) for item in CONTRACT.datasets for key in item.foreign_keys]
    beside = {name for pair in pairs if set(pair) & changed for name in pair}
    on_dossiers = changed & ROUND_DOSSIERS or "city.yaml" in files or not changed
    return changed | beside | (ROUND_DOSSIERS if on_dossiers else set())


def assert_alike(
    folder: Path, names: Collection[str] = (), *, few: Collection[int] = (0, FEW_ROWS)
) -> dict[str, Rows]:
    """Holds the screen to its promise for some datasets, or for all.

    `few` are numbers of rows below which the engine sees none of a dataset: with 0 it sees all.
    """
    context = context_of(folder, set(names))
    screened: dict[str, Rows] = {}
    alike = found_in(context, everything(context)) if context else []
    for few_rows in few if context else ():
        screened = rows_to_check(context, few_rows=few_rows)
        assert found_in(context, screened) == alike
    return screened


LEDGER = (chain.FILE, f"{opening_files.FOLDER}/")
"""No filter looks at it: with another one the city is as sound."""


BROKEN = [case for case in CASES if not all(f.startswith(LEDGER) for f in files_of(case))]


READ_FIRST = {SETTINGS_FILE, CONTRACT_FILE}
"""What a check may not go on without."""


def worlds_of(cases: Iterable[Path]) -> list[list[Path]]:
    """Cases of which no two change the same file, together in one world.

    Most of the time goes to what lies around a changed table, and is the same for all.
    """
    worlds: list[tuple[set[str], list[Path]]] = []
    for case in cases:
        files = files_of(case)
        fitting = (world for world in worlds if not (world[0] | READ_FIRST) & files)
        taken, joint = next(fitting, (set(), []))
        if not joint:
            worlds.append((taken, joint))
        taken.update(files)
        joint.append(case)
    return [joint for _, joint in worlds]


JOINT = worlds_of(case for case in BROKEN)


@pytest.mark.parametrize("cases", JOINT, ids=lambda cases: f"{cases[0].name}+{len(cases) - 1}")
def test_a_broken_world_is_found_as_broken(cases: list[Path], tmp_path: Path) -> None:
    """By the engine and by Python in turns."""
    files = {file for case in cases for file in files_of(case)}
    few = (0, FEW_ROWS)[JOINT.index(cases) % 2]
    assert_alike(build_joint_world(cases, tmp_path), touched_by(files), few=[few])


def test_no_row_of_a_sound_city_is_caught() -> None:
    rows = assert_alike(SMALL)
    assert rows.keys() == {*DATASETS, DOSSIERS}
    assert not any(found.caught or found.whole for found in rows.values())


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(SMALL, tmp_path_factory.mktemp("screen") / "city")


LAW = settings(
    max_examples=20 * EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=EXAMPLES == 1,
)
DAYS = (
    *("2018-2-3", "2018-02-30", " 2018-02-28", "2018-02-28 ", "2018-02-28", "0000-01-01", "2018"),
    *("2018-02-28T10:00", "2018-02-28 25:00", "2018-02-28T24:00", "2018-02-28T10:00:61"),
    *("2019-02-28", "2031-01-05", "1999-12-31T23:59", "2018/02/28", "infinity", "٢٠١٨-02-28"),
)
NUMBERS = ("1", "01", "-1", "1.0", "1_0", " 1", "+1", "٣", "1e3", "99999999999", "0", "-0")
WORDS = (
    *("counter", "Counter", "counter ", "granted", "pending", "rejected", "đơn", "đo\u031bn"),
    *("p-hoa-sen", "p-hoa-mai", "p-không-có", "p-hoa-sen\n", "mau-002", "9.000003", "NULL"),
)
LETTERS = (
    *("", " ", "a\u200bb", "a\tb", "a\x01b", "\x01\x02", "a\ufffdb", "x" * 2001, "é", "\u00a0a"),
    *('"', 'a"b', '"a"', '""', "a,b", "a\nb", "a\r\nb", "a\rb", "true", "'", "\\", "{0}", "#"),
)
CELLS = st.sampled_from([*DAYS, *NUMBERS, *WORDS, *LETTERS])
BREAKS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\n"])
BLANKS = st.sampled_from([[], [""] * 12, [" "]]).map(list)
QUOTINGS: dict[str, Callable[[str], str]] = {
    "as needed": lambda cell: _quoted(cell) if set(cell) & set('",\r\n') else cell,
    "every cell": lambda cell: _quoted(cell),
    "never": lambda cell: cell,
}


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@st.composite
def changed_texts(draw: st.DrawFn, text: str) -> bytes:
    """A file in which some cells, rows and the way of writing are changed."""
    rows = [line.split(",") for line in text.splitlines()]
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(1, len(rows) - 1))
        kind = draw(st.sampled_from(["cell", "cell", "cell", "row", "short", "long", "blank"]))
        row = rows[place]
        if kind == "cell" and row:
            row[draw(st.integers(0, len(row) - 1))] = draw(CELLS)
        elif kind == "row":
            rows.insert(draw(st.integers(1, len(rows))), list(row))
        elif kind == "short":
            del row[draw(st.integers(0, len(row))) :]
        elif kind == "long":
            row += draw(st.lists(CELLS, min_size=1, max_size=2))
        elif kind == "blank":
            rows.insert(
                draw(st.integers(1, len(rows))), draw(st.sampled_from([[], [""] * 12, [" "]]))
            )
    quote, line_end = QUOTINGS[draw(st.sampled_from([*QUOTINGS]))], draw(BREAKS)
    lines = [",".join(quote(cell) for cell in row) for row in rows]
    ends = [line_end] * len(lines)
    if draw(st.integers(0, 9)) == 0:
        ends[draw(st.integers(0, len(ends) - 1))] = draw(
            st.sampled_from(["\n", "\r\n", "\r", "\n\n"])
        )
    if draw(st.booleans()):
        ends[-1] = ""
    mark = draw(st.sampled_from(["", "", "\ufeff", "\ufeff\ufeff"]))
    return (mark + "".join(map("".join, zip(lines, ends, strict=True)))).encode()


FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.csv"))
FEW = [file for file in FILES if file not in TWO_FILES]


@LAW
@given(
    changed=st.sampled_from(FEW).flatmap(
        lambda file: st.tuples(st.just(file), changed_texts((SMALL / file).read_text("utf-8")))
    )
)
def test_a_changed_small_table_is_found_as_changed(city: Path, changed: tuple[str, bytes]) -> None:
    file, data = changed
    before = (city / file).read_bytes()
    (city / file).write_bytes(data)
    assert_alike(city, touched_by([file]))
    (city / file).write_bytes(before)


TEXTS = [(SMALL / file).read_text("utf-8") for file in TWO_FILES]


@LAW
@given(first=changed_texts(TEXTS[0]), second=changed_texts(TEXTS[1]))
def test_changed_dossiers_are_found_as_changed(city: Path, first: bytes, second: bytes) -> None:
    for file, data in zip(TWO_FILES, (first, second), strict=True):
        (city / file).write_bytes(data)
    assert_alike(city, ROUND_DOSSIERS, few=[FEW_ROWS])  # the others are as they were
    for file, text in zip(TWO_FILES, TEXTS, strict=True):
        (city / file).write_text(text, "utf-8")


PIECES = st.sampled_from(
    [
        *(b'"', b'""', b",", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xef\xbb\xbf", b" ", b"\n\n"),
        *(b"2018-02-30", b"-1", b'",\n', b'\n"', b'"\r\n"', "ệ".encode(), b"\xe1", b"x" * 9),
    ]
)


@LAW
@given(
    file=st.sampled_from([*FILES, *TWO_FILES]),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), PIECES), min_size=1, max_size=5),
)
def test_changed_bytes_are_found_as_changed(
    city: Path, file: str, cuts: list[tuple[float, int, bytes]]
) -> None:
    before = (city / file).read_bytes()
    (city / file).write_bytes(spliced(before, cuts))
    assert_alike(city, touched_by([file]))
    (city / file).write_bytes(before)
