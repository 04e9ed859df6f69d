"""A site put where people read it: all of it, nothing else, and never over what is no site."""

import shutil
from pathlib import Path

import pytest

from generator.output.delivery import NotDelivered, put_in_folder, put_on_host

SITES = (
    {"404.html": "không có", "SHA256SUMS": "…", "index.html": "cũ", "cu/index.html": "đã bỏ"},
    {"404.html": "không có", "SHA256SUMS": "…!", "index.html": "mới", "moi/index.html": "thêm"},
)


def _lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _read(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture
def sites(tmp_path: Path) -> list[Path]:
    """Two editions of a site."""
    return [_lay(tmp_path / f"site-{number}", files) for number, files in enumerate(SITES)]


def test_a_folder_holds_the_newest_site_and_nothing_of_the_old(
    sites: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "www" / "cong-khai"
    for site, files in zip([*sites, sites[1]], [*SITES, SITES[1]], strict=True):
        put_in_folder(site, target)
        assert _read(target) == files
    assert [path.name for path in target.parent.iterdir()] == ["cong-khai"]


def test_what_is_no_site_is_not_replaced(sites: list[Path], tmp_path: Path) -> None:
    target = _lay(tmp_path / "www", {"anh.jpg": "ảnh gia đình"})
    with pytest.raises(NotDelivered, match="không phải trang do congkhai dựng"):
        put_in_folder(sites[0], target)
    assert _read(target) == {"anh.jpg": "ảnh gia đình"}


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A machine that rsync reaches: this one, by a shell that takes the name for itself."""
    if not shutil.which("rsync"):
        pytest.skip("không có rsync (gói rsync của Debian)")
    shell = tmp_path / "shell"
    shell.write_text('#!/bin/sh\nshift\nexec "$@"\n')
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    (tmp_path / "www").mkdir()
    return f"may-chu.example:{tmp_path}/www/cong-khai"


def test_a_host_holds_the_newest_site_and_nothing_of_the_old(
    host: str, sites: list[Path], tmp_path: Path
) -> None:
    for site, files in zip(sites, SITES, strict=True):
        put_on_host(site, host)
        assert _read(tmp_path / "www" / "cong-khai") == files


def test_a_host_that_refuses_is_told_of(host: str, sites: list[Path], tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "www")
    with pytest.raises(NotDelivered, match=r"Không chép được trang sang .*rsync, mã"):
        put_on_host(sites[0], f"{host}/khong/co")


def test_a_machine_without_rsync_says_so(
    sites: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/khong/co")
    with pytest.raises(NotDelivered, match="chưa có rsync"):
        put_on_host(sites[0], "may-chu.example:/srv/www")
