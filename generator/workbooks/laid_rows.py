"""Rows of cells as a table in memory that a database engine reads: nothing goes to a disk.

The engine keeps the table packed: the same names stand in a million rows.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import count, islice

import duckdb

from generator.datafolder.csv_layout import Layout
from generator.datafolder.relation import csv_reader
from generator.entry.cells import Cell, as_typed
from generator.formats.memory import memory_files

ROWS_AT_ONCE, PACKED_EVERY = 10_000, 12
"""So many rows are laid at once, and what has been laid is packed after so many times."""
_FILE = "/export.csv"
_LAYOUT = Layout(0, "\n", has_quotes=True, is_regular=True, has_inner_breaks=False)
_BROKEN, _BREAKS = re.compile(r"[\r\n\0]"), str.maketrans({"\r": " ", "\n": " ", "\0": None})
Numbered = tuple[int, int, Sequence[Cell]]
"""The number of a sheet, that of a row, and the row's cells."""


def lay_rows(connection: duckdb.DuckDBPyConnection, rows: Iterator[Numbered], width: int) -> str:
    """SQL of a query for `sheet`, `row` and k0, k1, … of rows whose cells are `width` many."""
    names = [f"k{at}" for at in range(width)]
    cells = "".join(f", {name} VARCHAR" for name in names)
    connection.execute("ATTACH IF NOT EXISTS ':memory:' AS export (COMPRESS)")
    connection.execute(f"CREATE OR REPLACE TABLE export.laid (sheet SMALLINT, row INTEGER{cells})")
    memory = memory_files()
    connection.register_filesystem(memory)
    reader = csv_reader([f"memory:/{_FILE}"], ["sheet", "row", *names], _LAYOUT)
    for turn in count(1):
        if not (some := list(islice(rows, ROWS_AT_ONCE))):
            break
        memory.pipe_file(_FILE, _as_csv(some))
        connection.execute(f"INSERT INTO export.laid SELECT * FROM {reader}")  # noqa: S608
        if turn % PACKED_EVERY == 0:
            connection.execute("CHECKPOINT export")
    connection.unregister_filesystem("memory")
    return "SELECT * FROM export.laid"


def _as_csv(rows: Sequence[Numbered]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["heading"])
    writer.writerows([sheet, row, *map(_text, cells)] for sheet, row, cells in rows)
    return text.getvalue().encode("utf-8", "replace")


def _text(cell: Cell) -> str:
    """A cell as text on one line; days as files have them, which no reader takes for another."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.translate(_BREAKS) if _BROKEN.search(cell) else cell
    if isinstance(cell, datetime):
        moment = cell.replace(microsecond=0)
        return (moment.date() if moment.time() == time() else moment).isoformat()
    return cell.isoformat() if isinstance(cell, date) else as_typed(cell)
