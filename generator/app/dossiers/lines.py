"""The new and the changed dossiers of each file as lines of CSV, in their order."""

from collections.abc import Iterator

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.merge import QUARTER
from generator.datafolder.table import Table

AT_ONCE = 100_000
"""So many rows are put in order at once."""


def added_lines(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, file: str
) -> Iterator[str]:
    """The lines of the new dossiers of a file, in the order of the export."""
    line = csv_line(desk)
    for sheet, piece in _pieces(connection, file):
        found = connection.execute(
            f"""SELECT {line} FROM outgoing JOIN target ON target.quarter = {QUARTER}
            WHERE known_row IS NULL AND target_file = ? AND sheet = ? AND row >= ? AND row < ?
            ORDER BY row""",  # noqa: S608
            [file, sheet, piece * AT_ONCE, (piece + 1) * AT_ONCE],
        ).fetchall()
        yield from (text for (text,) in found)


def _pieces(connection: duckdb.DuckDBPyConnection, file: str) -> list[tuple[int, int]]:
    """The pieces of the export in which dossiers of a file stand, by sheet, in order."""
    found: list[tuple[int, int]] = connection.execute(
        f"""SELECT sheet, row // {AT_ONCE} AS piece FROM incoming JOIN target
          ON target.quarter = concat(year(received_at), '-q', quarter(received_at))
        WHERE target_file = ? GROUP BY sheet, piece ORDER BY sheet, piece""",  # noqa: S608
        [file],
    ).fetchall()
    return found


def changed_lines(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, table: Table
) -> Iterator[tuple[int, str]]:
    """The rows of a file that become others, by their numbers, in the order of the file."""
    place, line = list(desk.files).index(table), csv_line(desk)
    last = table.layout.row_count if table.layout else 0
    for first in range(0, last + 1, AT_ONCE):
        yield from connection.execute(
            f"""SELECT known_row, {line} FROM outgoing
            WHERE file = ? AND known_row >= ? AND known_row < ? ORDER BY known_row""",  # noqa: S608
            [place, first, first + AT_ONCE],
        ).fetchall()


PLAIN = ("moment", "day", "whole", "number")
"""Kinds of column in which no sign stands that means something in a CSV file."""


def csv_line(desk: DossierDesk) -> str:
    """SQL of the cells of a dossier as a line of CSV, without its end."""
    cells = [
        column.name
        if column.kind in PLAIN or column.field.enum
        else f"CASE WHEN regexp_matches({column.name}, '[,\"\\r\\n]')"
        f" THEN '\"' || replace({column.name}, '\"', '\"\"') || '\"' ELSE {column.name} END"
        for column in desk.entry.columns
    ]
    return f"concat_ws(',', {', '.join(cells)})"
