"""The face towards the engine: one small site is built once and looked at from all sides."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.__main__ import cli as mkdocs

from generator.app.site import BuildFailed
from generator.app.sources import Refused
from generator.mkdocs_plugin import build
from generator.model.site_paths import SOURCE
from worlds.once import Once
from worlds.paths import ROOT
from worlds.searched import searched_in
from worlds.shell_site import (
    RECORD_FRAMES,
    build_by_hand,
    copy_project,
    publish_mark,
    published,
    publishing,
    tree,
)


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    def make(folder: Path) -> None:
        build_by_hand(copy_project(folder), folder / "site", "lần một")

    return once.made("made-by-hand", make) / "site"


def test_every_address_of_the_design_exists(site: Path) -> None:
    sections = (
        "neu-guong phe-binh thu-tuc don-vi cong-van-643 phat-thanh giam-sat du-lieu dinh-chinh "
        "phuong-phap huong-dan du-lieu/tu-dien"
    )
    for url in ["", *sections.split(), *(f"{frame}/mot" for frame in RECORD_FRAMES)]:
        html = (site / url / "index.html").read_text("utf-8")
        assert len(re.findall(r"<h1\b", html)) <= 1
        assert "Dữ liệu mẫu, không phải số liệu thật" in html


def test_frames_are_gone_from_pages_listings_and_folders(site: Path) -> None:
    for path, content in tree(site).items():
        assert "__slug__" not in path
        assert b"__slug__" not in content or path == SOURCE, path
    assert not list(site.rglob("__slug__"))
    assert not list(site.glob("sitemap.*")), "a site without an address has none"


def test_a_record_page_keeps_hostile_text_as_text(site: Path) -> None:
    html = (site / "phe-binh" / "mot" / "index.html").read_text("utf-8")
    assert "<title>Phường &lt;Một&gt; · Công khai &lt;kỷ cương&gt;</title>" in html
    assert html.count("<p>__body__ __title__ &lt;script&gt;alert(1)&lt;/script&gt;</p>") == 1
    assert '<a href="../" aria-current="true">Phê bình</a>' in html


def test_record_pages_are_in_the_search_as_plain_text(site: Path) -> None:
    documents = searched_in(site).documents
    entries = {url: told for url, *told in documents}
    assert len(entries) == len(documents)
    for frame in RECORD_FRAMES:
        assert entries[f"{frame}/mot/"] == ["Phường <Một>", "tìm lần một <i>"]
    assert "__body__" not in str(documents)


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    asking = re.compile(
        r"""(?:\bsrc|\bsrcset|\bposter|<link[^>]*\bhref|\baction)\s*=\s*["']?(https?:)?//"""
        r"""|url\(\s*["']?(https?:)?//|@import"""
    )
    for path, content in tree(site).items():
        if path.endswith((".html", ".css", ".svg")):
            found = asking.search(content.decode())
            assert not found, f"{path}: {found and found.group()}"


TODAY = re.compile(r"\b202[5-9]-\d\d-\d\d")
"""A day that only a clock can have told, but where somebody has written it by hand."""


def test_no_page_has_an_inline_handler_or_a_clock(site: Path) -> None:
    pages = (ROOT / "content").rglob("*.md")
    written = {day for page in pages for day in TODAY.findall(page.read_text("utf-8"))}
    for path, content in tree(site).items():
        if path.endswith(".html"):
            html = content.decode()
            assert not re.search(r"<[^>]+\son[a-z]+\s*=", html), path
            assert set(TODAY.findall(html)) <= written, path
            assert "mkdocs-" not in html, path


def test_two_builds_in_two_folders_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "một nơi khác"
    build_by_hand(copy_project(other), other / "out", "lần một")
    assert tree(other / "out") == tree(site)


def test_the_engine_alone_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    with publishing(lambda *_: published("lần một")), pytest.raises(SystemExit) as ended:
        mkdocs(["build", "-q", "-f", str(config), "-d", str(tmp_path / "out")])
    assert not ended.value.code
    assert tree(tmp_path / "out") == tree(site)


def test_the_data_of_another_city_are_taken_from_where_they_lie(tmp_path: Path) -> None:
    config = copy_project(tmp_path / "p")
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "mark.txt").write_text("nơi khác", "utf-8")
    with publishing(publish_mark):
        done = build(config, data=tmp_path / "city")
    assert "<p>nơi khác</p>" in (done.folder / "don-vi" / "index.html").read_text("utf-8")
    hand_written = [path for path in (ROOT / "content").rglob("*.md") if path.stem != "__slug__"]
    assert done.page_count == len(hand_written) + len(RECORD_FRAMES)
    assert (done.row_count, done.problem_count) == (12, 0)


def test_real_data_has_no_ribbon(tmp_path: Path) -> None:
    build_by_hand(copy_project(tmp_path), tmp_path / "site", "x", sample=False)
    assert "Dữ liệu mẫu" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_broken_link_in_content_leaves_the_old_site_whole(site: Path, tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    build_by_hand(config, tmp_path / "site", "lần một")
    guide = tmp_path / "content" / "huong-dan" / "index.md"
    guide.write_text(guide.read_text("utf-8") + "\n[x](khong-co.md)\n", "utf-8")
    with pytest.raises(BuildFailed, match="khong-co"):
        build_by_hand(config, tmp_path / "site", "lần hai")
    assert tree(tmp_path / "site") == tree(site)
    assert not list(tmp_path.glob(".site-*"))


def test_a_failed_check_leaves_the_old_site_and_says_why(site: Path, tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "city.yaml").write_text("city: [", "utf-8")
    shutil.copytree(site, tmp_path / "site")
    with pytest.raises(Refused) as refused:
        build(config)
    plain = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)],
        capture_output=True,
        check=False,
    )
    assert plain.returncode == 1
    assert "city.yaml" in str(refused.value)
    assert str(refused.value).splitlines()[0] in plain.stderr.decode()
    assert b"Traceback" not in plain.stderr
    assert tree(tmp_path / "site") == tree(site)
    assert not list(tmp_path.glob(".site-*"))


def test_a_folder_that_is_not_a_site_is_never_replaced(tmp_path: Path) -> None:
    config = copy_project(tmp_path / "p")
    home = tmp_path / "home"
    home.mkdir()
    (home / "luận văn.docx").write_bytes(b"quan trong")
    with pytest.raises(BuildFailed, match=r"^Thư mục .* không phải là trang do congkhai dựng"):
        build_by_hand(config, home, "x")
    assert tree(home) == {"luận văn.docx": b"quan trong"}
