"""What each column of a dataset takes, told from the contract and the record's declarations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.datafolder.world import World
from generator.entry.choices import Choices
from generator.entry.numbering import next_keys
from generator.entry.vocabulary import from_settings, labels, references, yes_no
from generator.model.columns import HIDDEN, Column
from generator.model.contract import Contract, Dataset, Field
from generator.model.datasets import DATASETS, name_of
from generator.model.records import Unit
from generator.model.settings import City

Kind = Literal["choice", "several", "day", "moment", "quarter", "week", "whole", "number", "text"]
_BY_TYPE: dict[str, Kind] = {"date": "day", "integer": "whole", "number": "number"}
_BY_PATTERN: dict[str, Kind] = {
    "2018-10-06T06:00": "moment",
    "2018-Q3": "quarter",
    "2018-W40": "week",
}
"""What a text column takes whose pattern lets this through and no free word."""
_EXAMPLE = re.compile(r"ví dụ ([\w-]+)")


@dataclass(frozen=True)
class EntryColumn:
    """One column as people fill it in: its field, its declaration, what it takes, its choices."""

    field: Field
    declared: Column
    kind: Kind
    choices: Choices | None = None

    @property
    def name(self) -> str:
        """Its name in the file."""
        return self.field.name


@dataclass(frozen=True)
class EntryDataset:
    """A dataset as people fill it in."""

    dataset: Dataset
    columns: tuple[EntryColumn, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    @property
    def numbered(self) -> str | None:
        """The column that numbers its records; None where other things are their key."""
        key = self.dataset.primary_key
        column = self.column(key[0]) if len(key) == 1 else None
        return column.name if column and column.kind == "text" else None

    @property
    def unit_column(self) -> str | None:
        """The one column that must name a unit; None where there is none, or several."""
        units = {k.field for k in self.dataset.foreign_keys if k.reference == name_of(Unit)}
        found = [c.name for c in self.columns if c.name in units and c.field.required]
        return found[0] if len(found) == 1 else None

    @property
    def given(self) -> tuple[EntryColumn, ...]:
        """The columns that a workbook may fill in itself: a row of them alone says nothing."""
        key, unit = self.dataset.primary_key, self.unit_column
        names = {self.numbered, unit, *(key if unit in key else ())}
        return tuple(column for column in self.columns if column.name in names)

    @property
    def number_like(self) -> str:
        """The number that the contract gives for an example; empty where it gives none."""
        column = self.column(self.numbered) if self.numbered else None
        if column is None or column.declared.coded_elsewhere:
            return ""
        found = _EXAMPLE.search(column.field.description)
        return found[1] if found else ""

    def free_keys(self, keys: Iterable[str], year: int, count: int = 1) -> list[str]:
        """The next free keys after those there are; none where others give them, or names do."""
        like = self.number_like
        others = self.numbered and self.column(self.numbered).declared.coded_elsewhere
        if not self.numbered or others or (like and not like[-1].isdecimal()):
            return []
        return next_keys(keys, year, count, like)

    def column(self, name: str) -> EntryColumn:
        """The column of that name. Raises KeyError."""
        return {column.name: column for column in self.columns}[name]


def entry_dataset(
    contract: Contract, name: str, city: City, world: World, only: str | None = None
) -> EntryDataset:
    """What the columns of a dataset take; with `only`, that one unit is offered.

    Words for the air are asked for where a station airs a column.

    Raises KeyError for a dataset that there is not.
    """
    dataset, known = contract.dataset(name), DATASETS.get(name)
    declared = known.columns if known else {}
    columns = []
    for field in dataset.fields:
        column = declared.get(field.name, HIDDEN)
        if column.words_for_air and city.radio is None:
            continue
        choices = next(_choices(dataset, field, column, city, world, only), None)
        kind: Kind = "several" if column.several_of else "choice" if choices else _kind(field)
        columns.append(EntryColumn(field, column, kind, choices))
    return EntryDataset(dataset, tuple(columns))


def _choices(
    dataset: Dataset, field: Field, column: Column, city: City, world: World, only: str | None
) -> Iterator[Choices]:
    if field.type == "boolean":
        yield yes_no(field.title)
    if field.enum:
        yield labels({code: field.labels.get(code, code) for code in field.enum})
    if column.several_of:
        yield references(column.several_of, world, city, None)
    for key in dataset.foreign_keys:
        if key.field == field.name and key.reference in DATASETS:
            yield references(DATASETS[key.reference].record, world, city, only)
    if column.vocabulary and (found := from_settings(column.vocabulary, city)):
        yield found


def _kind(field: Field) -> Kind:
    if field.type in _BY_TYPE:
        return _BY_TYPE[field.type]
    pattern = field.pattern
    if pattern and not re.search(pattern, "x"):
        return next(
            (kind for text, kind in _BY_PATTERN.items() if re.search(pattern, text)), "text"
        )
    return "text"
