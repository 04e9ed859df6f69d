"""A table of counts as Parquet: zstd, typed, and the same bytes whenever the rows are the same."""

import duckdb

from generator.formats.memory import memory_files
from generator.opendata.format import TableFormat
from generator.opendata.tables import Table

SQL_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
"""DuckDB's type of a column's type in the data package."""
_PATH = "/table.parquet"


def parquet_bytes(table: Table) -> bytes:
    """The table as a Parquet file, in memory: an empty cell is no value."""
    memory = memory_files()
    columns = [list(column) for column in zip(*table.rows, strict=True)] or [
        [] for _ in table.fields
    ]
    casts = ", ".join(
        f"CAST(nullif(unnest(CAST(? AS VARCHAR[])), '') AS {SQL_TYPES[field['type']]})"
        f' AS "{field["name"]}"'
        for field in table.fields
    )
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register_filesystem(memory)
        connection.execute(
            f"COPY (SELECT {casts}) TO 'memory://{_PATH}'"  # names of the schema
            " (FORMAT parquet, COMPRESSION zstd)",
            columns,
        )
    return bytes(memory.cat_file(_PATH))


PARQUET = TableFormat(
    "parquet",
    "Parquet",
    "dạng Parquet nén zstd",
    "application/vnd.apache.parquet",
    parquet_bytes,
    suits=lambda table: table.is_counts,
)
"""What the published SQL reads."""
