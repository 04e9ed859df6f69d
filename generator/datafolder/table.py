"""One file of a dataset, read the same way by every room, and the reason when it cannot be."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.datafolder import parquet
from generator.datafolder.csv_damage import fault_of_kind, fault_of_text
from generator.datafolder.csv_layout import Layout, layout_of
from generator.datafolder.fault import Fault
from generator.datafolder.labels import label_faults
from generator.datafolder.safe_path import fault_inside
from generator.model.contract import Contract

MAX_CELL_LETTERS = 2_000
"""A longer cell is an error; nothing reads it further."""
SHORT_BYTES = 1 << 18
"""The rows of a shorter file are held: what checks records goes through them a dozen times."""

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


@dataclass(frozen=True)
class Table:
    """One file: its path relative to the data folder and on disk, and its faults if it has any.

    A file with a fault is not read: it has no rows, and its `header`, the column names, is empty.
    Rows are read anew at every reading, so that a long file is never held as cells; those of a
    short one are read once. `layout` is that of a CSV file; a Parquet file has none.
    """

    file: str
    path: Path
    faults: tuple[Fault, ...] = ()
    layout: Layout | None = None
    header: tuple[str, ...] = ()

    @property
    def fault(self) -> Fault | None:
        """The first of its faults; None when the file can be read."""
        return self.faults[0] if self.faults else None

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
        if not self.faults:
            yield from enumerate(self.cells(), 1)

    def cells(self) -> Iterator[list[str]]:
        """The cells of every row, the names first. Raises csv.Error at a wrong quotation mark."""
        if self.layout is None:
            yield from parquet.rows(self.path)
        elif self.layout.is_regular and self.path.stat().st_size < SHORT_BYTES:
            yield from self._held
        else:
            yield from self._read()

    @cached_property
    def _held(self) -> Sequence[list[str]]:
        return tuple(self._read())

    def _read(self) -> Iterator[list[str]]:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file, strict=True)


Tables = Mapping[str, Sequence[Table]]
"""The files of each dataset, in the order of the contract."""


def sound(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables that can be read."""
    return tuple(table for table in tables if not table.faults)


def read_tables(data_dir: Path, contract: Contract) -> Tables:
    """Every file that the contract lists, held to the columns that it lists."""
    return {
        dataset.name: [
            read_table(data_dir, path, [field.name for field in dataset.fields])
            for path in dataset.paths
        ]
        for dataset in contract.datasets
    }


def read_table(data_dir: Path, file: str, names: Sequence[str] = ()) -> Table:
    """The table of a file of the data folder. Never raises: its faults say what is wrong.

    `names` are the columns it should have; when none are given, it may have any.
    """
    pure, path = PurePosixPath(file), data_dir / file
    if pure.is_absolute() or ".." in pure.parts or "://" in file or "\\" in file:
        return Table(file, path, (Fault("path-outside"),))
    try:
        fault = fault_inside(data_dir, file)
        return Table(file, path, (fault,)) if fault else _looked_at(file, path, names)
    except FileNotFoundError:
        return Table(file, path, (Fault("file-missing"),))
    except (IsADirectoryError, NotADirectoryError):
        return Table(file, path, (Fault("not-a-file"),))
    except (OSError, ValueError):
        return Table(file, path, (Fault("file-unreadable"),))


def _looked_at(file: str, path: Path, names: Sequence[str]) -> Table:
    if is_parquet(path):
        with path.open("rb"):
            code = parquet.fault_of(path)
        if code:
            return Table(file, path, (Fault(code),))
        table = Table(file, path)
    else:
        layout = fault_of_kind(path) or layout_of(path)
        if isinstance(layout, Fault):
            return Table(file, path, (layout,))
        table = Table(file, path, (), layout)
        if fault := fault_of_text(table.path, table.cells, layout, names):
            return replace(table, faults=(fault,))
    header = tuple(next(table.cells(), ()))
    faults = label_faults(header, names) if names else ()
    return replace(table, faults=faults) if faults else replace(table, header=header)


def is_parquet(path: Path) -> bool:
    """True when the file's name says that it is Parquet."""
    return path.suffix == ".parquet"
