"""The small city with so many rows in every table, in ways that are hard for a rule."""

import csv
import shutil
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from generator.check.context import CheckContext
from generator.datafolder import load_world
from generator.datafolder.load import load_city
from generator.datafolder.table import read_tables
from generator.model.contract import Dataset
from growth.probes import Probe
from worlds.hostile import is_open
from worlds.rules import CONTRACT
from worlds.small import SMALL

HOW = ("the same row again and again", "rows of their own ids", "rows that share nothing")
_SYLLABLES = [f"{first}{rest}" for first, rest in product("BCDGHKLMNPQRSTVX", ("an", "inh", "ong"))]


def lay_long(folder: Path, count: int, how: str) -> Path:
    """Lay the city with `count` rows in every table that has any; return its folder."""
    shutil.copytree(SMALL, folder)
    for dataset in CONTRACT.datasets:
        for path in dataset.paths:
            _lengthen(folder / path, dataset, count, HOW.index(how))
    return folder


def lay_wide(folder: Path, piece: str, length: int) -> Path:
    """Lay the city with so many letters of a piece in every text of each table's first row."""
    shutil.copytree(SMALL, folder)
    text = Probe(piece).text(length)
    for dataset in CONTRACT.datasets:
        for path in dataset.paths:
            names, rows = _read(folder / path)
            for name in rows[0] if rows else ():
                if is_open(dataset, name):
                    rows[0][name] = text
            _write(folder / path, names, rows)
    return folder


def lay_long_rows(folder: Path, cells: int) -> Path:
    """Lay the city with so many cells too many in the first row of each table."""
    shutil.copytree(SMALL, folder)
    for dataset in CONTRACT.datasets:
        for path in dataset.paths:
            names, *rows = (folder / path).read_text(encoding="utf-8").splitlines()
            longer = [f"{rows[0]}{',a' * cells}", *rows[1:]] if rows else []
            (folder / path).write_text("\n".join([names, *longer, ""]), encoding="utf-8")
    return folder


def context_of(folder: Path) -> CheckContext:
    """What every rule looks at, of a folder."""
    city, _ = load_city(folder)
    tables = read_tables(folder, CONTRACT)
    return CheckContext(CONTRACT, city, load_world(folder, CONTRACT, tables), tables)


def _lengthen(path: Path, dataset: Dataset, count: int, how: int) -> None:
    names, rows = _read(path)
    if rows:
        _write(path, names, _rows(dataset, rows, count, how))


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def _write(path: Path, names: list[str], rows: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _rows(
    dataset: Dataset, rows: list[dict[str, str]], count: int, how: int
) -> Iterator[dict[str, str]]:
    linked = {key.field for key in dataset.foreign_keys}
    for number in range(count):
        row = dict(rows[number % len(rows)])
        for name in row if how and number >= len(rows) else ():
            is_key = name in dataset.primary_key and name not in linked
            if is_key and dataset.field(name).type == "string":
                row[name] = f"{row[name]}-{number}"
            elif how > 1 and row[name] and is_open(dataset, name):
                row[name] = f"{row[name]} {_words(number)}"
        yield row


def _words(number: int) -> str:
    """Two syllables of a name, which no other number below some two thousand has."""
    tens, ones = divmod(number, len(_SYLLABLES))
    return f"{_SYLLABLES[tens % len(_SYLLABLES)]} {_SYLLABLES[ones]}"
