"""Moments as an export writes them: read by the engine where it can, else as a person would."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

import duckdb

from generator.app.dossiers.plan import Plan, PlannedColumn
from generator.entry.cells import Unread, is_blank
from generator.entry.day_forms import USUAL, fitting, read_by, strptime_of
from generator.entry.days import SERIAL_ZERO
from generator.entry.moments import read_moment
from generator.model.record import FIRST_DAY, LAST_DAY

LOOKED_AT = 1_000
"""So many texts of a column show in which form its moments are."""
_SERIAL = re.compile(r"\d{5}[.,]\d+")


def moment_of(text: str, forms: Sequence[str]) -> str:
    """SQL of the moment of a text, null for none; the first form should be the most usual one.

    A form that does not fit costs ten times one that does.
    """
    signs = ", ".join(f"'{strptime_of(form)}'" for form in forms)
    moment = f"CASE WHEN {text} <> '' THEN try_strptime({text}, [{signs}]) END"
    inside = f"{moment} BETWEEN TIMESTAMP '{FIRST_DAY}' AND TIMESTAMP '{LAST_DAY} 23:59:59'"
    return f"CASE WHEN {inside} THEN {moment} END"


def ordered_forms(
    connection: duckdb.DuckDBPyConnection, plan: Plan, column: PlannedColumn, query: str
) -> list[str]:
    """The forms of a column's moments, those first that most of its first texts have."""
    text = plan.text(column)
    found = connection.execute(
        f"SELECT {text} FROM ({query}) WHERE {text} <> '' LIMIT {LOOKED_AT}"  # noqa: S608
    ).fetchall()
    known, first = column.rule.forms or USUAL, [text for (text,) in found]
    return sorted(known, key=lambda form: -fitting(form, first))


def read_odd(
    connection: duckdb.DuckDBPyConnection, plan: Plan, column: PlannedColumn, query: str
) -> dict[str, str]:
    """Read the texts of a moment that the engine cannot; why those are none that nobody can."""
    name = column.name
    if not connection.execute(f"SELECT 1 FROM incoming WHERE {name}_odd LIMIT 1").fetchone():  # noqa: S608
        return {}
    laid = odd_texts(plan, column, query)
    read: list[tuple[str, datetime | None]] = []
    wrong = {}
    for (text,) in connection.execute(f"SELECT DISTINCT text FROM {laid}").fetchall():  # noqa: S608
        try:
            read.append((text, None if is_blank(text) else _moment(column, text)))
        except Unread as unread:
            wrong[text] = str(unread)
    connection.execute(
        f"""UPDATE incoming SET {name} = read.moment, {name}_odd = false
        FROM (SELECT sheet, row, moment FROM {laid} JOIN
              (SELECT unnest(?::VARCHAR[]) AS text, unnest(?::TIMESTAMP[]) AS moment)
              USING (text)) AS read
        WHERE incoming.sheet = read.sheet AND incoming.row = read.row""",  # noqa: S608
        [[text for text, _ in read], [moment for _, moment in read]],
    )
    return wrong


def odd_texts(plan: Plan, column: PlannedColumn, query: str) -> str:
    """SQL of sheet, row and text of the moments of `incoming` that have not been read."""
    return (
        f"(SELECT incoming.sheet, incoming.row, {plan.text(column)} AS text"  # noqa: S608
        f" FROM ({query}) AS export JOIN incoming USING (sheet, row)"
        f" WHERE incoming.{column.name}_odd)"
    )


def _moment(column: PlannedColumn, text: str) -> datetime:
    """The moment that a person reads in a text. Raises Unread."""
    if _SERIAL.fullmatch(text.strip()):
        days = timedelta(days=float(text.replace(",", ".")))
        found = datetime.combine(SERIAL_ZERO, datetime.min.time()) + days
        return (found + timedelta(milliseconds=500)).replace(microsecond=0)
    if column.rule.forms:
        return read_by(column.rule.forms, text.strip())
    return datetime.fromisoformat(read_moment(text))


def written_moment(column: PlannedColumn) -> str:
    """SQL of a moment as the files have it; midnight is no time of day that anybody noted."""
    name = f"incoming.{column.name}"
    day = f"CAST(CAST({name} AS DATE) AS VARCHAR)"
    if column.column.kind == "day":
        return f"coalesce({day}, '')"
    return (
        f"CASE WHEN {name} IS NULL THEN '' WHEN CAST({name} AS TIME) = TIME '00:00:00' THEN {day}"
        f" WHEN second({name}) = 0 THEN strftime({name}, '%Y-%m-%dT%H:%M')"
        f" ELSE strftime({name}, '%Y-%m-%dT%H:%M:%S') END"
    )
