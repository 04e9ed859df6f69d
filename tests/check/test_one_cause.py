"""One cause is one message: a damaged file is told as that, and compared with nothing."""

import csv
import io
import json
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.datafolder.load import load_contract
from generator.model.problem import Problem
from generator.model.problems import render_json, render_text
from worlds.broken import findings
from worlds.sealed import seal
from worlds.small import SMALL

CONTRACT = load_contract(SMALL)[0]
assert CONTRACT
FILES = [dataset.paths[0] for dataset in CONTRACT.datasets]
"""A closed edition of the small city."""
MOST_LINES = 3
TURNS = 1 if "EVERY_PAIR" in os.environ else 3
"""Every damage is tried on every third file, on other ones than the damage before; or on all."""


def header(data: bytes) -> bytes:
    return data.splitlines(keepends=True)[0]


def cut(data: bytes) -> bytes:
    """The file up to the midst of its last row, or of its header."""
    last = data.splitlines(keepends=True)[-1]
    return data[: len(data) - len(last)] + last[: last.index(b",") + 1]


def _wide(data: bytes) -> bytes:
    """The file with letters that ASCII has not."""
    return data + "Ủy ban nhân dân phường\n".encode()


def swapped(data: bytes) -> bytes:
    rows = [line.split(b",", 2) for line in data.splitlines(keepends=True)]
    return b"".join(b",".join((row[1], row[0], *row[2:])) for row in rows[:1] + rows[1:])


