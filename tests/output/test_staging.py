"""At the site's address stands the old site or the new one, whatever moment a build dies at."""

import contextlib
import subprocess
import time
from pathlib import Path

import pytest

from generator.output import staging
from generator.output.staging import NotASite, Staging, exchange, exchange_by_renaming
from worlds.paths import TESTS
from worlds.shell_site import PROGRAM, build_by_hand, copy_project, tree

Built = tuple[Path, dict[str, bytes], dict[str, bytes]]


def make_site(folder: Path, text: str) -> Path:
    folder.mkdir()
    for name in ("404.html", "SHA256SUMS", "index.html"):
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory,
) -> Built:
    """A project, and the trees of its old and its new site."""
    folder = tmp_path_factory.mktemp("atomic")
    config = copy_project(folder)
    build_by_hand(config, folder / "new", "mới")
    build_by_hand(config, folder / "site", "cũ")
    return folder, tree(folder / "site"), tree(folder / "new")


@pytest.mark.parametrize("share", [0.5, 0.7, 0.8, 0.88, 0.94, 0.98, 1.02])
def test_kill_9_leaves_one_whole_site(built: Built, share: float) -> None:
    folder, old, new = built
    seconds = share * whole_build_seconds(folder)
    build = start_build(folder)
    with contextlib.suppress(subprocess.TimeoutExpired):
        build.wait(timeout=seconds)
    build.kill()
    build.wait()
    assert tree(folder / "site") in (old, new)


_measured: list[float] = []


def whole_build_seconds(folder: Path) -> float:
    """How long one undisturbed build takes here; measured once."""
    if not _measured:
        started = time.perf_counter()
        assert start_build(folder, "spare").wait() == 0
        _measured.append(time.perf_counter() - started)
    return _measured[0]


def start_build(folder: Path, out: str = "site") -> subprocess.Popen[bytes]:
    words = [str(folder / "mkdocs.yml"), str(folder / out), "mới"]
    return subprocess.Popen([*PROGRAM, *words], cwd=TESTS, stderr=subprocess.DEVNULL)


def test_the_next_build_removes_what_the_dead_ones_left(
    built: Built,
) -> None:
    folder, _, new = built
    (folder / ".site-site-dead").mkdir()
    (folder / ".site-site-dead" / "half.html").write_text("nửa")
    build_by_hand(folder / "mkdocs.yml", folder / "site", "mới")
    assert tree(folder / "site") == new
    assert not list(folder.glob(".site-*"))


def test_a_living_build_keeps_its_folder(tmp_path: Path) -> None:
    one = Staging(tmp_path / "site")
    (one.folder / "index.html").write_text("đang dựng")
    other = Staging(tmp_path / "site")
    assert tree(one.folder) == {"index.html": "đang dựng".encode()}
    other.discard()
    one.discard()
    assert not list(tmp_path.iterdir())


def test_the_exchange_swaps_whole_folders(tmp_path: Path) -> None:
    one, other = make_site(tmp_path / "a", "a"), make_site(tmp_path / "b", "b")
    if not exchange(one, other):
        pytest.skip("hệ tệp này không đổi chỗ hai thư mục trong một bước")
    assert (one / "index.html").read_text() == "b"
    assert (other / "index.html").read_text() == "a"


def test_without_exchange_two_renames_do(tmp_path: Path) -> None:
    site, new = make_site(tmp_path / "site", "cũ"), make_site(tmp_path / "x", "mới")
    exchange_by_renaming(new, site)
    assert (site / "index.html").read_text() == "mới"
    assert (new / "index.html").read_text() == "cũ"


def test_a_two_step_swap_that_died_is_recovered(tmp_path: Path) -> None:
    make_site(tmp_path / "site", "cũ").rename(tmp_path / ".site-site.old")
    Staging(tmp_path / "site").discard()
    assert (tmp_path / "site" / "index.html").read_text() == "cũ"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    make_site(tmp_path / "real" / "www", "cũ")
    (tmp_path / "site").symlink_to(tmp_path / "real" / "www")
    build = Staging(tmp_path / "site")
    make_site(build.folder / "in", "mới")
    build.replace()
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "site" / "in" / "index.html").read_text() == "mới"


@pytest.mark.parametrize("name", [".git", "notes.txt"])
def test_a_foreign_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).mkdir()
    with pytest.raises(NotASite):
        Staging(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(NotASite):
        staging.Staging(tmp_path / "site")
