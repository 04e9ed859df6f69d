"""Parquet files as text: the same cells that a CSV file of the same rows would hold."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

ROWS_AT_ONCE = 20_000
MOST_ROWS = 100_000_000
MOST_LETTERS = 20_000
"""More rows, or longer cells, are no city's dossiers: a small file can unfold into terabytes."""
_LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "2GB",
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_OPTIONS = "file_row_number = true, binary_as_string = true"


def fault_of(path: Path) -> str | None:
    """Why the cells of the file cannot be read as text, as a problem code; None when they can."""
    try:
        with duckdb.connect(config=_LIMITS) as connection:
            if _row_count(connection, path) > MOST_ROWS:
                return "parquet-too-large"
            longest = [f"max(length({cell}))" for _, cell in _cells(connection, path)]
            found = connection.execute(
                f"SELECT {', '.join(longest)} FROM {_source(path)}"  # noqa: S608
            ).fetchone()
    except duckdb.OutOfMemoryException:
        return "parquet-too-large"
    except duckdb.Error:
        return "parquet-damaged"
    return "parquet-too-large" if max(map(_size, found or ()), default=0) > MOST_LETTERS else None


def _size(length: int | None) -> int:
    return length or 0


def _row_count(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The rows that the file says it holds."""
    file = str(path).replace("'", "''")
    query = f"SELECT num_rows FROM parquet_file_metadata('{file}')"  # noqa: S608
    return int((connection.execute(query).fetchone() or (0,))[0])


def rows(path: Path, most: int = MOST_ROWS) -> Iterator[list[str]]:
    """The names of the columns, then the cells of each row, or of the first of them."""
    with duckdb.connect() as connection:
        columns = _cells(connection, path)
        yield [name for name, _ in columns]
        cells = ", ".join(cell for _, cell in columns)
        found = connection.execute(
            f"SELECT {cells} FROM {_source(path)} ORDER BY file_row_number LIMIT {most}"  # noqa: S608
        )
        while some := found.fetchmany(ROWS_AT_ONCE):
            yield from (list(row) for row in some)


def relation(path: Path, columns: Sequence[str]) -> str:
    """SQL of a query for the cells as text under the names `columns`, and `row` as Excel counts."""
    with duckdb.connect() as connection:
        found = [cell for _, cell in _cells(connection, path)]
    named = [f'{cell} AS "{name}"' for cell, name in zip(found, columns, strict=True)]
    return f"SELECT file_row_number + 2 AS row, {', '.join(named)} FROM {_source(path)}"  # noqa: S608


def _source(path: Path) -> str:
    file = str(path).replace("'", "''")
    return f"read_parquet('{file}', {_OPTIONS})"


def _cells(connection: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[str, str]]:
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
