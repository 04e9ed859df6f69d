"""The guides: walked as they stand, and their pictures show what is to be seen today."""

from collections.abc import Iterator
from pathlib import Path
from struct import unpack

import pytest
from playwright.sync_api import Browser

from browser.chromium import needs_chromium
from guides import of_pages, of_sheets
from guides.pictures import MOST_BYTES, OfPage, declared, differences, record_file
from guides.texts import (
    FOLDER,
    PICTURES,
    answers,
    command_lines,
    guides,
    picture_file,
    pictures,
)
from guides.walk import NAME, SAID, walked
from worlds.commands import require_readable
from worlds.office import needs_office
from worlds.once import Once
from worlds.small_memo import FirstMemo

MOST_WIDTH = 900
MOST_SCREENS = 8
AGAIN = "Hãy xem lại hướng dẫn rồi vẽ lại: PYTHONPATH=tests .venv/bin/python -m guides"


@pytest.fixture(scope="module")
def clerk_folder(once: Once) -> Path:
    """The folder of a clerk who has followed the guides; a command remembers what the others read:
    there are fifty of them."""
    with FirstMemo().used():
        return once.made("guides", walked) / NAME


@pytest.fixture(scope="module")
def places(clerk_folder: Path) -> Iterator[of_pages.Places]:
    """Where her site and her form are served."""
    with of_pages.places_of(clerk_folder) as found:
        yield found


def test_every_picture_is_declared_shown_and_told_in_words() -> None:
    shown = [name for text in guides().values() for name in pictures(text)]
    assert sorted(shown) == sorted(declared())
    assert {path.stem for path in PICTURES.iterdir()} == set(shown)
    for text in guides().values():
        assert all(len(alt) > 20 for alt in pictures(text).values())


@pytest.mark.parametrize(
    "line", sorted({line for text in guides().values() for line in command_lines(text)})
)
def test_a_command_of_a_guide_is_read_as_it_is_typed(line: str) -> None:
    require_readable(line)


def test_pictures_are_small() -> None:
    for name in declared():
        content = picture_file(name).read_bytes()
        width, height = unpack(">II", content[16:24])
        assert len(content) <= MOST_BYTES and 250 < width <= MOST_WIDTH and height < 1_600, name


@needs_office
@needs_chromium
def test_pictures_show_what_is_to_be_seen(
    browser: Browser, places: of_pages.Places, clerk_folder: Path
) -> None:
    changed = {}
    for name, picture in declared().items():
        if isinstance(picture, OfPage):
            now = of_pages.lines_of(browser, places, picture)
        else:
            now = of_sheets.lines_of(clerk_folder, picture)
        then = record_file(name).read_text("utf-8").splitlines()
        changed[name] = differences(then, now)
    assert {name: found for name, found in changed.items() if found} == {}, AGAIN


@needs_office
def test_the_commands_answer_as_the_guides_tell(clerk_folder: Path) -> None:
    said = (clerk_folder.parent / SAID).read_text("utf-8")
    untrue = {
        name: [piece for piece in answers(text) if piece not in said]
        for name, text in guides().items()
    }
    assert {name: pieces for name, pieces in untrue.items() if pieces} == {}


@needs_office
@needs_chromium
def test_every_guide_of_the_site_is_short_on_a_phone(
    browser: Browser, places: of_pages.Places, clerk_folder: Path
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    long = {}
    for path in sorted((clerk_folder / "site" / "huong-dan").glob("*/index.html")):
        page.goto(f"{places.site}huong-dan/{path.parent.name}/")
        height = page.evaluate("document.querySelector('article').scrollHeight")
        if height > MOST_SCREENS * 844:
            long[path.parent.name] = round(height / 844, 1)
    page.close()
    assert long == {}


@needs_office
def test_every_guide_is_listed_on_the_page_above_them(clerk_folder: Path) -> None:
    index = (clerk_folder / "site" / "huong-dan" / "index.html").read_text("utf-8")
    for path in FOLDER.glob("*.md"):
        assert path.stem == "index" or f'href="{path.stem}/"' in index, path
