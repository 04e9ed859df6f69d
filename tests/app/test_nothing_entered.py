"""A city that has entered nothing of a kind, or nothing at all, sees its site all the same."""

import shutil
from collections.abc import Collection
from pathlib import Path

import pytest

from generator.app.publication import Published
from generator.app.sources import check_folder, read_settings
from generator.model.problems import has_errors
from worlds.command import congkhai
from worlds.published import publish
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

DATASETS = {dataset.name: dataset.paths for dataset in read_settings(SMALL)[1].datasets}


def emptied(folder: Path, names: Collection[str]) -> Path:
    """The small city whose tables of these names have a header and no row."""
    data = shutil.copytree(SMALL, folder / "data")
    for name in names:
        for path in DATASETS[name]:
            head, *_ = (data / path).read_text("utf-8").splitlines(keepends=True)
            (data / path).write_text(head, "utf-8")
    return data


def published(data: Path) -> Published:
    """The publication of a folder, every page of it made."""
    made = publish(data)
    assert [page for page in made.publication.pages if not page.body] == []
    return made


@pytest.mark.parametrize("name", DATASETS)
def test_one_empty_table_is_a_finding_or_a_site(name: str, tmp_path: Path) -> None:
    data = emptied(tmp_path, [name])
    if not has_errors(check_folder(data).problems):
        published(data)


def test_nothing_at_all_is_a_site_that_says_so(tmp_path: Path) -> None:
    data = emptied(tmp_path, DATASETS)
    checked = congkhai("check", "--data", data)
    assert checked.status == 0 and "[calendar-empty]" in checked.said
    pages = {page.url: page.body for page in published(data).publication.pages}
    assert "Chưa có hồ sơ nào trong kỳ số liệu." in pages[""]
    assert "Chưa có trường hợp phê bình nào" in pages["phe-binh/"]
    assert "Chưa có bản tin nào" in pages["phat-thanh/"]
    assert "Không có hồ sơ." in congkhai("figures", "--data", data).said


@pytest.mark.parametrize(
    ("kept", "as_of"), [("q1", "2018-12-31"), ("q4", "2018-09-30"), ("q2", "2019-03-31")]
)
def test_a_quarter_without_a_dossier_is_a_page_like_any(
    kept: str, as_of: str, tmp_path: Path
) -> None:
    data = emptied(tmp_path, ["broadcasts"])
    for file in (data / "dossiers").glob("*.csv"):
        if kept not in file.name:
            file.write_text(file.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    settings = data / "city.yaml"
    text = settings.read_text("utf-8").replace("as_of: 2018-12-31", f"as_of: {as_of}")
    settings.write_text(text, "utf-8")
    if not has_errors(check_folder(data).problems):
        published(data)
