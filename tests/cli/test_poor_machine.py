"""Every command on a machine that has next to nothing, in a process of its own."""

import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from worlds.commands import ENGLISH, commands
from worlds.paths import CONGKHAI, ROOT
from worlds.small import SMALL
from worlds.worn_disk import run_on, unshare

CONFIG = ("--config", str(ROOT / "mkdocs.yml"))
WORDS: dict[str, Sequence[str]] = {
    "check": (),
    "figures": (),
    "today": ("2018-12-31",),
    "due list": (),
    "due": ("--received", "2018-02-12", "--limit", "same_day"),
    "speak": ("Xin chào",),
    "build": ("--plain", *CONFIG, "--out", "{out}/site"),
    "serve": (*CONFIG, "--port", "{port}"),
    "desk": ("--port", "{port}", "--no-browser"),
    "publish": ("2018-12-31", "--yes", *CONFIG, "--out", "{out}/site"),
    "bulletin": ("--week", "2018-W40", "--out", "{out}/kich-ban.txt"),
    "approve": ("2018-W40",),
    "podcast": ("--out", "{out}/nghe", "--address", "https://congkhai.example/", "--weeks", "1"),
    "aired": ("2018-W40", "--at", "2018-10-07T06:00"),
    "report": ("--quarter", "2018-Q4", "--no-pdf", "--out", "{out}/bao-cao"),
    "verify": ("{data}",),
    "sample": ("--out", "{out}/mau", "--dossiers", "10"),
    "edition close": ("2018-Q4",),
    "edition list": (),
    "edition diff": ("2018-Q3", "2018-Q4"),
    "edition sign": ("{data}", "--secret-key", "{data}/khoa"),
    "edition sign-log": ("--secret-key", "{data}/khoa"),
    "edition add-signature": ("{data}/khoa",),
    "witness": ("{data}", "--key", "{data}/khoa"),
    "forget": ("--out", "{out}/ban-sao", "--yes"),
    "import": ("{data}/commendations.csv", "--dry-run"),
    "import dossiers": ("{data}/commendations.csv", "--dry-run"),
    "template": ("--out", "{out}/so.xlsx"),
    "new": ("{out}/moi", "--kind", "xa", "--name", "Xã Hoa Sen"),
    "completion": ("bash",),
    "schema": ("city",),
    "key": ("khoa.example", "--out", "{out}/khoa"),
}
"""What each command is asked for."""
WITHOUT_DATA = ("edition sign", "verify", "witness", "key", "new", "completion", "schema")
POOR = 'ulimit -n 32; ulimit -v 1048576; exec "$@" <&-'
ENVIRONMENT = {"PATH": "/khong/co", "LC_ALL": "C", "TMPDIR": "/khong/co"}
ENDS = (0, 1, 2)


@pytest.fixture
def port() -> Iterator[int]:
    """A port in use."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield int(taken.getsockname()[1])


def line(name: str, data: Path, out: Path, port: int) -> list[str]:
    """A command line."""
    words = [word.format(data=data, out=out, port=port) for word in WORDS[name]]
    where = [] if name in WITHOUT_DATA else ["--data", str(data)]
    return [str(CONGKHAI), *name.split(), *words, *where]


def assert_in_a_sentence(said: str, *places: object) -> None:
    """Nothing but Vietnamese, the names of files and what is to be typed."""
    for place in places:
        said = said.replace(str(place), "")
    said = re.sub(r"--[a-z-]+|[\w/]+\.(csv|yaml|zip|txt)|[A-Z]+SUMS|git [a-z-]+", "", said)
    assert not ENGLISH.findall(said), said


def test_every_command_is_asked_for_something() -> None:
    assert WORDS.keys() == commands().keys()


@pytest.mark.parametrize("name", WORDS)
def test_every_command_ends_in_a_sentence(name: str, port: int, tmp_path: Path) -> None:
    data = shutil.copytree(SMALL, tmp_path / "dữ liệu")
    command = line(name, data, tmp_path, port)
    done = subprocess.run(
        ["/bin/sh", "-c", POOR, "sh", *command], env=ENVIRONMENT, capture_output=True, check=False
    )
    said = done.stderr.decode("utf-8")
    assert done.returncode in ENDS, (done.returncode, said)
    assert_in_a_sentence(said, tmp_path)
    assert bool(said) or not done.returncode


def test_too_little_memory_is_told_before_anything_dies_of_it() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -v 500000; exec "$@"', "sh", str(CONGKHAI), "figures"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and "ulimit -v" in done.stderr


@pytest.mark.parametrize("name", ["aired", "bulletin"])
def test_what_only_reads_is_told_of(name: str, port: int, tmp_path: Path) -> None:
    try:
        unshare()
    except RuntimeError as lacking:
        pytest.skip(str(lacking))
    disk = tmp_path / "đĩa"
    command = line(name, disk / "data", disk, port)
    start = tmp_path / "gốc"
    shutil.copytree(SMALL, start / "data")
    status, said = run_on(disk, "read-only", *command, start=start, kept=tmp_path / "giữ")
    assert status == 2 and "nơi này chỉ đọc được" in said, said
