"""The open tables as files, in every format that suits each."""

from collections.abc import Collection, Iterable
from functools import partial

from generator.edition.edition import Edition
from generator.ledger.closed_rows import closed_rows_digest
from generator.model.content import Content, digest
from generator.opendata.csv import CSV, csv_bytes
from generator.opendata.format import TableFormat
from generator.opendata.parquet import PARQUET
from generator.opendata.tables import RecordRows, Table, measure_tables, open_tables
from generator.output.memo import NO_MEMO, Memo

TABLE_FORMATS: tuple[TableFormat, ...] = (CSV, PARQUET)
"""Every format of a table, in the order in which it is offered; the first suits every table."""


def formats_of(table: Table) -> tuple[TableFormat, ...]:
    """The formats in which a table is offered."""
    return tuple(form for form in TABLE_FORMATS if form.suits(table))


def table_files(tables: Iterable[Table], memo: Memo = NO_MEMO) -> dict[str, Content]:
    """Every table in every format that suits it, by file name."""
    contents: dict[str, Content] = {}
    for table in tables:
        contents |= memo.reuse(
            ("table", table.name), partial(_inputs, table), partial(_files, table)
        )
    return contents


def _files(table: Table) -> dict[str, Content]:
    return {form.file_name(table): form.render(table) for form in formats_of(table)}


def _inputs(table: Table) -> tuple[object, ...]:
    """All that the files of a table are made of, to be compared."""
    columns = tuple((field["name"], field["type"]) for field in table.fields)
    rows = table.rows
    if isinstance(rows, RecordRows):
        return columns, tuple(rows.records), rows.columns, tuple(rows.names.items())
    return columns, tuple(rows)


def closed_table_digests(edition: Edition, quarters: Collection[str]) -> dict[str, str]:
    """SHA-256 over the rows of closed quarters, of the CSV file of every table whose rows stay."""
    every = measure_tables(edition.figures, orders=edition.city.orders)
    tables = (table for table in every if table.stays)
    return {
        CSV.file_name(table): closed_rows_digest(csv_bytes(table), quarters) for table in tables
    }


def table_digests(edition: Edition) -> dict[str, str]:
    """SHA-256 of every table's CSV file, by file name: what an edition's line in the ledger holds.

    Other files hold the same rows, but their bytes may depend on the version of a library.
    """
    return {CSV.file_name(table): digest(CSV.render(table)) for table in open_tables(edition)}
