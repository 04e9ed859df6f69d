"""No reader of a file takes time that grows faster than the file: more letters, cells or rows."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.datafolder.abbreviations import load_abbreviations
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.table import read_table
from generator.ledger.ledger import load_ledger
from growth.measure import TWICE, growth
from worlds.rules import CONTRACT
from worlds.small import SMALL

MANY = 4_096
LETTERS = 131_072
UNITS = [field.name for field in CONTRACT.dataset("units").fields]


def _units(folder: Path) -> object:
    table = read_table(folder, "units.csv", UNITS)
    return list(table.rows())


TABLES: dict[str, Callable[[int], str]] = {
    "rows": lambda count: ",".join(UNITS) + "\n" + "a,b,,,,,,,\n" * count,
    "blank rows": lambda count: ",".join(UNITS) + "\n" * count,
    "cells of the header": lambda count: ",".join([*UNITS, *("a" * count)]) + "\na\n",
    "one column again and again": lambda count: ",".join(["name"] * count) + "\na\n",
    "cells of a row": lambda count: ",".join(UNITS) + "\n" + "a," * count + "\n",
    "quotation marks": lambda count: ",".join(UNITS) + "\n" + '"a" ' * count,
    "quoted rows": lambda count: ",".join(UNITS) + "\n" + '"a\n",b\n' * count,
    "other separators": lambda count: ";".join(UNITS * (count // 8 + 1)) + "\n",
}
SETTINGS: dict[str, Callable[[int], str]] = {
    "unknown settings": lambda count: "".join(f"a{n}: 1\n" for n in range(count // 8)),
    "one key again and again": lambda count: "a: 1\n" * count,
    "parts of a list": lambda count: "city:\n" + "- a\n" * count,
    "open brackets": lambda count: "a: " + "[" * count,
    "lines of a text": lambda count: "a: |\n" + "  b\n" * count,
    "comments": lambda count: "# a\n" * count,
    "datasets": lambda count: "resources:\n" + "- {name: a, path: b}\n" * (count // 8),
    "short forms": lambda count: "anywhere:\n" + "".join(f"  A{n}: b\n" for n in range(count // 8)),
}
LINES: dict[str, Callable[[int], str]] = {
    "broken lines": lambda count: "{}\n" * count,
    "lines of nothing": lambda count: "\n" * count,
    "one line again and again": lambda count: _first_line() * count,
    "open brackets": lambda count: '{"a":' * count,
}


def _first_line() -> str:
    return '{"kind":"record","record_id":"a","prev":"' + "0" * 64 + '"}\n'


CASES = [
    *((f"units.csv, {name}", "units.csv", text, _units) for name, text in TABLES.items()),
    *((f"city.yaml, {name}", "city.yaml", text, load_city) for name, text in SETTINGS.items()),
    *(
        (f"datapackage.yaml, {name}", "datapackage.yaml", text, load_contract)
        for name, text in SETTINGS.items()
    ),
    *(
        (f"abbreviations.yaml, {name}", "abbreviations.yaml", text, load_abbreviations)
        for name, text in SETTINGS.items()
    ),
    *((f"ledger.jsonl, {name}", "ledger.jsonl", text, load_ledger) for name, text in LINES.items()),
]


@pytest.mark.parametrize(("file", "text", "read"), [pytest.param(*c[1:], id=c[0]) for c in CASES])
def test_a_reader_takes_twice_the_time_for_twice_as_much(file, text, read, tmp_path: Path) -> None:
    def laid(count: int) -> Callable[[], object]:
        folder = tmp_path / str(count)
        if not folder.exists():
            shutil.copytree(SMALL, folder)
            (folder / file).write_text(text(count), "utf-8")
        return partial(read, folder)

    assert growth(laid, MANY) <= TWICE**2


@pytest.mark.parametrize(("file", "read"), [(case[1], case[3]) for case in CASES[::8]])
def test_a_line_of_many_letters_is_read_in_twice_the_time(file, read, tmp_path: Path) -> None:
    def laid(count: int) -> Callable[[], object]:
        folder = tmp_path / str(count)
        if not folder.exists():
            shutil.copytree(SMALL, folder)
            path = folder / file
            first, rest = path.read_text("utf-8").split("\n", 1) if path.exists() else ("", "")
            path.write_text(f"{first}{'a' * count}\n{rest}", "utf-8")
        return partial(read, folder)

    assert growth(laid, LETTERS) <= TWICE**2
