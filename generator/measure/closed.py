"""Lays the counts of closed quarters before the method's SQL, as they lie in the data folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from duckdb import DuckDBPyConnection

from generator.datafolder.world import World
from generator.formats.memory import memory_files
from generator.measure.method import CELL, CELLS, LETTERS, PLACE
from generator.model.closed_quarters import FIRST_NAMES, ClosedQuarter, header, is_number
from generator.model.settings import City

CELL_COLUMNS = tuple(name for name in CELLS["cells"] if name not in CELL)
DAY_COLUMNS = tuple(name for name in CELLS["cell_days"] if name not in CELL)
FILES = {
    "cells": (*FIRST_NAMES, *PLACE, *CELL_COLUMNS),
    "days": (*FIRST_NAMES, *DAY_COLUMNS),
}
"""The columns of both files of a closed quarter; the quarter is in their names."""
TABLES = {
    "closed_cells": ("cells", CELLS["cells"]),
    "closed_places": ("cells", (*CELL, *PLACE)),
    "closed_days": ("days", CELLS["cell_days"]),
}
"""The tables that the SQL reads: of which file, and in which columns."""
QUARTERS = "quarter VARCHAR, counts_letters BOOLEAN"


def typed_columns(names: Iterable[str]) -> str:
    """Columns as SQL declares them."""
    return ", ".join(f"{name} {_type(name)}" for name in names)


def closed_by(world: World, city: City) -> tuple[ClosedQuarter, ...]:
    """The closed quarters that are over on the day of the figures."""
    return tuple(q for q in world.closed_quarters if q.last_day <= city.as_of)


def counts_letters(quarter: ClosedQuarter) -> bool:
    """False of a quarter that was closed before there was a register of apologies."""
    return set(LETTERS) <= {*header(quarter.cells)}


def load_closed(connection: DuckDBPyConnection, quarters: Sequence[ClosedQuarter]) -> None:
    """Creates `closed_quarters` and the tables of `TABLES` in DuckDB."""
    memory = memory_files()
    for quarter in quarters:
        for file, content in (("cells", quarter.cells), ("days", quarter.days)):
            memory.pipe_file(f"/{quarter.quarter}.{file}.csv", content)
    if quarters:
        connection.register_filesystem(memory)
    connection.execute(f"CREATE TABLE closed_quarters ({QUARTERS})")
    for name, (_, columns) in TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({typed_columns(columns)})")
    for quarter in quarters:
        row = [quarter.quarter, counts_letters(quarter)]
        connection.execute("INSERT INTO closed_quarters VALUES (?, ?)", row)
        for name, (file, columns) in TABLES.items():
            _insert(connection, name, columns, quarter, file)
    if quarters:
        connection.unregister_filesystem(memory.protocol[0])


def _insert(
    connection: DuckDBPyConnection,
    name: str,
    columns: Sequence[str],
    quarter: ClosedQuarter,
    file: str,
) -> None:
    """A column that an older file does not have counts nothing."""
    names = header(quarter.cells if file == "cells" else quarter.days)
    cells = ", ".join(_cell(column, names) for column in columns)
    types = "{" + ", ".join(f"'{column}': 'VARCHAR'" for column in names) + "}"
    connection.execute(
        f"INSERT INTO {name} SELECT {cells} FROM read_csv("  # noqa: S608  # names of the code
        f"'memory:///{quarter.quarter}.{file}.csv', header = true, auto_detect = false,"
        f" delim = ',', quote = '\"', escape = '\"', columns = {types})",
        [quarter.quarter],
    )


def _cell(column: str, names: Sequence[str]) -> str:
    if column == "quarter":
        return "?"
    if column not in names:
        return "0" if is_number(column) else "NULL"
    return f"CAST({column} AS {_type(column)})"


def closed_rows(
    quarters: Sequence[ClosedQuarter],
) -> Iterator[tuple[str, str, Sequence[Sequence[object]]]]:
    """(name, columns and types, rows) of the same tables, for other engines than DuckDB."""
    known = [(quarter.quarter, counts_letters(quarter)) for quarter in quarters]
    yield "closed_quarters", QUARTERS, known
    for name, (file, columns) in TABLES.items():
        read = ((q.quarter, q.rows() if file == "cells" else q.day_rows()) for q in quarters)
        rows = [_row(columns, row, quarter) for quarter, some in read for row in some]
        yield name, typed_columns(columns), rows


def _row(columns: Sequence[str], row: Mapping[str, str], quarter: str) -> tuple[object, ...]:
    cells = {"quarter": quarter, **row}
    return tuple(
        int(cells.get(column) or 0) if is_number(column) else cells.get(column) or None
        for column in columns
    )


def _type(column: str) -> str:
    return "BIGINT" if column.endswith("_count") else "INTEGER" if is_number(column) else "VARCHAR"
