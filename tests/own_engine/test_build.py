"""A site by our own engine: alone, anew after an edit, and never half."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.app.site import BuildFailed
from generator.output.previous import PreviousBuild
from generator.own_engine import build
from worlds.edition_folder import City
from worlds.paths import ROOT
from worlds.shell_site import build_by_hand, copy_project, tree
from worlds.small import SMALL

BLOCKED = """
import sys
for name in ("mkdocs", "material", "properdocs", "zensical"):
    sys.modules[name] = None
from generator.cli.app import main
sys.argv = ["congkhai", "build", "--plain", "--engine", "none", *sys.argv[1:]]
main()
"""


def test_it_needs_no_other_engine(tmp_path: Path) -> None:
    words = ("--data", str(SMALL), "--out", str(tmp_path / "site"))
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "thu-tuc" / "index.html").is_file()


def test_a_city_says_in_its_settings_that_it_wants_no_other_engine(tmp_path: Path) -> None:
    city = City(tmp_path)
    city.edit("city.yaml", "sample:", "engine: none\nsample:")
    out = city.root / "site"
    status, said = city.run("build", "--plain", "--out", str(out))
    assert status == 0, said
    assert not (out / "assets" / "stylesheets").exists()
    assert city.run("verify", str(out), "--rebuild")[0] == 0
    status, said = city.run("build", "--plain", "--engine", "mkdocs", "--out", str(out))
    assert status == 0, said
    assert (out / "assets" / "stylesheets").exists()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_build_anew_gives_what_a_first_one_gives(tmp_path: Path) -> None:
    config, data = copy_project(tmp_path / "p"), tmp_path / "data"
    shutil.copytree(SMALL, data)
    out, previous = tmp_path / "site", PreviousBuild()
    build(config, data=data, out=out, previous=previous)
    edit(config, "toc_depth: 2-3", "toc_depth: 2-4")
    edit(tmp_path / "p" / "content" / "tiep-can" / "index.md", "\n# ", "\nMột câu mới.\n\n# ")
    edit(tmp_path / "p" / "site_templates" / "frame" / "base.html", "<main ", '<main id="m" ')
    edit(data / "city.yaml", "name: ", "name: Phường mới, trước là ")
    build(config, data=data, out=out, previous=previous)
    build(config, data=data, out=tmp_path / "fresh", extras=False)
    assert tree(out) == tree(tmp_path / "fresh")
    page = (out / "tiep-can" / "index.html").read_text("utf-8")
    assert "Một câu mới." in page and 'id="m"' in page and "Phường mới, trước là" in page


FAULTS = {
    "content/huong-dan/index.md": ("\n[x](khong-co.md)\n", "khong-co.md"),
    "site_templates/theme/partials/footer.html": ("{% if %}", "Mẫu trang partials/footer.html"),
    "site_templates/frame/base.html": ("{% include 'a.html' %}", "Mẫu trang a.html"),
    "mkdocs.yml": ("\nnav:\n  - Mất: mat.md\n", "mkdocs.yml, mục nav: không có trang “mat.md”"),
}


@pytest.mark.parametrize("path", FAULTS)
def test_what_is_wrong_is_told_and_leaves_the_old_site_whole(tmp_path: Path, path: str) -> None:
    config = copy_project(tmp_path)
    out = tmp_path / "site"
    out.mkdir()
    for mark in ("404.html", "SHA256SUMS"):
        (out / mark).write_text("cũ", "utf-8")
    before, (added, said) = tree(out), FAULTS[path]
    file = tmp_path / path
    file.write_text(file.read_text("utf-8") + added, "utf-8")
    with pytest.raises(BuildFailed) as failed:
        build_by_hand(config, out, "mới", build=build)
    assert said in str(failed.value)
    assert tree(out) == before and not list(tmp_path.glob(".site-*"))


def test_a_page_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    (tmp_path / "content" / "la.md").write_bytes("café".encode("cp1258"))
    with pytest.raises(BuildFailed, match=r"^Trang viết tay la\.md không ghi bằng UTF-8"):
        build_by_hand(config, tmp_path / "site", "x", build=build)


def test_what_people_keep_for_themselves_is_not_published(tmp_path: Path) -> None:
    config, content = copy_project(tmp_path), tmp_path / "content"
    for path in (".nhap.md", "templates/mau.md", "huong-dan/.an/x.md"):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text("# Nháp", "utf-8")
    (content / "tai-lieu.pdf").write_bytes(b"%PDF")
    build_by_hand(config, tmp_path / "site", "x", build=build)
    made = tree(tmp_path / "site")
    assert made["tai-lieu.pdf"] == b"%PDF"
    assert not [path for path, told in made.items() if "Nháp".encode() in told]
