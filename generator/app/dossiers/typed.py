"""An export's rows as typed columns in a database in memory, and what of them cannot be read.

Texts that come often are read once each and stand as numbers, moments as moments: a million rows
take some hundred megabytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.moments import moment_of, ordered_forms, read_odd
from generator.app.dossiers.plan import Plan, PlannedColumn, text_of
from generator.app.dossiers.texts import lay_texts
from generator.app.dossiers.words import Word, words_of
from generator.app.entry_refused import EntryRefused
from generator.entry.words import clean
from generator.output.progress import doing
from generator.workbooks.export import Export
from generator.workbooks.laid_rows import Numbered

ENGINE: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",
    "preserve_insertion_order": True,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allocator_background_threads": True,
    "disabled_optimizers": "join_order,build_side_probe_side",
}
"""Nothing goes to a disk, and memory that a step no longer needs goes back at once. What stands on
the right of a join is held in memory: the engine would guess from bytes which side is the shorter.
"""
TOLD_EVERY = 2_000
"""After so many rows it is told how many have been read."""
MOST_WORDS = 20_000
"""A column that has more different words is none of a list."""
TOO_MANY = (
    "Cột {} của tệp có hơn {} chữ khác nhau nên không thể là “{}”. Hãy xem lại mục headings của {} "
    "trong tệp cách đọc."
)


@dataclass(frozen=True)
class Typed:
    """What has been read: the query of the export's rows, its words, its odd moments.

    `rows` are all, `not_dossiers` those with at most one cell that a dossier must have, `left_out`
    those that the mapping leaves out. `odd` says by column why the text of a moment is none.
    """

    query: str
    words: tuple[Word, ...]
    odd: Mapping[str, Mapping[str, str]]
    rows: int
    not_dossiers: int
    left_out: int
    has_odd_keys: bool = False

    def of(self, column: str) -> tuple[Word, ...]:
        """The words of a column, numbered from 0 as in the table."""
        return tuple(word for word in self.words if word.column.name == column)


def read_typed(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, export: Export
) -> Typed:
    """Lay the table `incoming` of the export's dossiers. Raises EntryRefused, Unopened."""
    query, (rows, not_dossiers, counts) = _laid(connection, desk, plan, export)
    words = words_of(desk, plan, counts)
    for column in plan.of("word"):
        _lay_words(connection, column, [word for word in words if word.column == column])
    _lay_rows(connection, desk, plan, query)
    has_odd_keys = _clean_keys(connection, desk)
    (found,) = connection.execute("SELECT count(*) FROM incoming").fetchone() or (0,)
    odd = {
        column.name: why
        for column in plan.of("moment")
        if (why := read_odd(connection, plan, column, query))
    }
    lay_texts(connection, plan)
    return Typed(query, words, odd, rows, not_dossiers, rows - not_dossiers - found, has_odd_keys)


def is_no_dossier(desk: DossierDesk, plan: Plan) -> str:
    """SQL that is true of rows such as sums and signatures, below a list or above it."""
    must = [
        text_of(column, plan.wanted)
        for column in plan.columns
        if column.headings
        and (column.column.field.required or column.name in desk.dataset.primary_key)
    ]
    filled = " + ".join(f"CAST({text} <> '' AS TINYINT)" for text in must) or "9"
    return f"({filled}) <= {min(1, max(len(must) - 2, 0))}"


Counts = tuple[int, int, dict[str, dict[str, int]]]
"""All rows, those that are no dossiers, and how often each text stands in each column of words."""


def _laid(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, export: Export
) -> tuple[str, Counts]:
    """The query of the export's rows, and what is counted in it. Raises EntryRefused."""
    laid = export.lay(connection, plan.wanted, _told)
    try:
        _require_words(connection, plan, laid.query)
        counts = _counted(connection, desk, plan, laid.query)
        if laid.rows in (None, counts[0]):
            return laid.query, counts
    except duckdb.Error:
        if laid.rows is None:
            raise
    query = export.lay_anew(connection, plan.wanted, _told)
    _require_words(connection, plan, query)
    return query, _counted(connection, desk, plan, query)


def _told(rows: Iterator[Numbered]) -> Iterator[Numbered]:
    """The rows, telling now and then how many have been read."""
    for done, row in enumerate(rows):
        if done % TOLD_EVERY == 0:
            doing("Đọc từng dòng của tệp", done)
        yield row


