"""The commands that are measured: congkhai's own, and what a user would pick instead."""

import sys
from pathlib import Path

from cost import Command

from worlds import dossier_files

BIN = Path(sys.executable).parent
CONGKHAI = str(BIN / "congkhai")

MEASURE = """
import sys
from pathlib import Path
from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.measure import measure
data = Path(sys.argv[1])
contract = load_contract(data)[0]
assert measure(load_world(data, contract), load_city(data)[0]).rows
"""
"""From the files to all figures, without the check, which has a line of its own."""


def congkhai(name: str, data: Path, *options: str) -> Command:
    """One of congkhai's commands on a data folder."""
    return [CONGKHAI, name, "--data", str(data), *options]


def import_dossiers(data: Path, export: Path) -> Command:
    """An export is held beside the dossiers that are there; nothing is written."""
    options = ["--data", str(data), str(export), "--dry-run"]
    return [CONGKHAI, "import", "dossiers", *options]


def build(data: Path) -> Command:
    """The whole site, beside its data folder."""
    return congkhai("build", data, "--out", str(data.with_name("site")))


def build_bare(data: Path) -> Command:
    """The whole site without pictures for sharing and without the offline copy."""
    return [*build(data), "--plain"]


def measure(data: Path) -> Command:
    """All figures, without the check."""
    return [sys.executable, "-c", MEASURE, str(data)]


def frictionless(data: Path) -> Command:
    """The contract's own judge, alone."""
    return [str(BIN / "frictionless"), "validate", str(data / "datapackage.yaml"), "--trusted"]


def bare_read(data: Path) -> Command:
    """DuckDB reads every cell of the files, and does nothing with it."""
    files = [str(path) for path in dossier_files(data)]
    query = f"SELECT count(COLUMNS(*)) FROM read_csv({files!r})"
    return [sys.executable, "-c", f"import duckdb; duckdb.sql({query!r}).fetchall()"]
