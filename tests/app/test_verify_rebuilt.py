"""Whatever is changed in a site, added to it or taken away is found without any data."""

import json
import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from datafolder.test_own_tables import city_with
from generator import mkdocs_plugin
from generator.app.restored import read_source
from generator.app.verify_rebuilt import Remade, check_remade, unlike
from generator.ledger.checksums import FILE
from generator.model.site_paths import SOURCE
from generator.model.verify_words import said
from generator.pages.shell.offline import ARCHIVE
from generator.verify import Site, open_site, render_steps
from worlds.command import congkhai
from worlds.edition_folder import City
from worlds.forged import Forged
from worlds.once import Once
from worlds.paths import ROOT
from worlds.remade import remade_site


@pytest.fixture(scope="session")
def remade(built_site: Path, once: Once) -> Remade:
    """The shipped data's site, built from its own source."""

    def make(folder: Path) -> None:
        assert remade_site(built_site, folder / "remade").outcome == "built"

    return Remade("built", once.made("sample-remade", make) / "remade" / "site")


def places(site: Site, remade: Remade) -> set[str]:
    return {found.place for found in unlike(site, remade.folder)}


def test_the_sample_is_a_function_of_what_it_publishes(built_site: Path, remade: Remade) -> None:
    assert remade.outcome == "built"
    with open_site(built_site) as site:
        step = check_remade(site, remade)
        assert step.state == "right", step.findings[:5]
        assert step.looked == set(site.paths)
        report = render_steps([step], site.paths)
    assert "trang viết tay" in report and "không thấy chỗ nào sai" not in report


def test_the_offline_copy_is_too(built_site: Path, remade: Remade) -> None:
    with open_site(built_site / ARCHIVE) as copy:
        assert check_remade(copy, remade).state == "right"


def kind(path: str) -> tuple[str, int, str]:
    """The section, the depth and the endings of a file: one of each kind is changed."""
    parts = PurePosixPath(path)
    return parts.parts[0], len(parts.parts), "".join(parts.suffixes)


def one_of_each(paths: Iterable[str]) -> list[str]:
    kinds: dict[tuple[str, int, str], str] = {}
    for path in paths:
        kinds[kind(path)] = path
    return sorted(kinds.values())


def test_a_file_of_every_kind_is_named_when_it_was_changed_and_the_sums_made_anew(
    built_site: Path, remade: Remade, tmp_path: Path
) -> None:
    forged = Forged(built_site, tmp_path)
    with open_site(forged.folder) as site:
        chosen = one_of_each(site.paths)
    assert len(chosen) > 60
    for path in chosen:
        content = (forged.folder / path).read_bytes()
        middle = len(content) // 2
        forged.write(path, content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    with open_site(forged.folder) as site:
        assert places(site, remade) >= set(chosen)
        assert check_remade(site, remade).state == "wrong"


def test_pages_added_and_taken_away_are_named(
    built_site: Path, remade: Remade, tmp_path: Path
) -> None:
    forged = Forged(built_site, tmp_path)
    (forged.folder / "phe-binh/pb-2018-999").mkdir()
    forged.write("phe-binh/pb-2018-999/index.html", "<p>Phê bình bịa</p>")
    (forged.folder / "phe-binh/pb-2018-010/index.html").unlink()
    forged.make_sums_fit()
    with open_site(forged.folder) as site:
        found = {item.place: item.sentence for item in check_remade(site, remade).findings}
    assert found["phe-binh/pb-2018-999/index.html"] == said("remade-added")
    assert found["phe-binh/pb-2018-010/index.html"] == said("remade-missing")
    assert set(found) == {*found, FILE}


def test_a_page_of_the_offline_copy_is_named(
    built_site: Path, remade: Remade, tmp_path: Path
) -> None:
    copy = tmp_path / "a.zip"
    with (
        zipfile.ZipFile(built_site / ARCHIVE) as old,
        zipfile.ZipFile(copy, "w") as new,
    ):
        for info in old.infolist():
            content = old.read(info)
            is_page = info.filename.endswith("phe-binh/index.html")
            new.writestr(info, content.replace(b"</h1>", b"!</h1>", 1) if is_page else content)
    with open_site(copy) as site:
        assert places(site, remade) == {"phe-binh/index.html"}


def test_another_program_and_a_source_that_builds_nothing_are_told(built_site: Path) -> None:
    with open_site(built_site) as site:
        other = check_remade(site, Remade("other-program", built_site, "9.9.9", "0.1.0"))
        assert other.state == "unknown" and "9.9.9" in other.sentence and not other.looked
        assert check_remade(site, Remade("slow", built_site)).state == "unknown"
        assert check_remade(site, Remade("failed", built_site)).state == "wrong"


@pytest.fixture(scope="module")
def small_city(once: Once) -> Path:
    """The small city with a table of its own, an edition closed, and a history in git."""
    return once.made("small-remade", _lay_small_city) / "site"


def _lay_small_city(folder: Path) -> None:
    city = City(folder / "city")
    own = city_with(folder / "own", "Trụ sở tiếp công dân")
    for name in ("datapackage.yaml", "meetings.csv"):
        shutil.copy(own / name, city.data)
    city.save("Thêm lịch tiếp công dân")
    city.closed("2018-Q4")
    city.save("Kỳ công bố 2018-Q4")
    mkdocs_plugin.build(ROOT / "mkdocs.yml", data=city.data, out=folder / "site", extras=False)


def changed(site: Path, folder: Path, change: dict[str, Any]) -> Path:
    """A copy of a site with some parts of its source replaced."""
    copy = shutil.copytree(site, folder / "copy", copy_function=os.link)
    source = json.loads((site / SOURCE).read_text("utf-8"))
    (copy / SOURCE).unlink()
    (copy / SOURCE).write_text(json.dumps(source | change, ensure_ascii=False), "utf-8")
    return copy


def test_a_source_that_leads_out_of_its_folder_writes_nothing_there(
    small_city: Path, tmp_path: Path
) -> None:
    source = json.loads((small_city / SOURCE).read_text("utf-8"))
    units = source["records"]["units"]
    rows = [["../../../../ra-ngoai", *row[1:]] for row in units["rows"][:1]]
    records = source["records"] | {"units": units | {"rows": rows + units["rows"][1:]}}
    hostile = changed(small_city, tmp_path, {"records": records})
    assert remade_site(hostile, tmp_path / "a/b/c/d/remade").outcome != "slow"
    assert not list(tmp_path.rglob("ra-ngoai*"))


def test_the_command_builds_a_city_with_a_history_and_a_table_of_its_own_again(
    small_city: Path,
) -> None:
    with open_site(small_city) as site:
        source = read_source(site)
    assert source.saved and source.commit and source.own_tables
    done = congkhai("verify", small_city)
    assert done.status == 0, done.said
    assert "Dựng lại trang từ tệp nguồn: ĐÚNG" in done.said and said("not-sealed") in done.said
    assert done.said.endswith("KẾT LUẬN: trong những gì đã đối chiếu, không có gì sai.\n")


def test_the_command_names_a_page_that_was_changed(small_city: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(small_city, tmp_path / "copy")
    page = copy / "huong-dan/index.html"
    page.write_text(page.read_text("utf-8").replace("</h1>", "!</h1>", 1), "utf-8")
    done = congkhai("verify", copy)
    assert done.status == 1 and f"huong-dan/index.html: {said('remade-changed')}" in done.said
