"""The open tables as files: CSV for everyone, Parquet for the published SQL."""

import csv
from collections.abc import Iterable, Iterator
from functools import partial

from generator.edition.edition import Edition
from generator.model.content import Content, content_of, digest, whole
from generator.opendata.parquet import parquet_bytes
from generator.opendata.tables import RecordRows, Table, open_tables
from generator.output.memo import FRESH, Fresh


class _Passed:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        """The text; the writer of CSV returns what its file does."""
        return text


def _lines(table: Table) -> Iterator[str]:
    writer = csv.writer(_Passed(), lineterminator="\n")
    yield writer.writerow([field["name"] for field in table.fields])
    yield from map(writer.writerow, table.rows)


def csv_content(table: Table) -> Content:
    """The table as CSV: UTF-8, LF, the header in the first row."""
    return content_of(_lines(table))


def csv_bytes(table: Table) -> bytes:
    """The same at once."""
    return whole(csv_content(table))


def table_files(tables: Iterable[Table], kept: Fresh = FRESH) -> dict[str, Content]:
    """Every table as CSV, those of counts as Parquet too, by file name."""
    contents: dict[str, Content] = {}
    for table in tables:
        contents |= kept.again(
            ("table", table.name), partial(_made_of, table), partial(_files, table)
        )
    return contents


def _files(table: Table) -> dict[str, Content]:
    contents = {f"{table.name}.csv": csv_content(table)}
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
    return {f"{table.name}.csv": digest(csv_content(table)) for table in open_tables(edition)}
