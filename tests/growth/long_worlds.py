"""The small city with so many rows in every table, in ways that are hard for a rule."""

import csv
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from generator.check.context import CheckContext
from generator.datafolder import load_world
from generator.datafolder.load import load_city
from generator.datafolder.table import read_tables
from generator.model.contract import Dataset
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


def context_of(folder: Path) -> CheckContext:
    """What every rule looks at, of a folder."""
    city, _ = load_city(folder)
    tables = read_tables(folder, CONTRACT)
    return CheckContext(CONTRACT, city, load_world(folder, CONTRACT, tables), tables)


def _lengthen(path: Path, dataset: Dataset, count: int, how: int) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = list(reader.fieldnames or ()), list(reader)
    if rows:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(_rows(dataset, rows, count, how))


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
