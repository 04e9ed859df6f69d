"""A data folder of CSV files as one typed world."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.datafolder.closed_quarters import load_closed_quarters
from generator.datafolder.table import Table, Tables, read_tables
from generator.datafolder.world import World, typed
from generator.model.contract import Contract
from generator.model.datasets import DATASETS, DOSSIERS
from generator.model.record import Record


def load_world(data_dir: Path, contract: Contract, tables: Tables | None = None) -> World:
    """The typed records of every dataset. Never raises for what lies in the folder.

    `tables` are the folder's when they have been looked at already.
    A file that cannot be read gives no records, and a row that does not fit its types is left
    out; the check reports both.
    """
    tables = read_tables(data_dir, contract) if tables is None else tables
    rows: dict[str, Any] = {}
    numbers: dict[str, tuple[int, ...]] = {}
    for dataset in contract.datasets:
        if dataset.name in DATASETS:
            numbered = _records(dataset.name, tables[dataset.name])
            rows[dataset.name] = tuple(record for _, record in numbered)
            numbers[dataset.name] = tuple(number for number, _ in numbered)
    dossiers = {table.path: table for table in tables.get(DOSSIERS, ()) if not table.fault}
    return World(
        **rows,
        extra={item.name: _cells(tables[item.name]) for item in contract.datasets if item.publish},
        dossier_files=tuple(dossiers),
        row_numbers=numbers,
        dossier_tables=dossiers,
        closed_quarters=load_closed_quarters(data_dir),
    )


def _cells(tables: Sequence[Table]) -> tuple[Mapping[str, str], ...]:
    """The rows of a table of the city's own, as they stand."""
    return tuple(row for table in tables for _, row in _named_rows(table))


def _records(name: str, tables: Sequence[Table]) -> list[tuple[int, Record]]:
    found = []
    for table in tables:
        for number, row in _named_rows(table):
            record = typed(name, row)
            if record is not None:
                found.append((number, record))
    return found


def _named_rows(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """(Excel row, cells by column); equal cells are one text: kinds, units, forms come often."""
    header, known = table.header, dict[str, str]()
    for number, cells in table.rows():
        if len(cells) == len(header):  # else nobody knows which cell is of which column
            once = (known.setdefault(cell, cell) for cell in cells)
            yield number, dict(zip(header, once, strict=True))
