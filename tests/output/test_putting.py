"""What is asked for is written whole, or not at all: a full disk leaves nothing that is half."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.output.putting import put_files
from worlds.paths import ROOT

LITTLE = 4096
ONCE = """
import resource, signal, sys
from pathlib import Path
from generator.output.putting import put_files
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
put_files({{Path(name): b"x" * int(size) for name, size in zip(sys.argv[1::2], sys.argv[2::2])}})
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def test_files_are_laid_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    put_files({tmp_path / "a": b"new", tmp_path / "x/y/b": b"b"})
    assert tree(tmp_path) == {"a": b"new", "x": b"", "x/y": b"", "x/y/b": b"b"}


def test_a_disk_that_takes_no_more_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    before = tree(tmp_path)
    wanted = {"a": 10, "x/y/b": LITTLE + 1, "c": 10}
    words = [word for name, size in wanted.items() for word in (str(tmp_path / name), str(size))]
    made = subprocess.run(
        [sys.executable, "-c", ONCE.format(LITTLE), *words],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert made.returncode == 1 and b"File too large" in made.stderr
    assert b"x/y/b'" in made.stderr  # the name that was asked for
    assert tree(tmp_path) == before


def test_a_place_that_is_a_folder_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    before = tree(tmp_path)
    with pytest.raises(IsADirectoryError):
        put_files({tmp_path / "new/a": b"a", tmp_path / "folder": b"b"})
    assert tree(tmp_path) == before


def test_a_link_stays_one_and_a_pipe_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "far").write_bytes(b"old")
    (tmp_path / "link").symlink_to("far")
    reader, writer = os.pipe()
    put_files({tmp_path / "link": b"new", Path(f"/dev/fd/{writer}"): b"said"})
    assert (tmp_path / "link").is_symlink() and (tmp_path / "far").read_bytes() == b"new"
    assert os.read(reader, 10) == b"said"


@pytest.mark.parametrize("room", ["cli", "desk"])
def test_no_face_writes_a_file_otherwise(room: str) -> None:
    """`remaking` writes for its own process; what `streams` and `help` write are no files."""
    found = {
        f"{path.name}:{name}"
        for path in (ROOT / "generator" / room).glob("*.py")
        for name in _written(ast.parse(path.read_text("utf-8")))
    }
    assert found <= {"help.py:write_text", "remaking.py:write_text", "streams.py:open"}


def _written(code: ast.Module) -> list[str]:
    """The names of calls that write into a file."""
    calls = [node for node in ast.walk(code) if isinstance(node, ast.Call)]
    names = [call.func.attr for call in calls if isinstance(call.func, ast.Attribute)]
    opened = [
        "open"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "open"
        and any(isinstance(one, ast.Constant) and one.value in MODES for one in call.args)
    ]
    return [name for name in names if name in ("write_bytes", "write_text")] + opened


MODES = ("w", "wb", "x", "xb", "a", "ab")
