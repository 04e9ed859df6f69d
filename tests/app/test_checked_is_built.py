"""What a check passes, a build builds: tried with the values at the edge of every column.

In the small city the first row of every dataset gets such values in all its columns at once. What
the check refuses is put back, until it refuses nothing more; of the rest a site must come.
"""

import csv
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.datafolder.load import load_contract
from generator.model.contract import Dataset, Field
from generator.model.problem import Problem
from worlds.broken import findings
from worlds.published import publish
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

CONTRACT, _ = load_contract(SMALL)
assert CONTRACT is not None
DATASETS = CONTRACT.datasets
ENDS = ("0001-01-01", "9999-12-31")
EDGES = {
    "date": ("2012-02-29", "2018-12-31", *ENDS),
    "integer": ("0", "1", "9999999", "9" * 30),
    "boolean": ("true", "false"),
    "string": ("x", "0", "2018-W53", "0001-Q1", "9999-12-31T23:59", "|", "2020-W53", *ENDS),
}
TURNS = len(EDGES["string"]) + 1
Cell = tuple[str, int, str]
"""File, Excel row, column."""


def edge(field: Field, turn: int) -> str:
    values = ("", *(field.labels or EDGES[field.type]))
    return values[turn % len(values)]


def tried(dataset: Dataset) -> list[Field]:
    """The columns that are no keys: those lead to other rows, which other tests are about."""
    keys = {*dataset.primary_key, *(key.field for key in dataset.foreign_keys)}
    return [field for field in dataset.fields if field.name not in keys]


class Edited:
    """The small city in a folder of its own, its first rows changed."""

    def __init__(self, folder: Path, turn: int) -> None:
        self.folder = shutil.copytree(SMALL, folder)
        self.old: dict[Cell, str] = {}
        for dataset in DATASETS:
            edits = {field.name: edge(field, turn) for field in tried(dataset)}
            self._write(dataset.paths[-1], edits)

    def _write(self, file: str, edits: dict[str, str]) -> None:
        with (self.folder / file).open(encoding="utf-8", newline="") as opened:
            header, *rows = csv.reader(opened)
        if not rows:
            return
        for name, value in edits.items():
            self.old.setdefault((file, 2, name), rows[0][header.index(name)])
            rows[0][header.index(name)] = value
        with (self.folder / file).open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened, lineterminator="\n").writerows([header, *rows])

    def put_back(self, errors: Iterable[Problem]) -> None:
        """Puts back the cells that errors name, else the rows, else one changed row."""
        named = {(error.file or "", error.row or 0, error.field or "") for error in errors}
        rows = {cell[:2] for cell in named}
        in_rows = {cell for cell in self.old if cell[:2] in rows}
        first = next(iter(self.old))[:2]  # units come first: others are wrong by them
        some = {cell for cell in self.old if cell[:2] == first}
        back = named & self.old.keys() or in_rows or some
        for file in {cell[0] for cell in back}:
            self._write(file, {c[2]: self.old[c] for c in back if c[0] == file})
        self.old = {cell: value for cell, value in self.old.items() if cell not in back}


@pytest.mark.parametrize("turn", range(TURNS))
def test_what_a_check_passes_a_build_builds(turn: int, tmp_path: Path) -> None:
    city = Edited(tmp_path / "city", turn)
    while errors := [item for item in findings(city.folder) if item.severity == "error"]:
        city.put_back(errors)
    assert len(city.old) >= 5, "nearly nothing was tried"
    assert publish(city.folder).publication.pages
