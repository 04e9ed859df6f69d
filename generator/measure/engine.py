"""Runs the SQL files on an in-memory DuckDB and brings the rows back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from duckdb import DuckDBPyConnection, connect

from generator.clock import Calendar, UnknownYear
from generator.contract.figures import DayCount, Figure, Taken
from generator.contract.settings import City
from generator.contract.world import World
from generator.measure.tables import load_tables

SQL = Path(__file__).parent / "sql"
STEPS = tuple(sorted(SQL.glob("*.sql")))
"""The method, in the order it is run."""
ENGINE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 4,
    "temp_directory": "",
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@dataclass(frozen=True)
class Counted:
    """What the dossiers give: figure rows, days taken, and the quarters."""

    rows: tuple[Figure, ...]
    day_counts: tuple[DayCount, ...]
    before_after: tuple[Taken, ...]
    quarters: tuple[str, ...]
    dossier_count: int


@contextmanager
def run_steps(world: World, city: City, last_step: str) -> Iterator[DuckDBPyConnection]:
    """A database on which the steps up to `last_step` have run. Raises UnknownYear."""
    calendar = Calendar(world.calendar)
    with connect(config=ENGINE) as connection:
        load_tables(connection, world, city, calendar)
        for step in STEPS:
            connection.execute(step.read_text(encoding="utf-8"))
            if step.stem == "1_dossiers":
                _require_known_years(connection, calendar)
            if step.stem == last_step:
                break
        yield connection


def _require_known_years(connection: DuckDBPyConnection, calendar: Calendar) -> None:
    days = connection.execute(
        "SELECT min(received_day), max(received_day), min(returned_day), max(returned_day),"
        " min(CASE WHEN supplement_days > 0 THEN CAST(promised_at AS DATE) END) FROM dossiers"
    ).fetchone()
    for day in days or ():
        if day is not None and day.year not in calendar.years:
            raise UnknownYear(day.year, calendar.years)


def figure_rows(connection: DuckDBPyConnection) -> tuple[Figure, ...]:
    """The table `figures`, by unit, procedure, field and quarter, what is not cut by first."""
    names = ", ".join(field.name for field in fields(Figure))
    found = connection.execute(
        f"SELECT {names} FROM figures ORDER BY unit_id NULLS FIRST,"  # noqa: S608
        " procedure_id NULLS FIRST, field NULLS FIRST, quarter NULLS FIRST"
    )
    return tuple(Figure(*row) for row in found.fetchall())


def measure_dossiers(world: World, city: City) -> Counted:
    """The figures of all dossiers. Raises UnknownYear."""
    with run_steps(world, city, STEPS[-1].stem) as connection:
        rows = figure_rows(connection)
        day_counts = connection.execute(
            "SELECT procedure_id, quarter, days, dossier_count FROM day_counts"
            " ORDER BY procedure_id, quarter, days"
        ).fetchall()
        before_after = connection.execute(
            "SELECT procedure_id, phase, ended_count, median_days, p90_days FROM before_after"
            " ORDER BY procedure_id, phase DESC"
        ).fetchall()
        quarters = connection.execute("SELECT quarter FROM periods ORDER BY quarter").fetchall()
        (dossier_count,) = connection.execute("SELECT count(*) FROM dossiers").fetchone() or (0,)
    return Counted(
        rows,
        tuple(DayCount(*row) for row in day_counts),
        tuple(Taken(*row) for row in before_after),
        tuple(quarter for (quarter,) in quarters),
        dossier_count,
    )


def verdicts(world: World, city: City) -> tuple[tuple[str, str], ...]:
    """(dossier_id, verdict) as of `city.as_of`, by id; for tests and comparisons, never published.

    The verdict is `early`, `on_time` or `overdue` of an ended dossier, `within` or `overdue` of
    an open one, and `no_deadline` of either. Raises UnknownYear.
    """
    with run_steps(world, city, "4_judgements") as connection:
        return tuple(
            connection.execute(
                "SELECT dossier_id, max_by(verdict, quarter) FROM judgements"
                " GROUP BY dossier_id ORDER BY dossier_id"
            ).fetchall()
        )
