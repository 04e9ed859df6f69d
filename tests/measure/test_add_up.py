"""docs/add-up.sql: the published counts of cities, added up, are the counts of them all."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from generator.measure import STEPS, measure
from generator.measure.engine import figure_rows
from generator.measure.method import PUBLISHED_COUNTS
from generator.model.figures import Figure, Figures
from worlds.measured import seeded_dossiers, seeded_world, write_dossiers
from worlds.paths import ROOT

SCRIPT = (ROOT / "docs" / "add-up.sql").read_text(encoding="utf-8")


def publish_counts(figures: Figures, folder: Path) -> None:
    """The tables of counts as Parquet, typed as they are published."""
    folder.mkdir(parents=True)
    for table in figures.count_tables:
        if table.name not in PUBLISHED_COUNTS:
            continue
        columns = ", ".join(
            f"{name} {'BIGINT' if name.endswith('_count') or name == 'days' else 'VARCHAR'}"
            for name in PUBLISHED_COUNTS[table.name]
        )
        with duckdb.connect() as connection:
            connection.execute(f"CREATE TABLE t ({columns})")
            marks = ", ".join("?" for _ in table.columns)
            connection.executemany(f"INSERT INTO t VALUES ({marks})", [list(r) for r in table.rows])
            connection.execute(f"COPY t TO '{folder / table.name}.parquet' (FORMAT parquet)")


@pytest.fixture(scope="module")
def cities(tmp_path_factory) -> tuple[Path, dict[str, Figures], Figures]:
    folder = tmp_path_factory.mktemp("cities")
    rows = seeded_dossiers(1600, seed=12)
    files = {
        name: write_dossiers(folder / f"{name}.csv", rows[turn::2])
        for turn, name in enumerate(("hà-nội", "thanh-hóa"))
    }
    own = {name: measure(*seeded_world(file)) for name, file in files.items()}
    for name, figures in own.items():
        publish_counts(figures, folder / "nation" / name)
    return folder, own, measure(*seeded_world(*files.values()))


@pytest.fixture(scope="module")
def summed(cities) -> dict[tuple, Figure]:
    folder = cities[0]
    public = "".join(step.text for step in STEPS if not step.is_private)
    command = [str(Path(sys.executable).with_name("duckdb")), "nation.duckdb"]
    done = subprocess.run(
        command,
        cwd=folder,
        input=SCRIPT + public,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    assert "0 rows" in done.stdout
    with duckdb.connect(folder / "nation.duckdb", read_only=True) as connection:
        return {row.key: row for row in figure_rows(connection)}


def test_the_nation_is_what_all_its_dossiers_are(cities, summed) -> None:
    whole = cities[2]
    national = [row for row in whole.rows if row.unit_id is None and row.group_id is None]
    assert national == [row for row in summed.values() if row.unit_id is None]


def test_a_city_in_the_nation_is_what_it_published(cities, summed) -> None:
    for name, own in cities[1].items():
        of_all = [row for row in own.rows if not any(row.key[:-1])]
        published = [replace(row, unit_id=name) for row in of_all]
        assert published == [row for row in summed.values() if row.unit_id == name]


def test_the_page_names_files_that_are_there() -> None:
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    assert "cat docs/add-up.sql generator/measure/sql/[7-9]_*.sql | " in page
    assert [step.name[0] for step in STEPS if not step.is_private] == ["7", "8", "9"]
