"""Puts what the SQL reads into the database: dossiers, procedures, limits, days, settings."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from generator.clock import Calendar, day_table
from generator.contract.load import DOSSIER_FIELDS
from generator.contract.settings import City
from generator.contract.world import World

Row = Sequence[object]

TABLES = {
    "procedures": "procedure_id VARCHAR, field VARCHAR, is_sensitive BOOLEAN",
    "limits": (
        "procedure_id VARCHAR, valid_from DATE, valid_to DATE, baseline_value INTEGER,"
        " baseline_unit VARCHAR, limit_value INTEGER, limit_unit VARCHAR, confirmed BOOLEAN"
    ),
    "days": "day DATE, is_working BOOLEAN, working_index INTEGER, next_working_day DATE",
    "settings": "as_of DATE, cutoff_seconds INTEGER, percentile_min_count INTEGER",
}


def table_rows(world: World, city: City, calendar: Calendar) -> dict[str, list[Row]]:
    """The rows of each table of `TABLES`, in the order of its columns."""
    cutoff = city.policy.same_day_cutoff
    contents: dict[str, Iterable[Row]] = {
        "procedures": ((p.procedure_id, p.field, p.sensitive) for p in world.procedures),
        "limits": (
            (
                *(limit.procedure_id, limit.valid_from, limit.valid_to),
                *(limit.baseline_value, limit.baseline_unit),
                *(limit.limit_value, limit.limit_unit, limit.confirmed),
            )
            for limit in world.procedure_limits
        ),
        "days": (
            (row.day, row.is_working, row.working_index, row.next_working_day)
            for row in day_table(calendar)
        ),
        "settings": [
            (
                city.as_of,
                cutoff.hour * 3600 + cutoff.minute * 60 + cutoff.second,
                city.policy.percentile_min_count,
            )
        ],
    }
    return {name: list(contents[name]) for name in TABLES}


def load_tables(
    connection: DuckDBPyConnection, world: World, city: City, calendar: Calendar
) -> None:
    """Creates `dossier_rows` (all text) and the tables of `TABLES` in DuckDB."""
    for name, rows in table_rows(world, city, calendar).items():
        connection.execute(f"CREATE TABLE {name} ({TABLES[name]})")
        insert_rows(connection, name, rows)
    _open_dossiers(connection, world.dossier_files)


def insert_rows(connection: DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """One statement for all rows: a column a parameter, which is far quicker than row by row."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        marks = ", ".join("unnest(?)" for _ in columns)
        connection.execute(f"INSERT INTO {table} SELECT {marks}", columns)


def _open_dossiers(connection: DuckDBPyConnection, files: Sequence[Path]) -> None:
    """`dossier_rows`: the CSV files as they lie, every column text, read when it is asked for."""
    if not files:
        columns = ", ".join(f"{name} VARCHAR" for name in sorted(DOSSIER_FIELDS))
        connection.execute(f"CREATE TABLE dossier_rows ({columns})")
        return
    relation = connection.read_csv(
        [str(path) for path in files],  # type: ignore[arg-type]  # its stub knows one file only
        header=True,
        all_varchar=True,
        delimiter=",",
        quotechar='"',
        escapechar='"',
        union_by_name=True,
    )
    relation.create_view("dossier_rows")