def _require_words(connection: duckdb.DuckDBPyConnection, plan: Plan, query: str) -> None:
    """That the first rows have no more different words than a list. Raises EntryRefused."""
    words = plan.of("word")
    counted = ", ".join(f"count(DISTINCT {plan.text(column)})" for column in words) or "0"
    found = (
        connection.execute(
            f"SELECT {counted} FROM (SELECT * FROM ({query}) LIMIT {2 * MOST_WORDS})"  # noqa: S608
        ).fetchone()
        or ()
    )
    for column, count in zip(words, found, strict=False):
        if count > MOST_WORDS:
            names = ", ".join(f"“{name}”" for name in column.headings)
            title = column.column.field.title
            raise EntryRefused(TOO_MANY.format(names, MOST_WORDS, title, column.name))


def _counted(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, query: str
) -> Counts:
    """What stands in the rows, in one pass over them."""
    columns, other = plan.of("word"), is_no_dossier(desk, plan)
    counted = "".join(
        f", histogram({plan.text(column)}) FILTER (WHERE NOT {other})" for column in columns
    )
    found: Sequence[Any] = connection.execute(
        f"SELECT count(*), count(*) FILTER (WHERE {other}){counted} FROM ({query})"  # noqa: S608
    ).fetchone() or (0, 0)
    rows, others, *texts = found
    named = zip(columns, texts, strict=True)
    return rows, others, {column.name: counts or {} for column, counts in named}


def _lay_words(
    connection: duckdb.DuckDBPyConnection, column: PlannedColumn, words: Sequence[Word]
) -> None:
    """The words of a column by number, and the values that they mean."""
    name = column.name
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE words_{name} AS SELECT unnest(?::VARCHAR[]) AS text,"
        " unnest(?::SMALLINT[]) AS number, unnest(?::BOOLEAN[]) AS left_out",
        [
            [word.text for word in words],
            list(range(len(words))),
            [word.kind == "left-out" for word in words],
        ],
    )
    meant = [(number, found) for number, word in enumerate(words) for found in word.meanings]
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE values_{name} AS SELECT unnest(?::SMALLINT[]) AS number,"
        " unnest(?::VARCHAR[]) AS value, unnest(?::DATE[]) AS first, unnest(?::DATE[]) AS last",
        [
            [number for number, _ in meant],
            [found.value for _, found in meant],
            [found.first for _, found in meant],
            [found.last for _, found in meant],
        ],
    )


def _lay_rows(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, query: str
) -> None:
    """The table `incoming`: words as their numbers; of moments also whether they cannot be read."""
    cells, joins, kept = (
        ["sheet::SMALLINT AS sheet", "row::INTEGER AS row"],
        [],
        [f"NOT {is_no_dossier(desk, plan)}"],
    )
    for column in plan.columns:
        name, text = column.name, plan.text(column)
        if column.reading == "word":
            cells.append(f"words_{name}.number AS {name}")
            joins.append(f"LEFT JOIN words_{name} ON words_{name}.text = {text}")
            kept.append(f"NOT coalesce(words_{name}.left_out, false)")
        elif column.reading == "moment":
            moment = moment_of(text, ordered_forms(connection, plan, column, query))
            cells.append(f"{moment} AS {name}, {text} <> '' AND {moment} IS NULL AS {name}_odd")
        else:
            cells.append(f"{text} AS {name}")
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE incoming AS SELECT {', '.join(cells)}"  # noqa: S608
        f" FROM ({query}) AS export {' '.join(joins)} WHERE {' AND '.join(kept)}"
    )


def odd_keys(key: str) -> str:
    """SQL of sheet, row and text of keys with more than plain letters, or blanks around them."""
    plain = "[!-~]([ -~]{0,300}[!-~])?"
    return (
        f"SELECT sheet, row, {key} FROM incoming"  # noqa: S608
        f" WHERE {key} <> '' AND NOT regexp_full_match({key}, '{plain}')"
    )


def _clean_keys(connection: duckdb.DuckDBPyConnection, desk: DossierDesk) -> bool:
    """Take what nobody sees from the codes of dossiers; true when any has odd letters."""
    (key,) = desk.dataset.primary_key
    found = connection.execute(odd_keys(key)).fetchall()
    cleaned = [(sheet, row, " ".join(clean(text).split())) for sheet, row, text in found]
    if cleaned:
        sheets, rows, texts = map(list, zip(*cleaned, strict=True))
        connection.execute(
            f"""UPDATE incoming SET {key} = read.text
            FROM (SELECT unnest(?::SMALLINT[]) AS sheet, unnest(?::INTEGER[]) AS row,
                         unnest(?::VARCHAR[]) AS text) AS read
            WHERE incoming.sheet = read.sheet AND incoming.row = read.row""",  # noqa: S608
            [sheets, rows, texts],
        )
    return bool(cleaned)
