"""A table as SQL, for a database engine to read the file itself: every cell as text.

The engine is trusted with files on which all readers of CSV agree, and with no others. How each
file lies has been looked at already, so the engine is told, and guesses nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.datafolder import parquet
from generator.datafolder.csv_layout import Layout
from generator.datafolder.table import Table

NO_CELL = "\x01\x02"
"""Stands for nothing: an empty cell is the empty text, never null."""
BUFFER_BYTES = 2 << 20
"""The engine holds some such pieces of every file that it reads; no row may be longer than one."""
_PATTERN_LETTERS = set("*?[]{}")


def is_readable(table: Table) -> bool:
    """True when the engine sees the cells of the file as every other reader does."""
    if table.fault or _PATTERN_LETTERS & set(str(table.path)):
        return False
    layout = table.layout
    return layout is None or (layout.is_regular and layout.line_end is not None)


def relation(
    tables: Sequence[Table],
    columns: Sequence[str],
    *,
    lenient: bool = False,
    numbered: bool = False,
    placed: bool = False,
) -> str:
    """SQL of a query for the rows of readable tables, one text column for each of `columns`.

    With `numbered` there are also the columns `file`, the place of the table, and `row`: 2 for its
    first row, as Excel numbers it. A row of another width stops the query, or with `lenient` is
    left out and not numbered; the engine leaves out blank rows in any case. `placed` gives the
    column `file` alone.
    """
    if numbered:
        return " UNION ALL ".join(
            f"SELECT {place} AS file, * FROM ({_numbered(table, columns, lenient)})"  # noqa: S608
            for place, table in enumerate(tables)
        )
    if placed:
        return " UNION ALL ".join(
            f"SELECT {place} AS file, * FROM ({_plain([table], columns, lenient)})"  # noqa: S608
            for place, table in enumerate(tables)
        )
    alike: dict[Layout | str | None, list[Table]] = {}
    for table in tables:
        alike.setdefault(_kind(table), []).append(table)
    names = ", ".join(columns)
    return " UNION ALL ".join(
        f"SELECT {names} FROM ({_plain(some, columns, lenient)})"  # noqa: S608
        for some in alike.values()
    )


def _kind(table: Table) -> Layout | str:
    """Equal for tables that one reader with one set of options can read."""
    return replace(table.layout, row_count=0) if table.layout else table.file


def _plain(tables: Sequence[Table], columns: Sequence[str], lenient: bool) -> str:
    if tables[0].layout is None:
        return parquet.relation(tables[0].path, columns)
    return f"SELECT * FROM {_read_csv(tables, columns, lenient)}"  # noqa: S608


def _numbered(table: Table, columns: Sequence[str], lenient: bool) -> str:
    if table.layout is None:
        return parquet.relation(table.path, columns)
    read = _read_csv([table], columns, lenient)
    return f"SELECT row_number() OVER () + 1 AS row, * FROM {read}"  # noqa: S608


def _read_csv(tables: Sequence[Table], columns: Sequence[str], lenient: bool) -> str:
    """The engine's own reader; the tables lie alike."""
    layout = tables[0].layout
    assert layout is not None
    return csv_reader([str(table.path) for table in tables], columns, layout, lenient=lenient)


def csv_reader(
    paths: Sequence[str],
    columns: Sequence[str],
    layout: Layout,
    separator: str = ",",
    *,
    lenient: bool = False,
) -> str:
    """SQL of the engine's reader for files that lie alike, every cell as text."""
    quote = '"' if layout.has_quotes else ""
    options = {
        "auto_detect": "false",
        "header": "true",
        "columns": "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in columns) + "}",
        "delim": f"'{separator}'",
        "quote": f"'{quote}'",
        "escape": f"'{quote}'",
        "nullstr": f"'{NO_CELL}'",
        "strict_mode": "true",
        "buffer_size": str(BUFFER_BYTES),
        "compression": "'none'",
        "parallel": str(not layout.has_inner_breaks).lower(),
        "ignore_errors": str(lenient).lower(),
    }
    if layout.line_end == "\n":
        options["new_line"] = r"'\n'"
    files = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
    return f"read_csv([{files}], {', '.join(f'{k} = {v}' for k, v in options.items())})"
