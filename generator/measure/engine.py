"""Runs the SQL files on an engine and brings the rows back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any

from generator.clock import Calendar, Calendars, UnknownYear
from generator.datafolder.world import World
from generator.measure.database import Database, EngineName, open_database
from generator.measure.method import COUNTS, FIRST_OF_GROUPS, STEPS
from generator.measure.suppression import decide
from generator.measure.tables import WHOLE, Part
from generator.model.counts import CountTable, DayCount, LateChange, MethodStep, OneStopLine
from generator.model.figures import CUT_BY, FIGURES, Figure, Figures, Taken
from generator.model.settings import City


@dataclass(frozen=True)
class Counted:
    """What the dossiers give: figure rows, days taken, the counts behind them, the quarters, and by
    how much dossiers of closed quarters have changed since."""

    rows: tuple[Figure, ...]
    day_counts: tuple[DayCount, ...]
    before_after: tuple[Taken, ...]
    one_stop: tuple[OneStopLine, ...]
    count_tables: tuple[CountTable, ...]
    quarters: tuple[str, ...]
    dossier_count: int
    late_changes: tuple[LateChange, ...] = ()

    def figures(self, **others: Any) -> Figures:
        """These beside the figures that come from other records."""
        return Figures(
            self.rows,
            day_counts=self.day_counts,
            before_after=self.before_after,
            one_stop=self.one_stop,
            count_tables=self.count_tables,
            quarters=self.quarters,
            dossier_count=self.dossier_count,
            late_changes=self.late_changes,
            **others,
        )


@contextmanager
def run_steps(
    world: World,
    city: City,
    last_step: str,
    engine: EngineName = "duckdb",
    part: Part = WHOLE,
) -> Iterator[Database]:
    """A database on which the steps up to `last_step` have run, over one part of the dossiers.

    Raises UnknownYear, and EngineFailed where another engine than DuckDB cannot run.
    """
    calendars = Calendars(world.calendar, city.service)
    with open_database(engine, world, city, calendars, part) as connection:
        for step in STEPS:
            run_step(connection, step)
            if step.name == "1_dossiers":
                _require_known_years(connection, calendars.office)
            if step.name == last_step:
                break
        yield connection


def run_step(connection: Database, step: MethodStep) -> None:
    """Runs one step; before cells are added up to groups it is decided to which."""
    if step.name == FIRST_OF_GROUPS:
        decide(connection)
    connection.execute(step.text)


def _require_known_years(connection: Database, calendar: Calendar) -> None:
    days = connection.execute(
        "SELECT min(received_day), max(received_day), min(returned_day), max(returned_day),"
        " min(CASE WHEN supplement_days > 0 THEN CAST(promised_at AS DATE) END) FROM dossiers"
    ).fetchone()
    for day in days or ():
        if day is not None and day.year not in calendar.years:
            raise UnknownYear(day.year, calendar.years)


def rows_of(connection: Database, table: str, kind: type, order: str) -> list[Any]:
    """The rows of a table of figures as values of `kind`, whose fields are its columns."""
    names = ", ".join(field.name for field in fields(kind))
    query = f"SELECT {names} FROM {table} ORDER BY {order}"  # noqa: S608  # names of the code
    return [kind(*row) for row in connection.execute(query).fetchall()]


def figure_rows(connection: Database) -> tuple[Figure, ...]:
    """The table `figures` in the order of `CUT_BY`, what is not cut by first."""
    order = ", ".join(f"{key} NULLS FIRST" for key in CUT_BY)
    return tuple(rows_of(connection, FIGURES, Figure, order))


def count_table(connection: Database, name: str) -> CountTable:
    """One table of published counts."""
    columns = COUNTS[name]
    order = ", ".join(f"{key} NULLS FIRST" for key in columns if not key.endswith("_count"))
    query = f"SELECT {', '.join(columns)} FROM {name} ORDER BY {order}"  # noqa: S608
    return CountTable(name, columns, tuple(connection.execute(query).fetchall()))


def counted(
    connection: Database,
    quarters: Iterable[str],
    dossier_count: int,
    counts: Iterable[str] = tuple(COUNTS),
) -> Counted:
    """What stands in a database on which every step has run; `counts` are its tables of counts."""
    return Counted(
        rows=figure_rows(connection),
        day_counts=tuple(
            rows_of(connection, "day_counts", DayCount, "procedure_id, quarter, days")
        ),
        before_after=tuple(rows_of(connection, "before_after", Taken, "procedure_id, phase DESC")),
        one_stop=tuple(
            rows_of(connection, "one_stop", OneStopLine, "quarter, scope, unit_id, field")
        ),
        count_tables=tuple(count_table(connection, name) for name in counts),
        quarters=tuple(quarters),
        dossier_count=dossier_count,
    )


def late_changes(connection: Database) -> tuple[LateChange, ...]:
    """The closed quarters whose dossiers are counted otherwise now, in a database of the city's."""
    return tuple(rows_of(connection, "late_changes", LateChange, "quarter"))


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
