"""Feeds, scripts and the numbers of charts are held against records, figures and one another."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.verify import open_site
from generator.verify.made_files import check_made_files
from worlds.forged import Forged

FEED, ALL, TOLD = "phe-binh/atom.xml", "atom.xml", "dinh-chinh/atom.xml"
SCRIPT = "phat-thanh/2018-w40/ban-tin"
CHART = "bieu-do/don-vi/p-dong-tho/theo-quy.csv"


def found(forged: Forged) -> list[str]:
    with open_site(forged.folder) as site:
        return [f"{item.place}: {item.sentence}" for item in check_made_files(site).findings]


@pytest.mark.parametrize("copy", ["", "du-lieu/ban-ngoai-tuyen.zip"])
def test_what_was_made_is_right(built_site: Path, copy: str) -> None:
    with open_site(built_site / copy) as site:
        step = check_made_files(site)
    assert step.state == "right", step.findings
    assert CHART in step.looked and len(step.looked) > 50


REWORDED = [
    (FEED, "<summary>", "<summary>Không ", "tin về pb-"),
    (ALL, "Ba lần liên tiếp cử người", "Một lần cử người", "tin về pb-2018-027 không đúng như"),
    (TOLD, "bị ghi nhầm, ", "bị ghi nhầm hết, ", "tin về pb-2018-027 không đúng như"),
    (TOLD, "phe-binh/pb-2018-027/", "phe-binh/pb-2018-099/", "tin về pb-2018-099 không đúng"),
    ("don-vi/x-hoang-ly/atom.xml", "<summary>", "<summary>Không ", "tin về pb-2018-027"),
    (f"{SCRIPT}.txt", "nghe hai gương tốt", "nghe ba gương tốt", "không nói cùng những câu như"),
    (
        f"{SCRIPT}.txt",
        "\nThanh tra thành",
        "\nXin báo.\nThanh tra thành",
        "không nói cùng những câu",
    ),
    (f"{SCRIPT}.loa.txt", "trong tuần qua, ", "", "không nói cùng những câu như"),
    (f"{SCRIPT}.ssml", "<s>Thanh tra", "<s>Xin báo.</s><s>Thanh tra", "không nói cùng những câu"),
    (f"{SCRIPT}.html", "biểu dương trong tuần", "phê bình trong tuần", "không nói cùng"),
    (f"{SCRIPT}.json", '"ng-2018-025"', '"ng-2018-099"', "nói về ng-2018-099, là bản ghi không có"),
    (f"{SCRIPT}.json", '"items"', '"item"', "kịch bản này không đọc được."),
    (CHART, "2018-Q1,0.", "2018-Q1,1.", "dòng “2018-Q1,1."),
    (CHART, "2018-Q1", "2018-Q2", "dòng “2018-Q2,"),
]


@pytest.mark.parametrize(("path", "old", "new", "told"), REWORDED)
def test_what_was_reworded_is_named(
    forged: Forged, path: str, old: str, new: str, told: str
) -> None:
    forged.edit(path, old, new)
    assert any(item.startswith(f"{path}: ") and told in item for item in found(forged)), found(
        forged
    )


def test_a_chart_of_another_unit(forged: Forged) -> None:
    other = (forged.folder / CHART.replace("tho", "son")).read_text("utf-8")
    forged.write(CHART, other)
    assert all(item.startswith(f"{CHART}: dòng “") for item in found(forged)) and found(forged)


def test_a_script_that_is_void_no_more(forged: Forged) -> None:
    data = json.loads((forged.folder / f"{SCRIPT}.json").read_text("utf-8"))
    assert data["void_since"]
    forged.write(f"{SCRIPT}.json", json.dumps(data | {"void_since": None}))
    told = "kịch bản chưa bị hủy mà nói về pb-2018-021, là bản ghi không còn hiệu lực."
    assert f"{SCRIPT}.json: {told}" in found(forged)


def test_a_word_document_that_says_something_else(forged: Forged) -> None:
    path = forged.folder / f"{SCRIPT}.docx"
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path.unlink()
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace("trong tuần qua, ".encode(), b""))
    assert found(forged) == [f"{SCRIPT}.docx: không nói cùng những câu như {SCRIPT}.json."]
    forged.write(f"{SCRIPT}.docx", b"x")
    assert found(forged) == [f"{SCRIPT}.docx: không nói cùng những câu như {SCRIPT}.json."]


def test_a_word_document_that_does_not_unpack_is_no_traceback(forged: Forged) -> None:
    forged.damage(f"{SCRIPT}.docx", "word/document.xml")
    assert found(forged) == [f"{SCRIPT}.docx: không nói cùng những câu như {SCRIPT}.json."]


def test_what_is_no_feed_is_no_traceback(forged: Forged) -> None:
    for path in (FEED, f"{SCRIPT}.json", CHART, f"{SCRIPT}.ssml"):
        forged.write(path, b"\xff\x00[[<&")
    assert f"{SCRIPT}.json: kịch bản này không đọc được." in found(forged)
