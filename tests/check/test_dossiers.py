"""Dossiers in Parquet: the findings and the figures of the same rows in CSV."""

import shutil
from pathlib import Path

import duckdb
import pytest

from generator.app.pipeline import make_figures
from generator.datafolder.table import Table, read_table
from generator.model.problem import Problem
from worlds.broken import CASES, change_files, changes_of, findings
from worlds.small import SMALL

ABOUT_CELLS = (
    *("date-in-future", "date-unreal", "ended-unreturned", "enum", "key-duplicate", "minimum"),
    *("moment-unreal", "pattern", "pending-returned", "promised-before-received", "required"),
    *("reference-dangling", "returned-before-received", "type-integer", "unit-out-of-years"),
)
"""Worlds in which every row of the dossiers is as wide as the table."""


def to_parquet(folder: Path, cell: str = "column{0}") -> Path:
    """Lays every file of dossiers into Parquet; `cell` is SQL of what becomes of a column."""
    contract = folder / "datapackage.yaml"
    text = contract.read_text("utf-8")
    for path in sorted((folder / "dossiers").glob("*.csv")):
        table = read_table(folder, f"dossiers/{path.name}")
        if table.fault is None:
            _write(table, path.with_suffix(".parquet"), cell)
            path.unlink()
            text = text.replace(f"dossiers/{path.name}", f"dossiers/{path.stem}.parquet")
    contract.write_text(text, "utf-8")
    return folder


def _write(table: Table, path: Path, cell: str) -> None:
    names = table.header
    with duckdb.connect() as connection:
        columns = ", ".join(f"column{place} VARCHAR" for place, _ in enumerate(names))
        connection.execute(f"CREATE TABLE cells ({columns})")
        marks = ", ".join("?" for _ in names)
        rows = [cells for _, cells in table.rows()]
        connection.executemany(f"INSERT INTO cells VALUES ({marks})", rows)
        named = ", ".join(f'{cell.format(i)} AS "{name}"' for i, name in enumerate(names))
        connection.execute(f"COPY (SELECT {named} FROM cells) TO '{path}' (FORMAT parquet)")


def told(problems: list[Problem]) -> list[tuple[object, ...]]:
    return sorted(
        (
            problem.file.replace(".parquet", ".csv"),
            *(problem.row or 0, problem.field or "", problem.code),
            tuple(sorted((k, v.replace(".parquet", ".csv")) for k, v in problem.values.items())),
        )
        for problem in problems
    )


OF_DOSSIERS = "dossiers/2018-q4.csv"


def with_rows_of(cases: list[Path], folder: Path) -> Path:
    """The small city with the rows of many cases; each dossier that was wrong is one more."""
    shutil.copytree(SMALL, folder)
    for number, case in enumerate(cases):
        changes = changes_of(case)
        for _, row in changes.pop(OF_DOSSIERS, []):
            with (folder / OF_DOSSIERS).open("a", encoding="utf-8") as file:
                file.write(row.replace("mau-037", f"mau-{100 + number}") + "\n")
        change_files(folder, changes)
    return folder


@pytest.mark.parametrize("is_about_dossiers", [True, False], ids=["dossiers", "beside them"])
def test_the_same_rows_give_the_same_findings(tmp_path: Path, is_about_dossiers: bool) -> None:
    about = [case for case in CASES if case.name in ABOUT_CELLS]
    cases = [case for case in about if (OF_DOSSIERS in changes_of(case)) == is_about_dossiers]
    before = findings(with_rows_of(cases, tmp_path / "city"))
    assert {case.name for case in cases} <= {problem.code for problem in before}
    assert told(findings(to_parquet(tmp_path / "city"))) == told(before)


@pytest.mark.parametrize("cell", ["column{0}", "nullif(column{0}, '')"], ids=["text", "nulls"])
def test_the_same_rows_give_the_same_figures(tmp_path: Path, cell: str) -> None:
    city = to_parquet(shutil.copytree(SMALL, tmp_path / "city"), cell)
    assert findings(city) == []
    ours, theirs = make_figures(city), make_figures(SMALL)
    assert ours.dossier_count == 40
    for name in ("rows", "day_counts", "before_after", "one_stop", "count_tables"):
        assert getattr(ours, name) == getattr(theirs, name), name


def test_columns_of_their_own_types_are_read_as_text(tmp_path: Path) -> None:
    """Moments, days and numbers, and whole numbers that a gap has made decimal ones."""
    city = shutil.copytree(SMALL, tmp_path / "city")
    path = city / "dossiers" / "typed.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT TIMESTAMP '2018-02-28 10:00' AS moment, DATE '2018-02-28' AS day,"
            " CAST(2 AS DOUBLE) AS whole, 1.5::DOUBLE AS half, 7 AS number, NULL::INTEGER AS none)"
            f" TO '{path}' (FORMAT parquet)"
        )
    table = read_table(city, "dossiers/typed.parquet")
    assert table.header == ("moment", "day", "whole", "half", "number", "none")
    assert [*table.rows()] == [(2, ["2018-02-28 10:00:00", "2018-02-28", "2", "1.5", "7", ""])]
