"""The open tables as files: CSV for everyone, Parquet for the published SQL."""

import csv
import io
from collections.abc import Iterable
from functools import partial
from hashlib import sha256

from generator.contract.edition import Edition
from generator.kept import FRESH, Fresh
from generator.publish.opentables import RecordRows, Table, open_tables
from generator.publish.parquet import parquet_bytes


def csv_bytes(table: Table) -> bytes:
    """The table as CSV: UTF-8, LF, the header in the first row."""
    content = io.BytesIO()
    with io.TextIOWrapper(content, encoding="utf-8", newline="", write_through=True) as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([field["name"] for field in table.fields])
        writer.writerows(table.rows)
        return content.getvalue()


def table_files(tables: Iterable[Table], kept: Fresh = FRESH) -> dict[str, bytes]:
    """Every table as CSV, those of counts as Parquet too, by file name."""
    contents: dict[str, bytes] = {}
    for table in tables:
        contents |= kept.again(
            ("table", table.name), partial(_made_of, table), partial(_files, table)
        )
    return contents


def _files(table: Table) -> dict[str, bytes]:
    contents = {f"{table.name}.csv": csv_bytes(table)}
    if table.in_parquet:
        contents[f"{table.name}.parquet"] = parquet_bytes(table)
    return contents


def _made_of(table: Table) -> tuple[object, ...]:
    """All that the files of a table are made of."""
    columns = tuple((field["name"], field["type"]) for field in table.fields)
    rows = table.rows
    if isinstance(rows, RecordRows):
        return columns, tuple(rows.records), rows.columns, tuple(rows.names.items())
    return columns, tuple(rows)


def table_digests(edition: Edition) -> dict[str, str]:
    """SHA-256 of every table's CSV file, by file name: what an edition's line in the ledger holds.

    Parquet files hold the same rows, but their bytes depend on the engine's version.
    """
    return {
        f"{table.name}.csv": sha256(csv_bytes(table)).hexdigest() for table in open_tables(edition)
    }
