"""Every figure counted on Spark is DuckDB's to the last digit. By `make test-spark`."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.measure import EngineFailed
from generator.measure.dossiers import measure_dossiers
from oracles.brute_force import brute_force
from worlds.lay import lay
from worlds.measured import (
    HAND_COUNTED,
    HEADER,
    folder_world,
    seeded_dossiers,
    seeded_world,
    write_dossiers,
)
from worlds.paths import CONGKHAI, DATA, DATASETS, ROOT

pytestmark = pytest.mark.spark
WORLDS = {"small": DATASETS / "small", "boston": DATASETS / "boston" / "data"}


@pytest.fixture(scope="module", autouse=True)
def session():
    """One session for all, on a machine whose own clock is far from Vietnam's."""
    sql = pytest.importorskip("pyspark.sql", reason="chưa cài Spark: make spark")
    if not shutil.which("java"):
        pytest.skip("máy không có Java: apt-get install default-jre-headless")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "3")
    builder = builder.config("spark.sql.codegen.wholeStage", "false")  # none pays for 20 rows
    builder = builder.config("spark.sql.session.timeZone", "America/New_York")
    zone = "-Duser.timezone=America/New_York -XX:TieredStopAtLevel=1"
    started = builder.config("spark.driver.extraJavaOptions", zone).getOrCreate()
    started.sparkContext.setLogLevel("OFF")
    yield started
    started.stop()


def same_on_both(world, city):
    """What both engines counted, once it is the same."""
    ours, theirs = (measure_dossiers(world, city, engine) for engine in ("spark", "duckdb"))
    assert ours == theirs
    assert repr(ours) == repr(theirs)
    return ours


@pytest.fixture(params=["shipped", *WORLDS])
def data(request, tmp_path: Path) -> Path:
    """A whole data folder: the shipped one, or a small world."""
    return DATA if request.param == "shipped" else lay(WORLDS[request.param], tmp_path / "data")


def test_a_whole_data_folder(data: Path) -> None:
    (contract, _), (city, _) = load_contract(data), load_city(data)
    assert same_on_both(load_world(data, contract), city).rows


def test_the_hand_counted_dossiers() -> None:
    assert same_on_both(*folder_world(HAND_COUNTED)).dossier_count == 16


def test_a_world_of_every_case_and_plain_python(tmp_path) -> None:
    rows = seeded_dossiers(3000, seed=643)
    world, city = seeded_world(
        write_dossiers(tmp_path / "a.csv", rows[::2]),
        write_dossiers(tmp_path / "b.csv", rows[1::2]),
    )
    assert list(same_on_both(world, city).rows) == brute_force(world, city)


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 60))
def test_any_world(seed: int, count: int, tmp_path) -> None:
    world, city = seeded_world(write_dossiers(tmp_path / "d.csv", seeded_dossiers(count, seed)))
    assert list(same_on_both(world, city).rows) == brute_force(world, city)


def plain(rows: list[list[str]]) -> str:
    return "\n".join([HEADER, *(",".join(row) for row in rows)]) + "\n"


def files_of_every_shape(folder: Path) -> Iterator[Path]:
    """A dossier, then twenty each, in the shapes that the check lets pass."""
    shapes = {
        "hai dòng.csv": plain([['"H ""một"",\nhai"', *seeded_dossiers(1, 1)[0][1:]]]),
        "_hidden.csv": plain(seeded_dossiers(20, seed=2)),
        "đá [1].csv": plain(seeded_dossiers(20, seed=3)),
        "crlf.csv": "\ufeff" + plain(seeded_dossiers(20, seed=4)).replace("\n", "\r\n"),
        "mixed.csv": plain(seeded_dossiers(20, seed=5)).replace("\n", "\r\n", 7),
        "quoted.csv": plain([[f'"{c}"' for c in row] for row in seeded_dossiers(20, seed=6)]),
        "packed.gz": plain(seeded_dossiers(20, seed=7)),
    }
    for name, text in shapes.items():
        (folder / name).write_bytes(text.encode())
        yield folder / name
    names, rows = HEADER.split(",")[::-1][1:], seeded_dossiers(20, seed=8)
    turned = [",".join(row) for row in [names, *(row[::-1][1:] for row in rows)]]
    (folder / "turned.csv").write_text("\n".join(turned), encoding="utf-8")
    yield folder / "turned.csv"


def parquet_files(folder: Path, source: Path) -> Iterator[Path]:
    """The dossiers of a file as text, and with numbers and days of their own types."""
    columns = {
        "text": "* EXCLUDE (received_at, returned_at), received_at, returned_at",
        "typed": (
            "* REPLACE (CAST(supplement_days AS DOUBLE) AS supplement_days,"
            " CAST(supplement_requests AS SMALLINT) AS supplement_requests,"
            " CAST(received_at AS TIMESTAMP) AS received_at,"
            " CAST(apology_on AS DATE) AS apology_on)"
        ),
    }
    for name, cells in columns.items():
        target = folder / f"{name}.parquet"
        read = f"read_csv('{source}', all_varchar = true)"
        duckdb.sql(f"COPY (SELECT {cells} FROM {read}) TO '{target}' (FORMAT parquet)")
        yield target


def test_files_of_every_shape_are_read_alike(tmp_path) -> None:
    files = list(files_of_every_shape(tmp_path))
    more = [row for row in seeded_dossiers(60, seed=9) if len(row[4]) > 10]
    files += parquet_files(tmp_path, write_dossiers(tmp_path / "source.csv", more))
    counted = same_on_both(*seeded_world(*files))
    assert counted.dossier_count == 1 + 7 * 20 + 2 * len(more)


def test_no_dossiers(tmp_path) -> None:
    assert same_on_both(*seeded_world()).rows == ()
    assert same_on_both(*seeded_world(write_dossiers(tmp_path / "d.csv", []))).rows == ()


def test_what_spark_cannot_read_is_said_in_a_sentence(tmp_path) -> None:
    row = seeded_dossiers(1, seed=1)[0]
    row[4] = "2018-02-30"
    with pytest.raises(EngineFailed, match="Spark dừng giữa chừng"):
        measure_dossiers(*seeded_world(write_dossiers(tmp_path / "d.csv", [row])), "spark")


def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(CONGKHAI), "figures", "--by", "unit,quarter", "--format", "csv", *options]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_the_command_prints_the_same_bytes_and_no_noise() -> None:
    done = run("--engine", "spark")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == run().stdout


def test_without_java_a_sentence_says_what_to_install(tmp_path) -> None:
    done = run("--engine", "spark", JAVA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Spark cần Java 17 trở lên" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_java_that_does_not_start_is_said_in_a_sentence(tmp_path) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'no Java here' >&2\nexit 1\n", encoding="utf-8")
    java.chmod(0o755)
    done = run("--engine", "spark", JAVA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Spark không khởi động được" in done.stderr
    assert len(done.stderr.splitlines()) == 1
