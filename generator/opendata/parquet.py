"""A table as Parquet: zstd, typed, and the same bytes whenever the rows are the same."""

from itertools import count

import duckdb
from fsspec.implementations.memory import MemoryFileSystem

from generator.opendata.tables import Table

SQL_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
"""DuckDB's type of a column's type in the data package."""
_numbers = count()


def parquet_bytes(table: Table) -> bytes:
    """The table as a Parquet file, in memory: an empty cell is no value."""
    memory, path = MemoryFileSystem(), f"/congkhai-{next(_numbers)}.parquet"
    columns = [list(column) for column in zip(*table.rows, strict=True)] or [
        [] for _ in table.fields
    ]
    casts = ", ".join(
        f"CAST(nullif(unnest(CAST(? AS VARCHAR[])), '') AS {SQL_TYPES[field['type']]})"
        f' AS "{field["name"]}"'
        for field in table.fields
    )
    try:
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.register_filesystem(memory)
            connection.execute(
                f"COPY (SELECT {casts}) TO 'memory://{path}'"  # names of the schema
                " (FORMAT parquet, COMPRESSION zstd)",
                columns,
            )
        return bytes(memory.cat_file(path))
    finally:
        if memory.exists(path):
            memory.rm_file(path)
