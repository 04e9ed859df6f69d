"""What a full disk, a disk that only reads, a killed process and a second one beside it leave."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from git import Repo

from generator.ledger.chain import parse_chain
from worlds.command import congkhai
from worlds.edition_folder import City
from worlds.once import Once
from worlds.paths import CONGKHAI, ROOT
from worlds.shell_site import tree
from worlds.small import SMALL
from worlds.worn_disk import run_on, unshare

FULL, READS_ONLY = "đĩa đã đầy", "nơi này chỉ đọc được"
Ran = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module", autouse=True)
def _namespace() -> None:
    try:
        unshare()
    except RuntimeError as lacking:
        pytest.skip(str(lacking))


def build_words(out: Path) -> list[str]:
    return ["build", "--plain", "--config", str(ROOT / "mkdocs.yml"),
            "--data", str(SMALL), "--out", str(out)]  # fmt: skip


def build(out: Path) -> list[str]:
    return [str(CONGKHAI), *build_words(out)]


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """A folder that holds a built site."""

    def make(folder: Path) -> None:
        assert congkhai(*build_words(folder / "site")).status == 0

    return once.made("small-plain", make)


@pytest.mark.parametrize(
    ("left", "why"), [(0, FULL), (300, FULL), (3_000, FULL), ("read-only", READS_ONLY)]
)
def test_a_build_without_room_leaves_the_last_site(
    site: Path, tmp_path: Path, left: int | str, why: str
) -> None:
    disk, kept = tmp_path / "đĩa", tmp_path / "giữ"
    status, said = run_on(disk, left, *build(disk / "site"), start=site, kept=kept)
    assert status == 2 and why in said, said
    assert tree(kept / "site") == tree(site / "site")
    assert [path.name for path in kept.iterdir()] == ["site"]


@pytest.fixture
def city(tmp_path: Path) -> City:
    city = City(tmp_path)
    city.repo.git.gc("--quiet")
    return city


@pytest.mark.parametrize("left", [0, 4, 8, 12, 16, 20, 24, 32, "read-only"])
def test_a_closing_without_room_is_done_or_can_be_done_again(
    city: City, tmp_path: Path, left: int | str
) -> None:
    disk, kept = tmp_path / "đĩa", tmp_path / "giữ"
    close = [str(CONGKHAI), "edition", "close", "2018-Q4", "--data", str(disk / city.data.name)]
    status, said = run_on(disk, left, *close, start=city.root, kept=kept)
    assert status in (0, 2), said
    if status:
        assert FULL in said or READS_ONLY in said, said
    city.root, city.data, city.repo = kept, kept / city.data.name, Repo(kept)
    if status:
        city.closed("2018-Q4")
    assert_closed_once(city)


def assert_closed_once(city: City) -> None:
    """One tag, one closing line, every line whole, nothing unsaved, nothing lost."""
    assert [tag.name for tag in city.repo.tags] == ["edition/2018-Q4"]
    ledger = parse_chain((city.data / "ledger.jsonl").read_bytes())
    assert [line.edition for line in ledger.editions] == ["2018-Q4"]
    assert len({line.record for line in ledger.lines}) == len(ledger.lines)
    assert not city.repo.is_dirty(untracked_files=True)
    city.repo.git.fsck("--strict")


def together(*commands: list[str]) -> list[tuple[int, str]]:
    """Runs commands side by side: their exits and what they said."""
    running = [
        subprocess.Popen(c, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for c in commands
    ]
    said = [process.communicate()[0] for process in running]
    assert not any("Traceback" in text for text in said), said
    return [(p.returncode, text) for p, text in zip(running, said, strict=True)]


def test_two_closings_at_once_close_one_edition(city: City) -> None:
    close = [str(CONGKHAI), "edition", "close", "2018-Q4", "--data", str(city.data)]
    done = sorted(together(close, close))
    assert [status for status, _ in done] == [0, 2]
    assert "đã đóng rồi" in done[1][1]
    assert_closed_once(city)


def test_two_builds_at_once_leave_one_whole_site(site: Path, tmp_path: Path) -> None:
    done = together(build(tmp_path / "site"), build(tmp_path / "site"))
    assert [status for status, _ in done] == [0, 0], done
    assert tree(tmp_path / "site") == tree(site / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("opened", [1, 8, 20])
def test_a_killed_check_leaves_nothing(city: City, tmp_path: Path, opened: int) -> None:
    """The process is killed when it opens its nth file of the data."""
    before = tree(city.root)
    killer = tmp_path / "killer"
    killer.mkdir()
    (killer / "sitecustomize.py").write_text(
        "import os, signal, sys\nleft = [int(os.environ['KILL_AT'])]\n"
        "def watch(event, args):\n"
        "    if event == 'open' and os.environ['DATA'] in str(args[0]):\n"
        "        left[0] -= 1\n"
        "        if left[0] == 0:\n            os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(watch)\n",
        "utf-8",
    )
    here = tmp_path / "tạm"
    here.mkdir()
    path = f"{killer}{os.pathsep}{ROOT}"
    places = {"PYTHONPATH": path, "KILL_AT": str(opened), "DATA": city.data.name,
              "TMPDIR": str(here)}  # fmt: skip
    command = [str(CONGKHAI), "check", "--data", str(city.data)]
    done = subprocess.run(command, env=os.environ | places, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert tree(city.root) == before and not list(here.iterdir())
    assert city.run("check")[0] == 0
    shutil.rmtree(killer)
