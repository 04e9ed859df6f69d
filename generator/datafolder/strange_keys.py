"""Tables whose keys as a whole say nothing: nearly all misshapen, or all of things unknown.

What such a table says is compared with nothing: the keys are told once, and not what follows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from generator.datafolder.fault import Fault
from generator.datafolder.table import Table, Tables
from generator.model.contract import Contract, Dataset, Field

FIRST_ROWS = 1_000
"""The keys of so many rows speak for their table."""
FEWEST = 2
"""A single key is told as the one cell that it is."""
MAX_LETTERS = 200
"""No key is longer, and a longer cell is read no further."""
ISO_DAY = r"\d{4}-\d{2}-\d{2}"


def without_strange_keys(contract: Contract, tables: Tables) -> Tables:
    """The tables, those with strange keys as ones that cannot be read."""
    return _unknown_refused(contract, _misshapen_refused(contract, tables))


def _misshapen_refused(contract: Contract, tables: Tables) -> Tables:
    def told(dataset: Dataset, table: Table) -> Table:
        for name in dataset.primary_key:
            if fault := _misshapen(table, dataset.field(name)):
                return _refused(table, fault)
        return table

    return {name: [told(contract.dataset(name), one) for one in tables[name]] for name in tables}


def _misshapen(table: Table, field: Field) -> Fault | None:
    """That more than half of a column's cells do not have its form."""
    pattern = ISO_DAY if field.type == "date" else field.pattern
    if pattern is None:
        return None
    cells = list(_cells(table, field.name))
    wrong = [item for item in cells if not re.search(f"^(?:{pattern})$", item[1][:MAX_LETTERS])]
    if len(wrong) < FEWEST or 2 * len(wrong) <= len(cells):
        return None
    row, value = wrong[0]
    return Fault("keys-misshapen", row, field.name, {"value": value, "about": field.description})


def _unknown_refused(contract: Contract, tables: Tables) -> Tables:
    """The tables without those of which a column leads to nothing at all.

    Where every column that leads to a dataset does, the dataset lost its keys, and not they.
    """
    found: dict[tuple[str, str], Fault] = {}
    for columns in _leading(contract, tables).values():
        strange = {column.place: column.fault for column in columns if column.fault}
        if any(column.fits for column in columns) or len(strange) == 1:
            found |= strange
    return {
        name: [_refused(table, found.get((name, table.file))) for table in some]
        for name, some in tables.items()
    }


@dataclass(frozen=True)
class _Column:
    """A column of a table that leads to a dataset, and its fault when it leads to nothing there.

    Of a single unknown value nothing is said: neither does it fit, nor is it a fault.
    """

    place: tuple[str, str]
    fits: bool
    fault: Fault | None


def _leading(contract: Contract, tables: Tables) -> Mapping[str, Sequence[_Column]]:
    """By dataset, the columns that lead to it; none where it cannot be read."""
    columns: dict[str, list[_Column]] = {}
    for dataset in contract.datasets:
        for key in dataset.foreign_keys:
            known = _known(tables.get(key.reference, ()), key.reference_field)
            for table in tables.get(dataset.name, ()) if known else ():
                place = (dataset.name, table.file)
                cells = list(_cells(table, key.field))
                there = contract.dataset(key.reference).title
                column = _column(place, (key.field, there), cells, known)
                columns.setdefault(key.reference, []).append(column)
    return columns


def _column(
    place: tuple[str, str],
    names: tuple[str, str],
    cells: Sequence[tuple[int, str]],
    known: Set[str],
) -> _Column:
    """`names` are the column's and the title of the dataset that it leads to."""
    values = {value for _, value in cells}
    if values & known or len(values) < FEWEST:
        return _Column(place, bool(values & known), None)
    row, first = cells[0]
    said = {"value": first, "there": names[1]}
    return _Column(place, False, Fault("keys-unknown", row, names[0], said))


def _known(tables: Sequence[Table], name: str) -> Set[str]:
    """Every value of a column; none when some of its tables cannot be read."""
    if any(table.faults for table in tables):
        return set()
    return {value for table in tables for _, value in _cells(table, name, None)}


def _cells(table: Table, name: str, most: int | None = FIRST_ROWS) -> Iterator[tuple[int, str]]:
    """(Excel row, cell) of a column of a table's first rows, where there is anything in it."""
    if name in table.header:
        place = table.header.index(name)
        for row, cells in islice(table.rows(), most):
            if place < len(cells) and cells[place]:
                yield row, cells[place]


def _refused(table: Table, fault: Fault | None) -> Table:
    return replace(table, faults=(fault,), header=()) if fault else table
