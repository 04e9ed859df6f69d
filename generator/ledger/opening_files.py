"""The files of openings: one an edition, of the records that it was the first to publish.

A record's corrections lie beside it. So a closing reads and writes only the files of records that
something happened to, however long the ledger has grown.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.datafolder.safe_path import fault_inside
from generator.ledger.chain import EDITION
from generator.ledger.openings import Opening, render_openings, subject_id

FOLDER = "ledger_openings"
_ENDING = ".jsonl"


def opening_file(edition: str) -> str:
    """The name in the data folder of the openings of an edition's records."""
    return f"{FOLDER}/{edition}{_ENDING}"


def edition_of_file(file: str) -> str | None:
    """The edition that a file, named relative to the data folder, holds the openings of."""
    edition = file.removeprefix(f"{FOLDER}/").removesuffix(_ENDING)
    return edition if EDITION.fullmatch(edition) and file == opening_file(edition) else None


def opening_files(
    openings: Iterable[Opening], first_editions: Mapping[str, str]
) -> Mapping[str, bytes]:
    """The files of some openings by name; `first_editions` says where the record of an id lies."""
    found: dict[str, list[Opening]] = {}
    for opening in openings:
        found.setdefault(first_editions[subject_id(opening.record)], []).append(opening)
    return {opening_file(edition): render_openings(found[edition]) for edition in sorted(found)}


def editions_there(data_dir: Path) -> list[str]:
    """The editions of whose records there are openings. Raises OSError."""
    if not os.path.lexists(data_dir / FOLDER):
        return []
    names = (f"{FOLDER}/{path.name}" for path in (data_dir / FOLDER).iterdir())
    return sorted(filter(None, map(edition_of_file, names)))


def read_inside(data_dir: Path, name: str) -> bytes:
    """A plain file of the data folder; empty when there is none. Raises OSError."""
    if not os.path.lexists(data_dir / name):
        return b""
    if fault := fault_inside(data_dir, name):
        raise OSError(fault.code)
    return (data_dir / name).read_bytes()
