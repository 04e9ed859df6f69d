"""Broken worlds: the small healthy city with one thing changed.

A case is a folder of `tests/datasets/broken/`. `change.yaml` says what is changed: a list of
`[what stands there, what stands there now]` for a file, or one word for the whole file: `missing`,
`folder`, `loop` (a link to itself), `pipe` (which no reading of ends) or `large`; where a
file of the ledger is named, the city has closed an edition (`sealed`: and nothing in that file is
changed). Any other file of the case takes the place of the city's own. `expected.txt` is the whole
report in Vietnamese.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.app.sources import check_folder
from generator.model.own_yaml import own_yaml
from generator.model.problem import Problem
from worlds.paths import DATASETS
from worlds.sealed import SEALED, seal
from worlds.small import SMALL
from worlds.small_memo import small_memo

CASES = sorted(path for path in (DATASETS / "broken").iterdir() if path.is_dir())
ABOUT_THE_CASE = {"change.yaml", "expected.txt"}


def build_world(case: Path, folder: Path) -> Path:
    """Lays the small city with the case's change into `folder`."""
    return build_joint_world([case], folder)


def build_joint_world(cases: Iterable[Path], folder: Path) -> Path:
    """Lays the small city with the changes of several cases, no two of the same file."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for case in cases:
        _lay(case, folder)
    return folder


def _lay(case: Path, folder: Path) -> None:
    for path in sorted(case.rglob("*")):
        if path.is_file() and path.name not in ABOUT_THE_CASE:
            target = folder / path.relative_to(case)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    changes = changes_of(case)
    if SEALED & changes.keys():
        seal(folder)
    change_files(folder, changes)


def change_files(folder: Path, changes: dict[str, Any]) -> None:
    """Changes files of a city as a change.yaml says."""
    for file, how in changes.items():
        _change(folder / file, how)


def files_of(case: Path) -> set[str]:
    """The files of the city that a case changes."""
    own = (path.relative_to(case).as_posix() for path in case.rglob("*") if path.is_file())
    return {*own, *changes_of(case)} - ABOUT_THE_CASE


def changes_of(case: Path) -> dict[str, Any]:
    """What a case's change.yaml says, by file."""
    change = case / "change.yaml"
    return own_yaml(change) if change.exists() else {}


def findings(folder: Path) -> list[Problem]:
    """What a check of the folder finds."""
    return list(check_folder(folder, small_memo()).problems)


def _change(path: Path, how: str | list[list[str]]) -> None:
    if isinstance(how, list):
        text = path.read_bytes().decode("utf-8")
        for old, new in how:
            assert text.count(old) >= 1, f"{path.name} does not hold {old!r}"
            text = text.replace(old, new, 1)
        path.write_bytes(text.encode("utf-8"))
    elif how == "sealed":
        assert path.exists()
    elif how == "large":
        path.write_bytes(path.read_bytes() + b"#" * 1_000_001)
    else:
        path.unlink()
        if how == "folder":
            path.mkdir()
        if how == "loop":
            path.symlink_to(path.name)
        if how == "pipe":
            os.mkfifo(path)


def spliced(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """The bytes with pieces put in: each at a share of the length, over so many bytes."""
    for share, length, piece in cuts:
        at = int(share * len(data))
        data = data[:at] + piece + data[at + length :]
    return data
