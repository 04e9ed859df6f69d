"""All dossiers to all figures: at one go, or part by part where they are too many for memory.

The counts of parts add up, so a part is counted by the same steps, its cells are put below those
of the others, and the published counts and the figures are made of them all.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import ceil
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from generator.clock import Calendars
from generator.datafolder.table import is_parquet
from generator.datafolder.world import World
from generator.measure.closed import closed_by
from generator.measure.database import Database, EngineName
from generator.measure.engine import Counted, counted, late_changes, run_step, run_steps
from generator.measure.method import CELLS, LAST_OF_DOSSIERS, STEPS
from generator.measure.tables import WHOLE, Part, insert_rows, table_rows
from generator.model.settings import City
from generator.output.memo import Memo

PART_ROWS = 2_500_000
"""What is counted at once: some 350 MB."""
ROW_BYTES = 100
"""Of a dossier in a CSV file, about."""


def measure_dossiers(world: World, city: City, engine: EngineName = "duckdb") -> Counted:
    """The figures of all dossiers. Raises UnknownYear and EngineFailed."""
    count = part_count(world.dossier_files) if engine == "duckdb" else 1
    return measure_in_parts(world, city, count, engine)


def counted_from(world: World, city: City, memo: Memo) -> tuple[object, ...]:
    """All that the figures of dossiers are made of."""
    tables = memo.reuse(
        "tables beside the dossiers",
        lambda: (city, world.calendar, world.procedures, world.procedure_limits, world.units),
        lambda: table_rows(world, city, Calendars(world.calendar, city.service)),
    )
    closed = tuple(quarter.digest for quarter in world.closed_quarters)
    return tables, closed, tuple(memo.digest(path) for path in world.dossier_files)


def part_count(files: Sequence[Path]) -> int:
    """In how many parts so many dossiers are counted."""
    parquet = [str(path) for path in files if is_parquet(path)]
    rows = sum(path.stat().st_size for path in files if not is_parquet(path)) / ROW_BYTES
    if parquet:
        query = "SELECT sum(num_rows) FROM parquet_file_metadata(?)"
        with duckdb.connect() as connection:
            rows += (connection.execute(query, [parquet]).fetchone() or (0,))[0]
    return max(ceil(rows / PART_ROWS), 1)


def measure_in_parts(
    world: World, city: City, count: int, engine: EngineName = "duckdb"
) -> Counted:
    """The figures of dossiers counted in so many parts; the same whatever the number."""
    with stepped_through(world, city, count, engine) as (database, quarters, dossier_count):
        known = {quarter.quarter for quarter in closed_by(world, city)}
        made = counted(database, sorted(known.union(quarters)), dossier_count)
        return replace(made, late_changes=late_changes(database))


@contextmanager
def stepped_through(
    world: World,
    city: City,
    count: int,
    engine: EngineName = "duckdb",
    last_step: str = STEPS[-1].name,
) -> Iterator[tuple[Database, set[str], int]]:
    """A database on which the steps up to `last_step` have run, one of those after dossiers are
    counted; the quarters that have dossiers, and how many there are.

    Only DuckDB counts in more parts than one. Raises UnknownYear and EngineFailed.
    """
    if count == 1:
        with run_steps(world, city, last_step, engine) as connection:
            yield connection, *_quarters_and_count(connection)
        return
    quarters, dossier_count = set[str](), 0
    with run_steps(replace(world, dossier_files=()), city, LAST_OF_DOSSIERS) as whole:
        assert isinstance(whole, DuckDBPyConnection)
        for number in range(count):
            found, dossiers = _add_part(whole, world, city, (number, count))
            quarters |= found
            dossier_count += dossiers
        for name, columns in CELLS.items():
            _sum_up(whole, name, columns)
        for step in STEPS:
            if LAST_OF_DOSSIERS < step.name <= last_step:
                run_step(whole, step)
        yield whole, quarters, dossier_count


def _quarters_and_count(connection: Database) -> tuple[set[str], int]:
    quarters = connection.execute("SELECT quarter FROM periods").fetchall()
    (dossier_count,) = connection.execute("SELECT count(*) FROM dossiers").fetchone() or (0,)
    return {quarter for (quarter,) in quarters}, dossier_count


def _add_part(
    whole: DuckDBPyConnection, world: World, city: City, part: Part = WHOLE
) -> tuple[set[str], int]:
    """Puts a part's counts below the others; its quarters and how many dossiers it had."""
    alone = replace(world, closed_quarters=())
    with run_steps(alone, city, LAST_OF_DOSSIERS, part=part) as connection:
        for name, columns in CELLS.items():
            query = f"SELECT {', '.join(columns)} FROM {name}"  # noqa: S608  # names of the code
            insert_rows(whole, name, connection.execute(query).fetchall())
        return _quarters_and_count(connection)


def _sum_up(whole: DuckDBPyConnection, name: str, columns: Sequence[str]) -> None:
    """Joins rows that differ in their counts alone."""
    keys = ", ".join(column for column in columns if not column.endswith("_count"))
    counts = ", ".join(
        f"CAST(sum({column}) AS BIGINT) AS {column}"
        for column in columns
        if column.endswith("_count")
    )
    whole.execute(
        f"CREATE OR REPLACE TABLE {name} AS SELECT {keys}, {counts} FROM {name} GROUP BY {keys}"  # noqa: S608
    )
