"""Rules of the dossiers, in SQL because they are many; the rules stand in `dossiers.sql`."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import duckdb

from generator.check.calendar import known_years, year_missing
from generator.check.scene import Scene, years_of
from generator.contract.load import DOSSIER_FIELDS
from generator.contract.table import Table
from generator.problems import Problem

COLUMNS = sorted(DOSSIER_FIELDS)
BATCH_ROWS = 20_000
RULES = Path(__file__).with_suffix(".sql")
YEARS = """
  SELECT DISTINCT year(moment) AS year
  FROM (SELECT unnest([received, promised, returned]) AS moment FROM moments)
  WHERE moment IS NOT NULL ORDER BY year
"""


def check_dossiers(scene: Scene) -> Iterator[Problem]:
    """Dates and outcomes of dossiers, their units' years, and the years of the calendar."""
    with duckdb.connect() as connection:
        _load_units(connection, scene)
        _load_dossiers(connection, scene.tables["dossiers"])
        *preparing, rules = RULES.read_text(encoding="utf-8").split(";\n\n")
        for statement in preparing:
            connection.execute(statement)
        found = connection.execute(rules, {"as_of": scene.city.as_of.isoformat()})
        for code, file, row, field, value, other in found.fetchall():
            yield scene.found(code, "dossiers", row, field, file=file, value=value, other=other)
        years = [year for (year,) in connection.execute(YEARS).fetchall()]
    yield from _uncovered_years(scene, years)


def _load_units(connection: duckdb.DuckDBPyConnection, scene: Scene) -> None:
    connection.execute(
        "CREATE TABLE unit (unit_id VARCHAR, valid_from DATE, valid_to DATE, years VARCHAR)"
    )
    for unit in {unit.unit_id: unit for unit in scene.world.units}.values():
        first, last = unit.valid_from or date.min, unit.valid_to or date.max
        connection.execute(
            "INSERT INTO unit VALUES (?, ?, ?, ?)", [unit.unit_id, first, last, years_of(unit)]
        )


def _load_dossiers(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table]) -> None:
    columns = ", ".join(f"{name} VARCHAR" for name in COLUMNS)
    connection.execute(f"CREATE TABLE dossier (file VARCHAR, row INTEGER, {columns})")
    cells = ", ".join(f"cells[{place}]" for place in range(1, len(COLUMNS) + 3))
    insert = f"""
      INSERT INTO dossier SELECT {cells}
      FROM (SELECT unnest(from_json(?, '[["VARCHAR"]]')) AS cells)
    """  # noqa: S608  # column numbers only
    for table in tables:
        rows = _named_cells(table)
        while batch := list(islice(rows, BATCH_ROWS)):
            connection.execute(insert, [json.dumps(batch, ensure_ascii=False)])


def _named_cells(table: Table) -> Iterator[list[str]]:
    """File, row and the cells of the known columns; what is not there is empty."""
    places = {name: place for place, name in enumerate(table.header)}
    wanted = [places.get(name, -1) for name in COLUMNS]
    for row, cells in table.rows():
        width = len(cells)
        yield [table.file, str(row), *(cells[at] if 0 <= at < width else "" for at in wanted)]


def _uncovered_years(scene: Scene, years: list[int]) -> Iterator[Problem]:
    if scene.ids("calendar", "date") is None:
        return
    known = known_years(scene)
    inside = set(range(known[0], known[-1])) if known else set()
    for year in sorted({*years, scene.city.as_of.year} - set(known) - inside):
        yield year_missing(scene, year, known)
