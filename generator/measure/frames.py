"""The files of dossiers as one Spark data frame in which every cell is text.

As for DuckDB, the engine reads the files on which all readers agree, and our own reader the rest.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from pyspark.sql import functions

from generator.datafolder.relation import is_readable
from generator.datafolder.table import Table, is_parquet, read_table
from generator.model.datasets import DOSSIER_FIELDS

NUMBERS_WITH_GAPS = ("float", "double")
"""Whole numbers with gaps are kept as 2.0 by some writers: they are written without the zero."""


def dossier_frame(session: Any, files: Sequence[Path]) -> Any:
    """`dossier_rows`: the known columns by name; one that a file lacks is null."""
    frames = _frames(session, [read_table(path.parent, path.name) for path in files])
    nothing = session.createDataFrame([], _text(DOSSIER_FIELDS))
    return reduce(_under, frames, nothing).select(*DOSSIER_FIELDS)


def _under(above: Any, frame: Any) -> Any:
    return above.unionByName(frame, allowMissingColumns=True)


def _text(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}` STRING" for name in names)


def _frames(session: Any, tables: Sequence[Table]) -> Iterator[Any]:
    alike: dict[tuple[Any, ...], list[str]] = {}
    for table in tables:
        if not _is_read_by_spark(table):
            cells = [cells for _, cells in table.rows()]
            yield session.createDataFrame(cells, _text(table.header))
        elif is_parquet(table.path):
            schema = session.read.parquet(_address(table)).schema
            alike.setdefault(("parquet", schema.json()), []).append(_address(table))
        else:
            breaks = table.layout is not None and table.layout.has_inner_breaks
            alike.setdefault(("csv", table.header, breaks), []).append(_address(table))
    for (kind, *manner), addresses in alike.items():
        read = _read_parquet if kind == "parquet" else _read_csv
        yield read(session, addresses, *manner)


def _is_read_by_spark(table: Table) -> bool:
    """False also for names that mean something to Spark: hidden files, compressed files."""
    name = table.path.name
    return is_readable(table) and name.endswith((".csv", ".parquet")) and name[0] not in "._"


def _address(table: Table) -> str:
    """Not as an URI: Spark takes a %20 for three letters of the name."""
    return f"file://{table.path.resolve()}"


def _read_csv(session: Any, addresses: list[str], header: Sequence[str], has_breaks: bool) -> Any:
    """Files with the same header. With line breaks in cells, a file is one task."""
    return session.read.csv(
        addresses,
        schema=_text(header),
        header=True,
        quote='"',
        escape='"',
        multiLine=has_breaks,
        mode="FAILFAST",
    )


def _read_parquet(session: Any, addresses: list[str], _schema: str) -> Any:
    """Files with the same columns of the same types."""
    frame = session.read.parquet(*addresses)
    return frame.select(*(_cell(name, kind) for name, kind in frame.dtypes))


def _cell(name: str, kind: str) -> Any:
    text = functions.col(f"`{name}`").cast("string")
    if kind in NUMBERS_WITH_GAPS:
        text = functions.regexp_replace(text, r"\.0$", "")
    return text.alias(name)
