"""The texts into which anything can be typed, and that anyone may read once they are published."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from generator.check.context import CheckContext, finding
from generator.datafolder.table import MAX_CELL_LETTERS
from generator.model.columns import HIDDEN, Column
from generator.model.contract import Dataset, Field
from generator.model.datasets import DATASETS, DOSSIERS
from generator.model.problem import Problem

NO_TEXT = frozenset({"integer", "number", "boolean", "date", "time", "datetime", "year"})
"""Types of columns that take no text."""
A_NAME = "ông Nguyễn Văn Bình"
"""A column whose pattern lets this through is as open as one without a pattern."""


class OpenText(NamedTuple):
    """One such cell, blanks and line breaks in it made single blanks."""

    dataset: Dataset
    file: str
    row: int
    column: str
    text: str
    beside: Mapping[str, str]
    """The cells of its row, by column."""

    @property
    def declared(self) -> Column:
        """What its column declares; nothing, where a city has added the column."""
        known = DATASETS.get(self.dataset.name)
        return known.columns.get(self.column, HIDDEN) if known else HIDDEN

    def found(self, code: str, value: str) -> Problem:
        """A finding in the cell; `value` is what is wrong in it."""
        return finding(self.dataset, code, self.row, self.column, file=self.file, value=value)


def open_columns(dataset: Dataset) -> frozenset[str]:
    """The columns of a dataset that hold such texts: every one of which nothing else is known."""
    if dataset.name == DOSSIERS:
        return frozenset()
    return frozenset(field.name for field in dataset.fields if _is_open(field))


def _is_open(field: Field) -> bool:
    if field.type in NO_TEXT or field.enum:
        return False
    try:
        return not field.pattern or re.fullmatch(field.pattern, A_NAME) is not None
    except re.error:
        return True


def open_texts(context: CheckContext, names: Collection[str] = ()) -> Iterator[OpenText]:
    """Every such cell, of rows that do not fit their type too, but none past its limit.

    Of the datasets of some `names` alone, when any are given.
    """
    for dataset in context.contract.datasets:
        if names and dataset.name not in names:
            continue
        columns = open_columns(dataset)
        for table in context.tables[dataset.name] if columns else ():
            header = [name for name in table.header if name in columns]
            for row, cells in table.rows():
                beside = dict(zip(table.header, cells, strict=False))
                for name in header:
                    cell = beside.get(name, "")
                    if len(cell) <= MAX_CELL_LETTERS and (text := " ".join(cell.split())):
                        yield OpenText(dataset, table.file, row, name, text, beside)
