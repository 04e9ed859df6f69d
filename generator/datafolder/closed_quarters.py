"""Reads the closed quarters of a data folder."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from generator.datafolder.safe_path import fault_inside
from generator.model.closed_quarters import (
    FOLDER,
    SALTS,
    SALTS_HEADER,
    ClosedQuarter,
    file_names,
    quarter_of_file,
)


def load_closed_quarters(data_dir: Path) -> tuple[ClosedQuarter, ...]:
    """The closed quarters of a data folder, oldest first. Never raises for what lies there.

    A quarter of which a file or the salt is missing or cannot be read is left out; the check
    misses it, because the ledger knows it.
    """
    salts = _salts(_read(data_dir, SALTS) or b"")
    found = []
    for quarter in sorted(_quarters(data_dir)):
        cells, days = (_read(data_dir, name) for name in file_names(quarter))
        if cells is not None and days is not None and quarter in salts:
            found.append(ClosedQuarter(quarter, cells, days, salts[quarter]))
    return tuple(found)


def _quarters(data_dir: Path) -> set[str]:
    try:
        names = [f"{FOLDER}/{path.name}" for path in (data_dir / FOLDER).iterdir()]
    except OSError:
        return set()
    return {quarter for name in names if (quarter := quarter_of_file(name))}


def _read(data_dir: Path, file: str) -> bytes | None:
    try:
        return None if fault_inside(data_dir, file) else (data_dir / file).read_bytes()
    except (OSError, ValueError):
        return None


def _salts(content: bytes) -> Mapping[str, str]:
    try:
        rows = list(csv.reader(io.StringIO(content.decode("ascii")), strict=True))
    except (csv.Error, ValueError):
        return {}
    return {row[0]: row[1] for row in rows[1:] if len(row) == len(SALTS_HEADER)}
