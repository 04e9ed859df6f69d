"""The method's SQL on Spark: the same files, put into Spark's words by sqlglot as they are run.

Where nobody has set Spark up, it runs inside this machine. `SPARK_CONF_DIR`,
`PYSPARK_SUBMIT_ARGS` or spark-submit lead to a cluster, which must see the same files.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from generator.clock import Calendars
from generator.datafolder.world import World
from generator.measure.closed import closed_by, closed_rows
from generator.measure.dialect import Statement, columns_of, statements_of
from generator.measure.frames import dossier_frame
from generator.measure.session import failures, spark_session
from generator.measure.tables import TABLES, table_rows
from generator.model.settings import City


class SparkAnswer:
    """The rows of a query, fetched when they are asked for."""

    def __init__(self, frame: Any) -> None:
        """`frame` is a Spark data frame."""
        self._frame = frame

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Every row. Raises EngineFailed."""
        with failures():
            return [tuple(row) for row in self._frame.collect()]

    def fetchone(self) -> tuple[Any, ...] | None:
        """The first row, None without one. Raises EngineFailed."""
        return next(iter(self.fetchall()), None)


class SparkDatabase:
    """Temporary views of one session, and SQL as DuckDB writes it."""

    def __init__(self, session: Any) -> None:
        """`session` is a Spark session of this run alone."""
        self._session = session

    def execute(self, query: str) -> SparkAnswer:
        """Runs every statement; the rows are those of the last. Raises EngineFailed."""
        frame = None
        with failures():
            for statement in statements_of(query):
                frame = self._run(statement)
        return SparkAnswer(frame)

    def _run(self, statement: Statement) -> Any:
        frame = self._session.sql(statement.query)
        if statement.name:
            self.keep(statement.name, frame, is_table=statement.is_table)
        return frame

    def keep(self, name: str, frame: Any, *, is_table: bool) -> None:
        """Names a frame. A table is counted out once, here; a view anew wherever it is used.

        Without the checkpoint every step would carry the plans of all steps before it: their
        size doubles with each, and the planner, not the data, fills the memory.
        """
        (frame.localCheckpoint() if is_table else frame).createOrReplaceTempView(name)


@contextmanager
def open_spark(world: World, city: City, calendars: Calendars) -> Iterator[SparkDatabase]:
    """A session that holds `dossier_rows` and the tables of `TABLES`. Raises EngineFailed."""
    with spark_session() as session:
        database = SparkDatabase(session)
        with failures():
            tables = table_rows(world, city, calendars).items()
            known = ((name, TABLES[name], rows) for name, rows in tables)
            for name, columns, rows in (*known, *closed_rows(closed_by(world, city))):
                cells = [tuple(row) for row in rows]
                frame = session.createDataFrame(cells, columns_of(columns))
                database.keep(name, frame, is_table=True)
            database.keep(
                "dossier_rows", dossier_frame(session, world.dossier_files), is_table=False
            )
        yield database
