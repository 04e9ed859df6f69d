"""Shape and references as frictionless finds them, told in our own codes.

Frictionless is given rows, never paths: every room reads a file the same way, and the files of
one dataset are read as one table, so that a key may not come twice among them.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import frictionless
from frictionless.resources import TableResource

from generator.check.context import finding
from generator.check.frictionless_errors import (
    NOT_READ_ON,
    CellFinding,
    cell_findings,
    key_alike,
)
from generator.check.screen.references import followable
from generator.check.screen.rows import Rows
from generator.datafolder.table import Table, Tables
from generator.model.contract import Contract, Dataset, ForeignKey
from generator.model.problem import Problem

MOST_WRONG = 1_000
"""So many wrong rows of a dataset are told one by one."""
_REFUSALS = (frictionless.FrictionlessException, ValueError, LookupError, TypeError, AttributeError)
"""What frictionless raises for a description it cannot work with, its own error or not."""


def shape_findings(
    contract: Contract, tables: Tables, dataset: Dataset, rows: Rows
) -> Iterator[Problem]:
    """Findings of frictionless in those rows of a dataset."""
    try:
        yield from _Shape(contract, tables, dataset, rows).problems()
    except _REFUSALS as error:
        yield finding(
            dataset,
            "contract-invalid",
            None,
            file="datapackage.yaml",
            what=dataset.title,
            note=_note(error),
        )


def _note(error: Exception) -> str:
    """What frictionless says about a description, in its English."""
    reasons = getattr(error, "reasons", None) or [getattr(error, "error", None)]
    return str(getattr(reasons[0], "note", error)).strip(" .")


def _schema(dataset: Dataset, references: set[str]) -> frictionless.Schema:
    """The schema, with the references that can be followed."""
    descriptor = dict(dataset.schema)
    descriptor["foreignKeys"] = [
        key
        for key in descriptor.get("foreignKeys") or []
        if key["reference"]["resource"] in references
    ]
    return frictionless.Schema.from_descriptor(descriptor)


def _names(dataset: Dataset) -> tuple[str, ...]:
    return tuple(field.name for field in dataset.fields)


def _resource(name: str, data: Any, schema: frictionless.Schema) -> TableResource:
    """Rows for frictionless, which unless told takes a row of average width for the header."""
    first_row = frictionless.Dialect(header=True, header_rows=[1])
    return TableResource(name=name, data=data, schema=schema, dialect=first_row)


def _folded(key: tuple[object, ...]) -> tuple[object, ...]:
    """Keys that differ in capitals alone are one."""
    return tuple(cell.upper() if isinstance(cell, str) else cell for cell in key)


class _Shape:
    """Frictionless over the files of one dataset."""

    def __init__(self, contract: Contract, tables: Tables, dataset: Dataset, rows: Rows) -> None:
        self.contract, self.all_tables, self.dataset, self.rows = contract, tables, dataset, rows
        self.starts: list[tuple[int, Table]] = []
        self.numbers = array("Q")
        self.wide: dict[int, int] = {}

    def problems(self) -> Iterator[Problem]:
        """Findings in the rows that may be wrong, up to `MOST_WRONG` that are.

        What is wrong with more rows of one table has one cause; each costs a millisecond to tell.
        """
        references = self._references()
        schema = _schema(self.dataset, references)
        keys = [key for key in self.dataset.foreign_keys if key.reference in references]
        with self._package(schema, keys) as resource:
            wrong, seen = 0, dict[tuple[object, ...], int]()
            folded: dict[tuple[object, ...], int] = {}
            for row in resource.row_stream:
                key = tuple(row[name] for name in self.dataset.primary_key)
                same_key, alike = seen.get(key), folded.get(_folded(key))
                seen[key] = folded[_folded(key)] = row.row_number
                for item in self._in_row(schema, row, same_key) if row.errors else ():
                    yield self._placed(row.row_number, item)
                if alike and not same_key:
                    yield self._placed(row.row_number, key_alike(self.dataset, row, alike))
                wrong += bool(row.errors)
                if wrong == MOST_WRONG:
                    yield from self._stopped(row.row_number)
                    return

    def _stopped(self, number: int) -> Iterator[Problem]:
        """That the rows behind this one were not looked at, where there are any."""
        left = sum(1 for _ in self.rows.caught_by("shape")) - (number - 1)
        if left:
            table, row = self._place(number)
            yield self._found(table, NOT_READ_ON, row, count=MOST_WRONG, other=left)

    def _in_row(
        self, schema: frictionless.Schema, row: Any, same_key: int | None
    ) -> Iterator[CellFinding]:
        cells = self.wide.get(row.row_number, len(row.cells))
        return cell_findings(self.contract, self.dataset, schema, row, cells, same_key)

    def _package(self, schema: frictionless.Schema, keys: Sequence[ForeignKey]) -> TableResource:
        wanted: dict[str, list[str]] = {}
        for key in keys:
            wanted.setdefault(key.reference, []).append(key.reference_field)
        mine = _resource(self.dataset.name, self._chained, schema)
        others = [
            self._referenced(name, list(dict.fromkeys(fields)))
            for name, fields in wanted.items()
            if name != self.dataset.name
        ]
        frictionless.Package(resources=[mine, *others])
        return mine

    def _references(self) -> set[str]:
        """The datasets that can be followed among those that references point to."""
        names = {key.reference for key in self.dataset.foreign_keys}
        return {name for name in names if followable(self.all_tables, name)}

    def _referenced(self, name: str, wanted: list[str]) -> TableResource:
        """Of a table that references point to, only the columns they point to."""
        table = self.all_tables[name][0]
        places = [table.header.index(field) for field in wanted]
        cells = [[row[at] if at < len(row) else "" for at in places] for _, row in table.rows()]
        fields = {field["name"]: field for field in self.contract.dataset(name).schema["fields"]}
        schema = frictionless.Schema.from_descriptor({"fields": [fields[item] for item in wanted]})
        return _resource(name, [wanted, *cells], schema)

    def _chained(self) -> Iterator[Sequence[str]]:
        """One header, then the rows of every file; notes where each row stands.

        Of cells beyond the last column one is given, and how many there are is noted: frictionless
        copies the whole row for each of them.
        """
        names = list(_names(self.dataset))
        yield names
        self.starts, self.numbers, self.wide = [], array("Q"), {}
        for table, row, cells in self.rows.caught_by("shape"):
            if not self.starts or self.starts[-1][1] is not table:
                self.starts.append((len(self.numbers), table))
            self.numbers.append(row)
            if len(cells) > len(names):
                self.wide[len(self.numbers) + 1] = len(cells)
            yield cells[: len(names) + 1]

    def _place(self, number: int) -> tuple[Table, int]:
        """The file and Excel row of the chain's row, the first of which has the number 2."""
        index = bisect_right(self.starts, number - 2, key=lambda start: start[0]) - 1
        return self.starts[index][1], self.numbers[number - 2]

    def _placed(self, number: int, item: CellFinding) -> Problem:
        code, field, values = item
        table, row = self._place(number)
        if "other" in values:
            other, other_row = self._place(int(values["other"]))
            values |= {"other": str(other_row), "other_file": other.file}
        return self._found(table, code, row, field, **values)

    def _found(
        self, table: Table, code: str, row: int, field: str | None = None, **values: Any
    ) -> Problem:
        return finding(self.dataset, code, row, field, file=table.file, **values)
