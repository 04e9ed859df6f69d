"""One file of a dataset, read the same way by every room, and the reason when it cannot be."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.datafolder import parquet
from generator.datafolder.csv_layout import Fault, Layout, layout_of
from generator.datafolder.safe_path import fault_inside
from generator.model.contract import Contract

MAX_CELL_LETTERS = 2_000
"""A longer cell is an error; nothing reads it further."""

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


@dataclass(frozen=True)
class Table:
    """One file: its path relative to the data folder and on disk, and its fault if it has one.

    Rows are read anew at every reading, so that a long file is never held as cells. `layout` is
    that of a CSV file without a fault; a Parquet file has none. `header` are the column names of a
    file without a fault; empty when there are none.
    """

    file: str
    path: Path
    fault: Fault | None = None
    layout: Layout | None = None
    header: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row as Excel numbers it, cells) of every row below the header, blank ones too.

        The first row of a Parquet file has the number 2, as if its names stood in row 1.
        """
        numbered = self._numbered()
        next(numbered, None)
        yield from numbered

    def first_rows(self, most: int) -> Iterator[list[str]]:
        """The cells of the first rows below the header."""
        if self.fault is None and self.layout is None:
            yield from islice(parquet.rows(self.path, most), 1, None)
        else:
            yield from (cells for _, cells in islice(self.rows(), most))

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        if self.fault is None:
            yield from enumerate(self.cells(), 1)

    def cells(self) -> Iterator[list[str]]:
        """The cells of every row, the names first. Raises csv.Error at a wrong quotation mark."""
        if self.layout is None:
            yield from parquet.rows(self.path)
            return
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file, strict=True)


Tables = Mapping[str, Sequence[Table]]
"""The files of each dataset, in the order of the contract."""


def by_header(
    tables: Sequence[Table], names: Sequence[str]
) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
    """The tables without a fault: those whose header is `names`, and the others."""
    sound = [table for table in tables if not table.fault]
    right = tuple(table for table in sound if table.header == tuple(names))
    return right, tuple(table for table in sound if table.header != tuple(names))


def read_tables(data_dir: Path, contract: Contract) -> Tables:
    """Every file that the contract lists."""
    return {
        dataset.name: [read_table(data_dir, path) for path in dataset.paths]
        for dataset in contract.datasets
    }


def read_table(data_dir: Path, file: str) -> Table:
    """The table of a file of the data folder. Never raises: a fault says what is wrong."""
    pure, path = PurePosixPath(file), data_dir / file
    if pure.is_absolute() or ".." in pure.parts or "://" in file or "\\" in file:
        return Table(file, path, Fault("path-outside"))
    try:
        fault = fault_inside(data_dir, file)
        return Table(file, path, fault) if fault else _looked_at(file, path)
    except FileNotFoundError:
        return Table(file, path, Fault("file-missing"))
    except (IsADirectoryError, NotADirectoryError):
        return Table(file, path, Fault("not-a-file"))
    except (OSError, ValueError):
        return Table(file, path, Fault("file-unreadable"))


def _looked_at(file: str, path: Path) -> Table:
    if is_parquet(path):
        with path.open("rb"):
            code = parquet.fault_of(path)
        return Table(file, path, Fault(code)) if code else _headed(Table(file, path))
    layout = layout_of(path)
    if isinstance(layout, Fault):
        return Table(file, path, layout)
    table = Table(file, path, None, layout)
    fault = None if layout.is_regular else _quote_fault(table)
    return replace(table, fault=fault) if fault else _headed(table)


def _headed(table: Table) -> Table:
    return replace(table, header=tuple(next(table.cells(), ())))


def is_parquet(path: Path) -> bool:
    """True when the file's name says that it is Parquet."""
    return path.suffix == ".parquet"


def _quote_fault(table: Table) -> Fault | None:
    """A quotation mark that is never closed, or one in the midst of a quoted cell."""
    row = 0
    try:
        for row, _ in enumerate(table.cells(), 1):  # noqa: B007  # the last row read is wanted
            pass
    except csv.Error:
        return Fault("csv-quote", row + 1)
    return None
