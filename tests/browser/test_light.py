"""Light and shut tight: what pages weigh, what they load, and what their policy forbids."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import needs_chromium
from generator.pages.csp import inline_hashes, policy

FIRST_VIEW_BYTES = 200_000
FONTS = 2
"""Two weights of one subset: Vietnamese needs no other letters."""
WATCH = """addEventListener("securitypolicyviolation", event =>
  console.error(`CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))"""


def test_only_scripts_that_run_are_hashed() -> None:
    html = (
        "<script>a()</script><script src='x.js'></script>"
        '<script type="application/json">{}</script>'
        '<script type="application/ld+json">{}</script><script id="b" >a()</script>'
    )
    assert inline_hashes(html) == ["'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"]
    assert policy("<p>x</p>").split("; ")[1] == "script-src 'self'"


def test_every_html_file_has_a_policy_and_nothing_inline(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert html.count('<meta http-equiv="Content-Security-Policy"') == 1, path
        assert html.index("Content-Security-Policy") < html.index("<link"), path
        assert " style=" not in html and "<style" not in html, path
        assert " onclick=" not in html and " onload=" not in html, path


def pages_of_every_kind(site: Path) -> list[str]:
    """The first page at every depth of every section, and each of the open data's."""
    kinds: dict[tuple[object, ...], str] = {}
    for path in sorted(site.rglob("*.html")):
        place = path.relative_to(site)
        section = place.parts[: 2 if place.parts[0] in ("bieu-do", "du-lieu") else 1]
        kinds.setdefault((section, len(place.parts), place.name), place.as_posix())
    return list(kinds.values())


OPEN_FOLDS = """async () => {
  for (const fold of document.querySelectorAll("summary")) fold.click()
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
}"""
"""Opens every fold, and waits until what it does has been drawn."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    found = context.new_page()
    said: list[str] = []
    found.on("console", lambda message: said.append(f"{found.url}: {message.text}"))
    found.on("pageerror", lambda error: said.append(f"{found.url}: {error}"))
    yield found
    context.close()
    assert said == []


@needs_chromium
def test_no_page_breaks_its_policy(page: Page, built_site: Path, site_address: str) -> None:
    for url in pages_of_every_kind(built_site):
        page.goto(site_address + url)
        page.evaluate(OPEN_FOLDS)


@needs_chromium
def test_search_the_dark_and_the_question_keep_the_policy(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.keyboard.press("/")
    page.keyboard.type("khai sinh")
    page.locator(".ck-search__item").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("label[for=__palette_1]").first.click(force=True)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "congkhai-dark"
    page.get_by_role("combobox", name="Thủ tục").fill("khai sinh")
    page.get_by_role("option", name="Đăng ký khai sinh", exact=True).click()
    page.locator("[data-ck-finder] [type=submit]").click()
    page.locator("[data-ck-answer] .ck-reply").wait_for()
    page.goto(f"{site_address}phat-thanh/2018-w40/ban-tin.html")
    page.get_by_role("button", name="Mở chế độ nhắc lời").click()
    page.locator(".pr-bar").wait_for()


@needs_chromium
def test_a_script_that_was_not_built_in_does_not_run(browser: Browser, site_address: str) -> None:
    page = browser.new_page()
    page.goto(site_address)
    page.evaluate(
        """() => {
          const script = document.createElement("script")
          script.textContent = "window.broken = 1"
          document.body.append(script)
        }"""
    )
    assert page.evaluate("window.broken") is None
    page.close()


@needs_chromium
@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_view_of_home_is_light(
    browser: Browser, built_site: Path, site_address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_address)
    page.wait_for_load_state("networkidle")
    context.close()
    assert all(url.startswith((site_address, "data:")) for url in asked)
    paths = {urlsplit(url).path.lstrip("/") or "index.html" for url in asked if url[:4] == "http"}
    weights = {path: transferred((built_site / path).read_bytes(), path) for path in paths}
    assert len([path for path in paths if path.endswith(".woff2")]) == FONTS, paths
    assert sum(weights.values()) < FIRST_VIEW_BYTES, weights


@needs_chromium
@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_the_search_is_loaded_when_it_is_first_used(
    browser: Browser, site_address: str, key: str
) -> None:
    """Not before; a load that fails is tried again at the next use."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for url in ("", "phe-binh/", "phuong-phap/"):
        page.goto(site_address + url)
        page.wait_for_load_state("networkidle")
    assert not [path for path in asked if re.search("javascripts|search", path)]
    page.route("**/search.js", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_contain_text("Chưa tải được bộ tìm kiếm")
    page.unroute("**/search.js")
    page.keyboard.type("khai sinh")
    expect(page.locator(".ck-search__item").first).to_be_visible()
    page.close()


@needs_chromium
def test_an_address_with_a_question_opens_the_search(browser: Browser, site_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}?q=khai+sinh")
    expect(page.locator(".ck-search__item").first).to_be_visible()
    page.close()


def transferred(content: bytes, path: str) -> int:
    """Bytes on the way, as a server with gzip sends them; fonts are packed already."""
    return len(content) if path.endswith(".woff2") else len(gzip.compress(content, 6))
