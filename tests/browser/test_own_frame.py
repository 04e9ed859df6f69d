"""The frame of our own beside that of the usual engine: light, for everyone, and the same look."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.chromium import needs_chromium, served
from browser.page_types import FRAMED
from browser.test_everyone import BUT_CONTRAST, CONTRAST_ALONE, SHORTEN
from browser.test_light import WATCH, transferred

pytestmark = needs_chromium
LIGHT_BYTES = 110_000
MOST_REQUESTS = 6
SAMPLE = ("home", "a procedure", "a criticism", "criticisms", "a bulletin", "method", "a guide")


@pytest.fixture(scope="module")
def own_address(own_site: Path) -> Iterator[str]:
    with served(own_site) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(WATCH)
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    yield page
    context.close()
    assert [told for told in said if "404 (File not found)" not in told] == []


@pytest.mark.parametrize("name", SAMPLE)
def test_axe_finds_nothing(page: Page, own_address: str, name: str) -> None:
    """Contrast on the first page alone: below, colours are held to those of the usual engine."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(own_address + FRAMED[name])
    page.evaluate(SHORTEN)
    contrast = CONTRAST_ALONE if name == SAMPLE[0] else None
    assert violations(page, **BUT_CONTRAST) == []
    assert contrast is None or violations(page, **contrast) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations(page, **BUT_CONTRAST) == []
    page.emulate_media(color_scheme="dark")
    assert contrast is None or violations(page, **contrast) == []


def test_every_page_keeps_what_a_reader_chose_at_one_place(page: Page, own_address: str) -> None:
    """Faults of scripts on any of them are told at the end."""
    places = set()
    for url in FRAMED.values():
        page.goto(own_address + url)
        places.add(page.evaluate("__md_scope"))
    assert places == {"/"}


LIE = """() => [...document.querySelectorAll("body *:not(script,svg *,.md-skip,.md-dialog *)")]
  .filter(part => part.checkVisibility() && !part.closest(".ck-header__scheme,.md-sidebar"))
  .map(part => {
    const box = part.getBoundingClientRect(), style = getComputedStyle(part)
    return [part.localName, part.className.baseVal ?? part.className,
      ...[box.x, box.y + scrollY, box.width, box.height].map(Math.round),
      style.color, style.backgroundColor, style.fontSize, style.fontWeight, style.borderTopColor]
  }).filter(([name, kind]) => !/^md-(skip|dialog)/.test(kind) && !(name === "div" && !kind))"""
"""Where each element lies, and how it looks."""


@pytest.mark.parametrize("name", SAMPLE)
def test_every_element_lies_and_looks_as_with_the_usual_engine(
    page: Page, own_address: str, site_address: str, name: str
) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            both = []
            for address in (site_address, own_address):
                page.goto(address + FRAMED[name])
                page.wait_for_load_state("networkidle")
                both.append(page.evaluate(LIE))
            theirs, ours = both
            assert [told[:2] for told in ours] == [told[:2] for told in theirs]
            assert [pair for pair in zip(theirs, ours, strict=True) if not alike(*pair)][:5] == []


def alike(one: list[Any], other: list[Any]) -> bool:
    """True of elements that look the same and lie no pixel apart."""
    near = all(abs(a - b) <= 1 for a, b in zip(one[2:6], other[2:6], strict=True))
    return near and one[6:] == other[6:]


@pytest.mark.parametrize("width", [390, 1280])
def test_home_is_light(browser: Browser, own_site: Path, own_address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(own_address, wait_until="networkidle")
    page.close()
    paths = [urlsplit(url).path.lstrip("/") or "index.html" for url in asked if url[:4] == "http"]
    weights = {path: transferred((own_site / path).read_bytes(), path) for path in paths}
    assert len(paths) <= MOST_REQUESTS, paths
    assert sum(weights.values()) < LIGHT_BYTES, weights


def test_colours_menu_search_and_skip_link_work(browser: Browser, own_address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light")
    page = context.new_page()
    page.goto(f"{own_address}huong-dan/tra-loi/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "congkhai-dark"
    page.goto(own_address)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "congkhai-dark", "it is kept"
    page.locator(".ck-menu > summary").click()
    page.locator(".ck-menu").get_by_role("link", name="Thủ tục").click()
    expect(page).to_have_url(f"{own_address}thu-tuc/")
    page.get_by_role("button", name="Tìm, không cần gõ dấu").click()
    page.keyboard.type("khai sinh")
    expect(page.locator(".ck-search__item").first).to_be_visible()
    context.close()
    dark = browser.new_context(color_scheme="dark", java_script_enabled=False).new_page()
    dark.goto(own_address)
    ground = dark.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert ground == "rgb(20, 31, 29)"
    dark.context.close()
