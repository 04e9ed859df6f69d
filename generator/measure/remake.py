"""Every figure once more, from published counts: what anyone can do who has no dossier."""

from collections.abc import Mapping

import duckdb

from generator.formats.memory import memory_files
from generator.measure.database import SETTINGS
from generator.measure.engine import counted
from generator.measure.method import PUBLISHED_COUNTS, STEPS
from generator.model.figures import Figures


class NoCounts(Exception):
    """The published counts cannot be read; `str()` is the engine's own reason."""


def remake(counts: Mapping[str, bytes], percentile_min_count: int) -> Figures:
    """The figures of the published counts, which are Parquet files by table. Raises NoCounts."""
    memory = memory_files()
    for name, content in counts.items():
        memory.pipe_file(f"/{name}.parquet", content)
    try:
        with duckdb.connect(config=SETTINGS) as connection:
            connection.register_filesystem(memory)
            connection.execute(
                "CREATE TABLE settings AS SELECT CAST(? AS INTEGER) AS percentile_min_count",
                [percentile_min_count],
            )
            for name, columns in PUBLISHED_COUNTS.items():
                connection.execute(
                    f"CREATE TABLE {name} AS SELECT {', '.join(columns)}"  # noqa: S608
                    f" FROM read_parquet('memory:///{name}.parquet')"
                )
            for step in STEPS:
                if not step.is_private:
                    connection.execute(step.text)
            return counted(connection, (), 0, PUBLISHED_COUNTS).figures()
    except duckdb.Error as error:
        raise NoCounts(str(error)) from None
