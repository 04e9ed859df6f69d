"""The section of a document lies where nothing else of a site does."""

from pathlib import Path

import pytest

from generator.check.context import CheckContext
from generator.check.rules.taken_addresses import TAKEN, taken_addresses
from generator.model.problem import Problem
from generator.model.settings import City
from generator.pages.sections import AFTER, BEFORE
from generator.pages.worded import WordedPages
from generator.pages.written import PageUnreadable
from worlds.rules import CITY, CONTRACT, TABLES, WORLD

(LETTER,) = CITY.directives
UNITS = "phường, xã"
FRAMES = ("__directive__/index.md", "__directive__/quy/index.md")


def test_each_section_and_each_folder_of_a_site_is_taken(built_site: Path) -> None:
    assert {part.address.split("/")[0] for part in (*BEFORE, *AFTER)} - {""} <= TAKEN
    names = (path.name for path in built_site.iterdir() if path.is_dir())
    folders = {name for name in names if not name.startswith(".")}  # none is an address of ours
    assert folders - {LETTER.section} <= TAKEN, "a site has a folder that a document may take"


@pytest.mark.parametrize("address", sorted(TAKEN))
@pytest.mark.parametrize("field", ["id", "address"])
def test_no_document_lies_there(address: str, field: str) -> None:
    changed = LETTER.model_copy(update={"address": None, field: address})
    (problem,) = _found(CITY.model_copy(update={"directives": (LETTER, changed)}))
    assert (problem.code, problem.field) == ("address-taken", f"directives.1.{field}")
    assert not _found(CITY)


def _found(city: City) -> list[Problem]:
    return list(taken_addresses(CheckContext(CONTRACT, city, WORLD, TABLES)))


@pytest.mark.parametrize(
    "page", ["cong-van-643.md", "cong-van-643/index.md", "cong-van-643/quy/index.md"]
)
def test_no_page_of_the_project_lies_there(page: str) -> None:
    with pytest.raises(PageUnreadable, match=f"trang {page} ở địa chỉ ấy"):
        WordedPages(CITY, UNITS).copies((*FRAMES, page))


def test_a_page_beside_it_may_stand_there() -> None:
    beside = ("cong-van-643/toan-van.md", "cong-van-643-va-6431.md", "cong-van-6431/index.md")
    assert WordedPages(CITY, UNITS).copies((*FRAMES, *beside)).keys() == {
        "cong-van-643/index.md",
        "cong-van-643/quy/index.md",
    }
    asks = "__directive__/bao-cao/index.md"
    assert asks not in WordedPages(CITY, UNITS).copies((*FRAMES, asks)).values()
