"""A data folder of CSV files as one typed world."""

from pathlib import Path
from typing import Any

from generator.contract.package import Contract, Dataset
from generator.contract.records import RECORD_TYPES, Record
from generator.contract.table import Table, read_table
from generator.contract.world import World, typed


def load_world(data_dir: Path, contract: Contract) -> World:
    """The typed records of every dataset. Never raises for what lies in the folder.

    A file that cannot be read gives no records, and a row that does not fit its types is left
    out; the check reports both.
    """
    rows: dict[str, Any] = {}
    numbers: dict[str, tuple[int, ...]] = {}
    for dataset in contract.datasets:
        if dataset.name in RECORD_TYPES:
            numbered = _records(data_dir, dataset)
            rows[dataset.name] = tuple(record for _, record in numbered)
            numbers[dataset.name] = tuple(number for number, _ in numbered)
    return World(**rows, dossier_files=_dossier_files(data_dir, contract), row_numbers=numbers)


def _records(data_dir: Path, dataset: Dataset) -> list[tuple[int, Record]]:
    found = []
    for path in dataset.paths:
        for number, row in _named_rows(read_table(data_dir, path)):
            record = typed(dataset.name, row)
            if record is not None:
                found.append((number, record))
    return found


def _named_rows(table: Table) -> list[tuple[int, dict[str, str]]]:
    header = table.header
    return [(number, dict(zip(header, cells, strict=False))) for number, cells in table.rows()]


def _dossier_files(data_dir: Path, contract: Contract) -> tuple[Path, ...]:
    paths = next((item.paths for item in contract.datasets if item.name == "dossiers"), ())
    return tuple(data_dir / path for path in paths if not read_table(data_dir, path).fault)
