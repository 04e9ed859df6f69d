"""Puts what the SQL reads into the database: dossiers, procedures, limits, days, settings."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice

from duckdb import DuckDBPyConnection

from generator.clock import Calendar, Calendars, day_table
from generator.clock.hours import since_midnight
from generator.datafolder.relation import is_readable, relation
from generator.datafolder.table import Table, read_table
from generator.datafolder.world import World
from generator.measure.closed import closed_by, load_closed
from generator.model.datasets import DOSSIER_FIELDS, name_of
from generator.model.records import Procedure
from generator.model.settings import City
from generator.model.unit_groups import SIZES, family_of

SqlRow = Sequence[object]
Part = tuple[int, int]
"""(number, of how many): the dossiers whose id falls to this one of so many parts."""
WHOLE: Part = (0, 1)

TABLES = {
    name_of(Procedure): "procedure_id VARCHAR, field VARCHAR, is_sensitive BOOLEAN",
    "limits": (
        "procedure_id VARCHAR, valid_from DATE, valid_to DATE, baseline_value INTEGER,"
        " baseline_unit VARCHAR, limit_value INTEGER, limit_unit VARCHAR, confirmed BOOLEAN"
    ),
    "days": (
        "is_around_the_clock BOOLEAN, day DATE, is_working BOOLEAN, working_index INTEGER,"
        " next_working_day DATE"
    ),
    "office_hours": (
        "is_around_the_clock BOOLEAN, begins INTEGER, opens INTEGER, closes INTEGER,"
        " worked_before INTEGER"
    ),
    "around_the_clock_units": "unit_id VARCHAR",
    "unit_families": "unit_id VARCHAR, family VARCHAR",
    "sizes": "least_count INTEGER",
    "settings": (
        "as_of DATE, cutoff_seconds INTEGER, percentile_min_count INTEGER, smallest_count INTEGER"
    ),
}
ROWS_AT_ONCE = 20_000
SECOND = timedelta(seconds=1)
_EMPTY = "''"


def table_rows(world: World, city: City, calendars: Calendars) -> dict[str, list[SqlRow]]:
    """The rows of each table of `TABLES`, in the order of its columns."""
    both = ((False, calendars.office), (True, calendars.around_the_clock))
    cutoff = city.policy.same_day_cutoff
    contents: dict[str, Iterable[SqlRow]] = {
        name_of(Procedure): ((p.procedure_id, p.field, p.sensitive) for p in world.procedures),
        "limits": (
            (
                *(limit.procedure_id, limit.valid_from, limit.valid_to),
                *(limit.baseline_value, limit.baseline_unit),
                *(limit.limit_value, limit.limit_unit, limit.confirmed),
            )
            for limit in world.procedure_limits
        ),
        "days": (
            (never_closes, row.day, row.is_working, row.working_index, row.next_working_day)
            for never_closes, calendar in both
            for row in day_table(calendar)
        ),
        "office_hours": (
            (never_closes, *seconds)
            for never_closes, calendar in both
            for seconds in _hours(calendar)
        ),
        "around_the_clock_units": ((unit_id,) for unit_id in sorted(calendars.never_closed)),
        "unit_families": (
            (unit.unit_id, family) for unit in world.units if (family := family_of(unit.kind))
        ),
        "sizes": ((least,) for least in SIZES),
        "settings": [
            (
                city.as_of,
                since_midnight(cutoff) // SECOND,
                city.policy.percentile_min_count,
                city.policy.smallest_count,
            )
        ],
    }
    return {name: list(contents[name]) for name in TABLES}


def _hours(calendar: Calendar) -> Iterable[SqlRow]:
    """The stretches of a working day, in seconds."""
    for x in calendar.hours.stretches:
        yield tuple(time // SECOND for time in (x.begins, x.opens, x.closes, x.worked_before))


def load_tables(
    connection: DuckDBPyConnection,
    world: World,
    city: City,
    calendars: Calendars,
    part: Part = WHOLE,
) -> None:
    """Creates `dossier_rows` (all text), the tables of `TABLES` and those of closed quarters."""
    for name, rows in table_rows(world, city, calendars).items():
        connection.execute(f"CREATE TABLE {name} ({TABLES[name]})")
        insert_rows(connection, name, rows)
    load_closed(connection, closed_by(world, city))
    _open_dossiers(connection, world, part)


def insert_rows(connection: DuckDBPyConnection, table: str, rows: Sequence[SqlRow]) -> None:
    """One statement for all rows: a column a parameter, which is far quicker than row by row."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        marks = ", ".join("unnest(?)" for _ in columns)
        connection.execute(f"INSERT INTO {table} SELECT {marks}", columns)


def _open_dossiers(connection: DuckDBPyConnection, world: World, part: Part) -> None:
    """`dossier_rows`: the files as they lie, every column text, read when it is asked for."""
    columns = ", ".join(f"{name} VARCHAR" for name in DOSSIER_FIELDS)
    connection.execute(f"CREATE TABLE odd_rows ({columns})")
    parts = [f"SELECT {', '.join(DOSSIER_FIELDS)} FROM odd_rows"]  # noqa: S608
    alike: dict[tuple[str, ...], list[Table]] = {}
    for path in world.dossier_files:
        table = world.dossier_tables.get(path) or read_table(path.parent, path.name)
        if is_readable(table):
            alike.setdefault(table.header, []).append(table)
        else:
            _copy_rows(connection, table)
    parts += [_named(header, tables) for header, tables in alike.items()]
    rows, (number, count) = " UNION ALL ".join(parts), part
    if count > 1:
        rows = f"SELECT * FROM ({rows}) WHERE hash(dossier_id) % {count} = {number}"  # noqa: S608
    connection.execute(f"CREATE VIEW dossier_rows AS {rows}")


def _named(header: Sequence[str], tables: Sequence[Table]) -> str:
    """SQL of the known columns of tables with one header; a column they lack is empty."""
    columns = [f"c{place}" for place in range(len(header))]
    places = dict(zip(header, columns, strict=True))
    cells = ", ".join(f"{places.get(name, _EMPTY)} AS {name}" for name in DOSSIER_FIELDS)
    return f"SELECT {cells} FROM ({relation(tables, columns)})"  # noqa: S608


def _copy_rows(connection: DuckDBPyConnection, table: Table) -> None:
    """The rows of a file that only our own reader reads right."""
    header, rows = table.header, table.rows()
    while some := list(islice(rows, ROWS_AT_ONCE)):
        named = [dict(zip(header, cells, strict=False)) for _, cells in some]
        cells = [[row.get(name, "") for name in DOSSIER_FIELDS] for row in named]
        insert_rows(connection, "odd_rows", cells)
