"""Every figure once more, from published counts: what anyone can do who has no dossier."""

from collections.abc import Iterable, Mapping

import duckdb

from generator.formats.memory import memory_files
from generator.measure.database import SETTINGS
from generator.measure.engine import Counted, counted
from generator.measure.method import COUNTS, STEPS
from generator.model.figures import Figures


class NoCounts(Exception):
    """The published counts cannot be read; `str()` is the engine's own reason."""


def remake(counts: Mapping[str, bytes], percentile_min_count: int) -> Figures:
    """The figures of the published counts, which are Parquet files by table. Raises NoCounts."""
    return recounted(counts, percentile_min_count).figures()


def recounted(
    counts: Mapping[str, bytes], percentile_min_count: int, quarters: Iterable[str] = ()
) -> Counted:
    """The same with the counts themselves; `quarters` are those of the data. Raises NoCounts."""
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
            for name in counts:
                connection.execute(
                    f"CREATE TABLE {name} AS SELECT {', '.join(COUNTS[name])}"  # noqa: S608
                    f" FROM read_parquet('memory:///{name}.parquet')"
                )
            for step in STEPS:
                if not step.is_private:
                    connection.execute(step.text)
            return counted(connection, quarters, 0, counts)
    except duckdb.Error as error:
        raise NoCounts(str(error)) from None
