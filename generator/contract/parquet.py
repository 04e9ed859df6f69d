"""Parquet files as text: the same cells that a CSV file of the same rows would hold."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS_AT_ONCE = 20_000
_OPTIONS = "file_row_number = true, binary_as_string = true"


def is_whole(path: Path) -> bool:
    """True when every cell of the file can be read as text."""
    import duckdb

    try:
        with duckdb.connect() as connection:
            counts = ", ".join(f"count({cell})" for _, cell in _cells(connection, path))
            connection.execute(f"SELECT {counts} FROM {_source(path)}")  # noqa: S608
    except duckdb.Error:
        return False
    return True


def names(path: Path) -> list[str]:
    """The names of the columns, in their order."""
    import duckdb

    with duckdb.connect() as connection:
        return [name for name, _ in _cells(connection, path)]


def rows(path: Path) -> Iterator[list[str]]:
    """The names of the columns, then the cells of each row."""
    import duckdb

    with duckdb.connect() as connection:
        columns = _cells(connection, path)
        yield [name for name, _ in columns]
        cells = ", ".join(cell for _, cell in columns)
        found = connection.execute(
            f"SELECT {cells} FROM {_source(path)} ORDER BY file_row_number"  # noqa: S608
        )
        while some := found.fetchmany(ROWS_AT_ONCE):
            yield from (list(row) for row in some)


def relation(path: Path, columns: Sequence[str]) -> str:
    """SQL of a query for the cells as text under the names `columns`, and `row` as Excel counts."""
    import duckdb

    with duckdb.connect() as connection:
        found = [cell for _, cell in _cells(connection, path)]
    named = [f'{cell} AS "{name}"' for cell, name in zip(found, columns, strict=True)]
    return f"SELECT file_row_number + 2 AS row, {', '.join(named)} FROM {_source(path)}"  # noqa: S608


def _source(path: Path) -> str:
    file = str(path).replace("'", "''")
    return f"read_parquet('{file}', {_OPTIONS})"


def _cells(connection: "DuckDBPyConnection", path: Path) -> list[tuple[str, str]]:
    """(name, SQL of the cell as text) of each column. Raises duckdb.Error.

    Whole numbers with gaps are kept as 2.0 by some writers: they are written without the zero.
    """
    described = connection.execute(f"DESCRIBE SELECT * FROM {_source(path)}").fetchall()  # noqa: S608
    cells = []
    for name, kind, *_ in described:
        if name == "file_row_number":
            continue
        text = 'CAST("{}" AS VARCHAR)'.format(name.replace('"', '""'))
        if kind in ("FLOAT", "DOUBLE"):
            text = f"regexp_replace({text}, '\\.0$', '')"
        cells.append((name, f"coalesce({text}, '')"))
    return cells
