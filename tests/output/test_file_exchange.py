"""Several files are replaced as one, whatever moment the machine dies at."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.output.file_exchange import PLAN, Replacement, finish_replacing, replace_files
from generator.output.staging import FileChanged
from worlds.paths import ROOT

OLD = {"mot.csv": b"a\n1\n", "hai.csv": b"b\n2\n", "ba.csv": b"c\n3\n"}
NEW = {name: content + b"9\n" for name, content in OLD.items()}
DIES = """
import os, sys
from pathlib import Path
from generator.output.file_exchange import Replacement, replace_files
left = int(sys.argv[2])
def hook(event, _):
    global left
    if event == "os.rename":
        if not left:
            os._exit(9)
        left -= 1
folder = Path(sys.argv[1])
read = {path: path.read_bytes() for path in sorted(folder.iterdir())}
found = [Replacement(path, old, old + b"9\\n") for path, old in read.items()]
sys.addaudithook(hook)
replace_files(folder, found)
"""
"""Replaces every file of a folder, and dies before so many renamings."""


def laid(folder: Path) -> Path:
    folder.mkdir()
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    return folder


def there(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".csv"}


def replacements(folder: Path) -> list[Replacement]:
    return [Replacement(folder / name, OLD[name], NEW[name]) for name in OLD]


def test_all_are_replaced_and_nothing_is_left(tmp_path: Path) -> None:
    folder = laid(tmp_path / "dữ liệu")
    (folder / "mot.csv").chmod(0o640)
    replace_files(folder, replacements(folder))
    assert there(folder) == NEW and len(list(folder.iterdir())) == len(OLD)
    assert (folder / "mot.csv").stat().st_mode & 0o777 == 0o640
    assert not finish_replacing(folder)


@pytest.mark.parametrize("renamed", range(5))
def test_a_machine_that_dies_between_leaves_all_or_none(tmp_path: Path, renamed: int) -> None:
    """Before the plan's own renaming none is another one; after it all come in the end."""
    folder = laid(tmp_path / "data")
    command = [sys.executable, "-c", DIES, str(folder), str(renamed)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == (9 if renamed < 4 else 0), done.stderr.decode()
    assert (folder / PLAN).exists() == (0 < renamed < 4)
    named = finish_replacing(folder)
    assert there(folder) == (NEW if renamed else OLD)
    assert sorted(named) == (sorted(OLD) if 0 < renamed < 4 else [])
    assert not (folder / PLAN).exists()


def test_one_that_somebody_has_changed_leaves_all_as_they_were(tmp_path: Path) -> None:
    folder = laid(tmp_path / "data")
    (folder / "ba.csv").write_bytes(b"other\n")
    with pytest.raises(FileChanged, match="ba"):
        replace_files(folder, replacements(folder))
    assert there(folder) == {**OLD, "ba.csv": b"other\n"}
    assert len(list(folder.iterdir())) == len(OLD)


def test_what_was_changed_meanwhile_is_not_overwritten_in_the_end(tmp_path: Path) -> None:
    folder = laid(tmp_path / "data")
    command = [sys.executable, "-c", DIES, str(folder), "1"]
    subprocess.run(command, cwd=ROOT, check=False)
    (folder / "hai.csv").write_bytes(b"by hand\n")
    before = there(folder)
    with pytest.raises(FileChanged, match="hai"):
        finish_replacing(folder)
    assert there(folder) == before
