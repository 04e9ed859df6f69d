"""The open tables as files: CSV for everyone, Parquet for the published SQL."""

import csv
import io
from collections.abc import Iterable
from hashlib import sha256

from generator.contract.edition import Edition
from generator.publish.opentables import Table, open_tables
from generator.publish.parquet import parquet_bytes


def csv_bytes(table: Table) -> bytes:
    """The table as CSV: UTF-8, LF, the header in the first row."""
    content = io.BytesIO()
    with io.TextIOWrapper(content, encoding="utf-8", newline="", write_through=True) as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([field["name"] for field in table.fields])
        writer.writerows(table.rows)
        return content.getvalue()


def table_files(tables: Iterable[Table]) -> dict[str, bytes]:
    """Every table as CSV, those of counts as Parquet too, by file name."""
    contents = {}
    for table in tables:
        contents[f"{table.name}.csv"] = csv_bytes(table)
        if table.in_parquet:
            contents[f"{table.name}.parquet"] = parquet_bytes(table)
    return contents


def table_digests(edition: Edition) -> dict[str, str]:
    """SHA-256 of every table's CSV file, by file name: what an edition's line in the ledger holds.

    Parquet files hold the same rows, but their bytes depend on the engine's version.
    """
    return {
        f"{table.name}.csv": sha256(csv_bytes(table)).hexdigest() for table in open_tables(edition)
    }
