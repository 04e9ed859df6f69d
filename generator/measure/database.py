"""What the method's SQL runs on: DuckDB, or another engine that answers the same way."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Literal, Protocol

from duckdb import connect

from generator.clock import Calendars
from generator.datafolder.world import World
from generator.measure.failure import EngineFailed
from generator.measure.tables import WHOLE, Part, load_tables
from generator.model.settings import City

EngineName = Literal["duckdb", "spark"]

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
NO_SPARK = (
    "Chưa cài phần chạy trên Spark (thiếu thư viện {name}). Hãy cài bằng: "
    'pip install "congkhai[spark]", hoặc make spark trong thư mục mã nguồn.'
)


class Answer(Protocol):
    """The rows of a query."""

    def fetchall(self) -> list[Any]:
        """Every row left."""

    def fetchone(self) -> Any:
        """The first row, None without one."""


class Database(Protocol):
    """Tables, and SQL as DuckDB writes it."""

    def execute(self, query: str) -> Answer:
        """Runs every statement; the rows are those of the last."""


def open_database(
    engine: EngineName, world: World, city: City, calendars: Calendars, part: Part = WHOLE
) -> AbstractContextManager[Database]:
    """A database that holds what the first step reads. Raises EngineFailed, here or later.

    Only DuckDB takes a part of the dossiers: Spark divides its work by itself.
    """
    if engine == "duckdb":
        return _open_duckdb(world, city, calendars, part)
    try:  # imported here: Spark is an extra that most cities do not install
        from generator.measure.spark import open_spark
    except ModuleNotFoundError as missing:
        raise EngineFailed(NO_SPARK.format(name=missing.name)) from None
    return open_spark(world, city, calendars)


@contextmanager
def _open_duckdb(world: World, city: City, calendars: Calendars, part: Part) -> Iterator[Database]:
    """In memory, and gone afterwards."""
    with connect(config=SETTINGS) as connection:
        load_tables(connection, world, city, calendars, part)
        yield connection
