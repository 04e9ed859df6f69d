"""Procedures that an export names by their codes and the records do not know yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.plan import Plan
from generator.app.dossiers.typed import Typed
from generator.app.dossiers.words import MARKS
from generator.datafolder import with_rows
from generator.datafolder.table import Table
from generator.model.datasets import name_of
from generator.model.records import Procedure

WARDS = ("ward", "commune")
"""Kinds of unit that decide at the level of wards."""


@dataclass(frozen=True)
class NewProcedures:
    """The rows that the file of procedures gets, and the file as it was and as it will be."""

    table: Table
    rows: tuple[Mapping[str, str], ...]
    was: bytes
    content: bytes


def new_procedures(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, typed: Typed
) -> NewProcedures | None:
    """The procedures that are to be recorded; None when all are known."""
    words = [word for word in typed.words if word.is_new]
    if not words or plan.mapping.new_procedures is None:
        return None
    column = words[0].column.name
    codes = tuple(dict.fromkeys(word.meanings[0].value for word in words))
    told = _told(connection, plan, typed, column)
    rows = tuple(_row(desk, plan, code, told.get(code, ("", "", ()))) for code in codes)
    table = desk.tables[name_of(Procedure)][0]
    was = table.path.read_bytes()
    return NewProcedures(table, rows, was, with_rows(was, {}, rows))


Told = tuple[str, str, Sequence[str]]
"""A procedure's name and field in the export, and the units that received its dossiers."""


def _told(
    connection: duckdb.DuckDBPyConnection, plan: Plan, typed: Typed, column: str
) -> dict[str, Told]:
    """What the export says of each procedure: most often, where it says several things."""
    name, field = plan.first_text(plan.procedure_name), plan.first_text(plan.procedure_field)
    found = connection.execute(
        f"""SELECT {column}, mode(nullif(name, '')), mode(nullif(field, '')),
          list(DISTINCT unit_id)
        FROM incoming_text JOIN
          (SELECT sheet, row, {name} AS name, {field} AS field FROM ({typed.query}))
          USING (sheet, row)
        GROUP BY {column}"""  # noqa: S608
    ).fetchall()
    return {code: (name or "", field or "", units) for code, name, field, units in found}


def _row(desk: DossierDesk, plan: Plan, code: str, told: Told) -> dict[str, str]:
    name, field, units = told
    new = plan.mapping.new_procedures
    assert new is not None
    words = (word for word in name.split() if word.strip(MARKS) != code)
    shown = " ".join(words).strip(f"{MARKS} ") or code
    return {
        "procedure_id": code,
        "name": shown,
        "short_name": shown,
        "field": " ".join(field.split()) or new.field_unknown,
        "level": _level(desk, units),
        "sensitive": "false",
        "confirmed": "false",
    }


def _level(desk: DossierDesk, units: Iterable[str]) -> str:
    """Who decides, by the kinds of the units that received the dossiers."""
    kinds = {unit.kind for unit in desk.world.units if unit.unit_id in set(units)}
    at_ward = any(kind in WARDS for kind in kinds)
    at_city = any(kind not in WARDS for kind in kinds)
    return "ward_city" if at_ward and at_city else "ward" if at_ward else "city"
