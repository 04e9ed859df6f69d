"""The published SQL on the published counts, as a supervisor runs it: every figure again."""

import csv
import io
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest

from generator.measure.method import PUBLISHED_COUNTS
from generator.model.content import whole
from generator.opendata.bundle import BUNDLE
from generator.opendata.csv import csv_bytes
from generator.opendata.files import table_files
from generator.opendata.recompute import COMMAND, REMADE, SCRIPT
from generator.opendata.tables import Table
from generator.pages import method
from generator.pages.opendata.page import files as data_files
from worlds.measured import rows_of
from worlds.shipped import shipped_edition, shipped_files, shipped_renderer

FILES = shipped_files()
IN_PYTHON = f"import duckdb; print(duckdb.sql(open('{SCRIPT}', encoding='utf-8').read()))"
WAYS = {
    "the command as printed": COMMAND.split(),
    "the library": [sys.executable, "-c", IN_PYTHON],
}


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with ZipFile(io.BytesIO(FILES[f"du-lieu/{BUNDLE}"])) as archive:
        archive.extractall(tmp_path)
    return tmp_path


def outcome(folder: Path, command: list[str]) -> dict[str, list[int]]:
    """What a fresh process prints: by table, rows published, rows remade, rows that differ."""
    here = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{here}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    lines = re.findall(r"(\w+)\.csv +│ +(\d+) │ +(\d+) │ +(\d+)", done.stdout)
    return {name: [int(count) for count in counts] for name, *counts in lines}


@pytest.mark.parametrize("way", WAYS)
def test_a_fresh_process_makes_every_figure_again(way: str, unpacked: Path) -> None:
    counts = outcome(unpacked, WAYS[way])
    assert list(counts) == list(REMADE)
    for name, (published, remade, different) in counts.items():
        assert published == remade > 0
        assert different == 0
        ours = (unpacked / f"tinh-lai-{name}.csv").read_bytes()
        assert ours == FILES[f"du-lieu/{name}.csv"], name


def test_the_figures_made_again_are_those_of_the_edition(unpacked: Path) -> None:
    outcome(unpacked, COMMAND.split())
    text = (unpacked / "tinh-lai-figures.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    for row, figure in zip(rows, shipped_edition().figures.rows, strict=True):
        for name, cell in row.items():
            value = getattr(figure, name)
            assert cell == ("" if value is None else str(value))


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("figures", "on_time_share", "0.5"),
        ("one_stop", "ended_count", "1"),
        ("figures", "p90_days", ""),
    ],
)
def test_a_published_figure_that_was_changed_is_found(
    table: str, column: str, cell: str, unpacked: Path
) -> None:
    path = unpacked / f"{table}.csv"
    rows = rows_of(path)
    assert rows[0][column] not in (cell, "")
    rows[0][column] = cell
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    found = {name: counts[2] for name, counts in outcome(unpacked, COMMAND.split()).items()}
    assert found == {name: 2 if name == table else 0 for name in REMADE}


def test_a_count_that_was_changed_is_found(unpacked: Path) -> None:
    path = unpacked / "histogram.parquet"
    duckdb.sql(
        f"COPY (SELECT * REPLACE (days + 1 AS days) FROM '{path}') TO '{path}.new' (FORMAT parquet)"
    )
    Path(f"{path}.new").replace(path)
    assert outcome(unpacked, COMMAND.split())["day_counts"][2] > 0


def test_the_method_page_shows_every_statement_and_the_command() -> None:
    (page,) = method.pages(shipped_renderer())
    shown = unescape(re.sub(r"<[^>]+>", "", page.body))
    assert COMMAND in shown
    for step in shipped_edition().method:
        assert step.text.strip() in shown
        assert FILES[f"du-lieu/sql/{step.name}.sql"].decode() == step.text
    public = [step for step in shipped_edition().method if not step.is_private]
    script = FILES[f"du-lieu/{SCRIPT}"].decode()
    assert all(step.text in script for step in public)
    assert page.body.index(public[0].name) < page.body.index('id="tu-ho-so"')


def test_public_steps_name_nothing_that_holds_dossiers() -> None:
    script = FILES[f"du-lieu/{SCRIPT}"].decode()
    for name in ("dossier_rows", "dossiers", "clocks", "judgements", "tallies", "dossier_id"):
        assert not re.search(rf"\b{name}\b", script)


def test_parquet_holds_what_the_csv_holds_and_always_the_same_bytes(tmp_path: Path) -> None:
    tables = [table for table in shipped_renderer().tables if table.is_counts]
    assert [table.name for table in tables] == list(PUBLISHED_COUNTS)
    again = table_files(tables)
    for table in tables:
        path = tmp_path / f"{table.name}.parquet"
        path.write_bytes(FILES[f"du-lieu/{table.name}.parquet"])
        assert again[path.name] == path.read_bytes()
        rows = duckdb.sql(f"SELECT * FROM '{path}'")
        cells = [
            tuple("" if cell is None else str(cell) for cell in row) for row in rows.fetchall()
        ]
        assert csv_bytes(Table("", "", "", table.fields, tuple(cells))) == csv_bytes(table)
        codecs = duckdb.sql(f"SELECT DISTINCT compression FROM parquet_metadata('{path}')")
        assert codecs.fetchall() == [("ZSTD",)]


def test_the_download_is_always_the_same_bytes() -> None:
    again = {path: whole(content) for path, content in data_files(shipped_renderer()).items()}
    assert again == FILES