DAMAGES: dict[str, tuple[Callable[[bytes], bytes | None], set[str]]] = {
    "missing": (lambda data: None, {"file-missing"}),
    "empty": (lambda data: b"", {"file-empty"}),
    "a bad byte": (lambda data: data + b"\xff\n", {"encoding"}),
    "UTF-16": (lambda data: data.decode("utf-8").encode("utf-16"), {"encoding"}),
    "a NUL byte": (lambda data: data + b"\0\n", {"nul-byte"}),
    "read by a wrong code page": (
        lambda data: _wide(data).decode("latin-1").encode("utf-8"),
        {"text-misread"},
    ),
    "taken apart": (
        lambda data: unicodedata.normalize("NFD", _wide(data).decode("utf-8")).encode("utf-8"),
        {"text-apart"},
    ),
    "half merged": (
        lambda data: header(data) + b"<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n",
        {"merge-unfinished"},
    ),
    "a workbook": (lambda data: b"PK\x03\x04" + data, {"file-workbook"}),
    "semicolons": (lambda data: data.replace(b",", b";"), {"csv-separator"}),
    "tabs": (lambda data: data.replace(b",", b"\t"), {"csv-tabs"}),
    "an open quotation mark": (lambda data: data + b'x,"\n', {"csv-quote"}),
    "no header": (lambda data: b"a,b" + data[len(header(data)) - 1 :], {"header-missing"}),
    "a blank header": (
        lambda data: b"\n" + (data[len(header(data)) :] or b"x\n"),
        {"header-blank"},
    ),
    "capitals": (lambda data: header(data).upper() + data[len(header(data)) :], {"label-wrong"}),
    "a renamed column": (lambda data: b"x" + data, {"label-wrong"}),
    "a column more": (lambda data: b"x," + data, {"label-extra"}),
    "a column less": (lambda data: data[data.index(b",") + 1 :], {"label-missing"}),
    "a column twice": (
        lambda data: data[: data.index(b",") + 1] + data,
        {"label-duplicate"},
    ),
    "columns moved": (swapped, {"label-order"}),
    "a cut end": (cut, {"file-truncated", "label-missing", "label-blank", "label-wrong"}),
}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small city with the ledger of its closed edition."""
    folder = tmp_path_factory.mktemp("city") / "data"
    shutil.copytree(SMALL, folder)
    seal(folder)
    assert findings(folder) == []
    return folder


def written(rows: list[list[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def told_lines(problems: list[Problem]) -> list[str]:
    return [line for line in render_text(problems).splitlines() if line.startswith("  ")]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_as_what_it_is(city: Path, damage: str) -> None:
    make, codes = DAMAGES[damage]
    for file in FILES[list(DAMAGES).index(damage) % TURNS :: TURNS]:
        path, whole = city / file, (city / file).read_bytes()
        damaged = make(whole)
        path.unlink() if damaged is None else path.write_bytes(damaged)
        problems = findings(city)
        path.write_bytes(whole)
        report = render_text(problems)
        assert report.splitlines()[0] == file, report
        assert problems[0].unread and problems[0].code in codes, report
        assert len(told_lines(problems)) <= MOST_LINES, report
        assert "withdrawn" not in report, report


def test_nothing_is_said_to_be_missing_from_what_cannot_be_read(city: Path) -> None:
    for file in FILES:
        path, whole = city / file, (city / file).read_bytes()
        path.write_bytes(b"\xff" * 9)
        problems = findings(city)
        path.write_bytes(whole)
        assert {problem.code for problem in problems} == {"encoding"}, render_text(problems)


@pytest.mark.parametrize("file", FILES)
def test_a_row_that_is_gone_is_one_cause(city: Path, file: str) -> None:
    path, whole = city / file, (city / file).read_bytes()
    first, *rows = whole.splitlines(keepends=True)
    for place, row in enumerate(rows[:2]):
        path.write_bytes(b"".join((first, *rows[:place], *rows[place + 1 :])))
        problems = findings(city)
        path.write_bytes(whole)
        lines = told_lines(problems)
        assert len(lines) <= MOST_LINES, (row, render_text(problems))


@pytest.mark.parametrize("file", ["units.csv", "criticisms.csv", "corrections.csv"])
def test_a_cell_that_is_wrong_is_one_cause(city: Path, file: str) -> None:
    """What its row said is compared with nothing."""
    path, whole = city / file, (city / file).read_bytes()
    first, row, *rest = whole.splitlines(keepends=True)
    cells = row.rstrip(b"\n").split(b",")
    for place in range(0, len(cells), 3):
        wrong = b",".join((*cells[:place], b"=?", *cells[place + 1 :]))
        path.write_bytes(b"".join((first, wrong + b"\n", *rest)))
        problems = findings(city)
        path.write_bytes(whole)
        assert len(told_lines(problems)) <= MOST_LINES, render_text(problems)


KEYS = [
    (dataset.paths[0], name)
    for dataset in CONTRACT.datasets
    for name in [*dataset.primary_key, *(key.field for key in dataset.foreign_keys)]
]
"""Every column that is a part of a key, or leads to one."""
MISWRITTEN: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "blanks before": lambda key: f"x {key}",
    "underscores": lambda key: key.replace("-", "_"),
    "another system's": lambda key: f"x{key}",
}


@pytest.mark.parametrize("way", MISWRITTEN)
@pytest.mark.parametrize(("file", "name"), KEYS)
def test_keys_that_are_all_miswritten_are_one_cause(
    city: Path, file: str, name: str, way: str
) -> None:
    path, whole = city / file, (city / file).read_bytes()
    header, *rows = csv.reader(whole.decode().splitlines())
    place = header.index(name)
    wrong = [
        [*row[:place], row[place] and MISWRITTEN[way](row[place]), *row[place + 1 :]]
        for row in rows
    ]
    path.write_text(written([header, *wrong]), encoding="utf-8")
    problems = findings(city)
    path.write_bytes(whole)
    assert len(told_lines(problems)) <= MOST_LINES, render_text(problems)
    refused = [item for item in problems if item.code in ("keys-misshapen", "keys-unknown")]
    if refused:
        assert [(item.file, item.field, item.unread) for item in problems] == [(file, name, True)]


def test_nothing_is_lost_for_machines(city: Path) -> None:
    path, whole = city / "units.csv", (city / "units.csv").read_bytes()
    path.write_bytes(whole.replace(b"p-hoa-sen", b"p-hoa-sem"))
    problems = findings(city)
    path.write_bytes(whole)
    rows = json.loads(render_json(problems))
    assert len(rows) == len(problems) > 20
    cause = {"code": "key-lost", "file": "units.csv", "row": None, "field": None}
    assert [row["code"] for row in rows if row["cause"] is None] == ["key-lost"]
    assert all(row["cause"] == cause for row in rows if row["code"] != "key-lost")


def test_many_equal_errors_are_one_line(city: Path) -> None:
    path, whole = city / "dossiers/2018-q1.csv", (city / "dossiers/2018-q1.csv").read_bytes()
    path.write_bytes(whole.replace(b",granted", b",Granted"))
    problems = findings(city)
    path.write_bytes(whole)
    assert len(problems) > 5 and len(told_lines(problems)) == 1
    assert "(Có " in render_text(problems)


def test_an_error_elsewhere_is_still_told(city: Path) -> None:
    copy = shutil.copytree(city, city.parent / "copy")
    for file, old, new in (("criticisms.csv", b"\n", b"\xff\n"), ("units.csv", b"ward", b"wart")):
        (copy / file).write_bytes((copy / file).read_bytes().replace(old, new, 1))
    assert [problem.code for problem in findings(copy)] == ["encoding", "enum"]
