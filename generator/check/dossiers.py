"""Rules of the dossiers, in SQL because they are many; the rules stand in `dossiers.sql`."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import duckdb

from generator.check.calendar import year_missing
from generator.check.rows import RowRules, Rows
from generator.check.scene import Scene, years_of
from generator.contract.load import DOSSIER_FIELDS
from generator.contract.table import Table
from generator.problems import Problem

BATCH_ROWS = 20_000
SHAPED, UNREAL, ANY_MOMENT, MOMENT, *VIEWS, RULES = (
    Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n\n")
)
MOMENTS = {"received_at": "received", "promised_at": "promised", "returned_at": "returned"}
"""What a column is once it is read, if it is a moment."""
MOMENT_PATTERN = r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?"
"""Whatever is read as a moment has this form."""
YEARS = """
  SELECT DISTINCT year(moment) AS year
  FROM (SELECT unnest([received, promised, returned]) AS moment FROM moments)
  WHERE moment IS NOT NULL ORDER BY year
"""


def dossier_rules(scene: Scene) -> RowRules:
    """The rules of the dossiers, for the screen."""

    def prepare(connection: duckdb.DuckDBPyConnection) -> None:
        _prepare(connection, scene)

    return RowRules(
        prepare,
        tuple(VIEWS),
        tuple(DOSSIER_FIELDS),
        {name: (MOMENT_PATTERN, read) for name, read in MOMENTS.items()},
        YEARS,
        _known_years(scene),
    )


def check_dossiers(scene: Scene, rows: Rows) -> Iterator[Problem]:
    """Dates and outcomes of dossiers, their units' years, and the years of the calendar."""
    years = set(rows.years)
    if next(rows.concerning("rules"), None):
        with duckdb.connect() as connection:
            _prepare(connection, scene)
            _load_dossiers(connection, rows)
            for statement in VIEWS:
                connection.execute(statement)
            for code, file, row, field, value, other in connection.execute(RULES).fetchall():
                yield scene.found(code, "dossiers", row, field, file=file, value=value, other=other)
            years |= {year for (year,) in connection.execute(YEARS).fetchall()}
    yield from _uncovered_years(scene, years)


def _prepare(connection: duckdb.DuckDBPyConnection, scene: Scene) -> None:
    """The macros, the day of the data, and each unit's years."""
    today = scene.city.as_of
    for statement in (
        SHAPED,
        UNREAL,
        ANY_MOMENT,
        MOMENT,
        f"CREATE TEMP MACRO today() AS '{today}'",
        f"CREATE TEMP MACRO after_today() AS TIMESTAMP '{today}' + INTERVAL 1 DAY",
        "CREATE TEMP TABLE unit"
        " (unit_id VARCHAR, valid_from TIMESTAMP, gone TIMESTAMP, years VARCHAR)",
    ):
        connection.execute(statement)
    units = list({unit.unit_id: unit for unit in scene.world.units}.values())
    connection.execute(
        "INSERT INTO unit SELECT unnest(?), unnest(?), unnest(?), unnest(?)",
        [
            [unit.unit_id for unit in units],
            [unit.valid_from for unit in units],
            [_day_after(unit.valid_to) for unit in units],
            [years_of(unit) for unit in units],
        ],
    )


def _day_after(last: date | None) -> date | None:
    return last + timedelta(days=1) if last and last < date.max else None


def _load_dossiers(connection: duckdb.DuckDBPyConnection, rows: Rows) -> None:
    columns = ", ".join(f"{name} VARCHAR" for name in DOSSIER_FIELDS)
    connection.execute(f"CREATE TEMP TABLE dossier (file VARCHAR, row INTEGER, {columns})")
    cells = ", ".join(f"cells[{place}]" for place in range(1, len(DOSSIER_FIELDS) + 3))
    insert = f"""
      INSERT INTO dossier SELECT {cells}
      FROM (SELECT unnest(from_json(?, '[["VARCHAR"]]')) AS cells)
    """  # noqa: S608  # column numbers only
    named = _named_cells(rows)
    while batch := list(islice(named, BATCH_ROWS)):
        connection.execute(insert, [json.dumps(batch, ensure_ascii=False)])


def _named_cells(rows: Rows) -> Iterator[list[str]]:
    """File, row and the cells of the known columns; what is not there is empty."""
    places: dict[str, list[int]] = {}
    for table, row, cells in rows.concerning("rules"):
        if table.file not in places:
            places[table.file] = _places(table)
        width = len(cells)
        yield [
            *(table.file, str(row)),
            *(cells[at] if 0 <= at < width else "" for at in places[table.file]),
        ]


def _places(table: Table) -> list[int]:
    """Where each known column stands in a table; -1 where it does not."""
    found = {name: place for place, name in enumerate(table.header)}
    return [found.get(name, -1) for name in DOSSIER_FIELDS]


def _known_years(scene: Scene) -> frozenset[int]:
    return frozenset(day.date.year for day in scene.world.calendar)


def _uncovered_years(scene: Scene, years: set[int]) -> Iterator[Problem]:
    if scene.ids("calendar", "date") is None:
        return
    known = sorted(_known_years(scene))
    for year in sorted({*years, scene.city.as_of.year} - set(known)):
        yield year_missing(scene, year, known)
