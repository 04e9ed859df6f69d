"""Decides which groups are published, before the SQL adds the cells up to them.

Of a closed quarter it was decided when it closed: its rows stay those that were published, but
for those of a unit's procedure that has become sensitive since.

Law on Personal Data Protection 91/2025/QH15; Law on Statistics 89/2015/QH13, confidentiality.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.measure.beside import side_of
from generator.measure.database import Database
from generator.measure.deciding import decided
from generator.measure.method import CELL, COUNTED, CUT
from generator.measure.quarter import BY_ITSELF, IN_CITY, NOWHERE, Key
from generator.measure.standing import closed_sides, neighbours
from generator.measure.two_way import Counts
from generator.model.text import quarter_end

DECIDED = {
    "shown_procedures": ("procedure_id", "quarter", "shown_procedure_id", "shown_field"),
    "city_only_cells": CELL,
    "shown_pairs": CELL,
}
"""The tables of decisions that the step after the counts reads."""
CLOSED = {
    "shown_procedures": (
        "procedure_id, quarter, shown_procedure_id, shown_field",
        f"shown_as <> '{NOWHERE}'",
    ),
    "city_only_cells": (
        "unit_id, procedure_id, quarter",
        f"shown_as = '{IN_CITY}' AND unit_id IS NOT NULL",
    ),
    "shown_pairs": (
        "unit_id, shown_procedure_id, quarter",
        f"shown_as = '{BY_ITSELF}' AND procedure_id NOT IN"  # noqa: S608  # a name of ours
        " (SELECT procedure_id FROM procedures WHERE is_sensitive)",
    ),
}
"""What they take from the places of closed cells: which columns, of which cells."""
OPEN = "WHERE quarter NOT IN (SELECT quarter FROM closed_quarters)"
Rows = Iterable[Sequence[str | None]]


def decide(database: Database) -> None:
    """Writes the tables of decisions into a database that holds the cells of all dossiers."""
    least, as_of = database.execute("SELECT smallest_count, as_of FROM settings").fetchone()
    fields, cells = _read(database)
    standing = closed_sides(database, cells, least)
    rows: dict[str, list[Sequence[str | None]]] = {name: [] for name in DECIDED}
    for name in sorted(cells):
        beside = neighbours(name, standing)
        is_over = quarter_end(name) <= as_of or least == 1
        quarter = decided(cells[name], fields, least, beside, is_over=is_over)
        standing[name] = side = side_of(quarter)
        rows["shown_procedures"] += [(p, name, *group) for p, group in quarter.groups.items()]
        city_only = quarter.city_only if quarter.groups else ()
        rows["city_only_cells"] += [(*key, name) for key in city_only if key.unit_id]
        rows["shown_pairs"] += [(unit, group.procedure_id, name) for unit, group in side.own]
    for name in DECIDED:
        _write(database, name, rows[name])


def _read(database: Database) -> tuple[dict[str, str], dict[str, dict[Key, Counts]]]:
    """Each procedure's field, and the cells of each open quarter with all that is counted there."""
    fields: dict[str, str] = {}
    quarters: dict[str, dict[Key, Counts]] = defaultdict(lambda: defaultdict(Counter))
    names = (*CUT, *COUNTED)
    for row in database.execute(f"SELECT {', '.join(names)} FROM cells {OPEN}").fetchall():  # noqa: S608
        unit_id, procedure_id, fields[procedure_id], quarter, *counts = row
        counted = dict(zip(COUNTED, counts, strict=True))
        mine = quarters[quarter][Key(unit_id, procedure_id)]
        mine.update({name: count for name, count in counted.items() if count})
    query = f"SELECT unit_id, procedure_id, quarter, days, dossier_count FROM cell_days {OPEN}"  # noqa: S608
    for unit_id, procedure_id, quarter, days, count in database.execute(query).fetchall():
        quarters[quarter][Key(unit_id, procedure_id)][days] += count
    ordered = {quarter: sorted(cells, key=str) for quarter, cells in quarters.items()}
    return fields, {q: {key: quarters[q][key] for key in keys} for q, keys in ordered.items()}


def _write(database: Database, name: str, rows: Rows) -> None:
    columns, (taken, condition) = DECIDED[name], CLOSED[name]
    casts = ", ".join(f"CAST({column} AS VARCHAR) AS {column}" for column in columns)
    nothing = (None,) * len(columns)  # a list of values may not be empty
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in (nothing, *rows))
    database.execute(
        f"CREATE TABLE {name} AS SELECT {casts}"  # noqa: S608  # identifiers, quoted
        f" FROM (VALUES {values}) AS decided({', '.join(columns)})"
        f" WHERE {columns[0]} IS NOT NULL"
        f" UNION SELECT {taken} FROM closed_places WHERE {condition}"
    )


def _literal(text: str | None) -> str:
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"
