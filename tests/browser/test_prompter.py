"""The prompter in a real browser: one page for the eye, the printer and the announcer's screen."""

from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.axe import violations
from browser.chromium import needs_chromium
from generator.edition.bulletin_words import WARNING, week_title
from generator.edition.script import Script
from generator.pages.bulletins.script_html import render_html
from generator.pages.environment import templates
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.forms import make_script
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.radio_edition import city, edition

ASSETS = TEMPLATES / "theme" / "assets"
SITE = "https://congkhai.example/"
WEEK = "2018-W40"
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"

pytestmark = needs_chromium


@cache
def script() -> Script:
    bulletin = make_bulletin(edition(), WEEK)
    return make_script(bulletin, week_title(WEEK), city().radio)


def serve(route: Route) -> None:
    """The page and the site's assets, under the strictest policy a host could set."""
    path = route.request.url.removeprefix(SITE)
    if path.endswith(".html"):
        html = render_html(templates(TEMPLATES, COMPILED), script(), "../../assets/")
        headers = {"content-security-policy": STRICT}
        route.fulfill(body=html, content_type="text/html", headers=headers)
        return
    file = ASSETS / path.removeprefix("assets/")
    route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])


def opened(browser: Browser, **context: object) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 800}, **context).new_page()  # type: ignore[arg-type]
    page.route("**/*", serve)
    page.clock.install(time="2018-10-06T06:00:00")
    page.goto(f"{SITE}phat-thanh/2018-w40/ban-tin.html")
    return page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    found = opened(browser)
    refused: list[str] = []
    found.on("console", lambda message: refused.append(message.text))
    found.on("pageerror", lambda error: refused.append(str(error)))
    yield found
    assert refused == []
    found.context.close()


def started(page: Page) -> Page:
    page.get_by_role("button", name="Mở chế độ nhắc lời").click()
    expect(page.locator(":fullscreen")).to_have_count(1)
    return page


def paused(page: Page) -> Page:
    """The open prompter, where from here on time goes only as a test says."""
    started(page).clock.pause_at("2018-10-06T06:30:00")
    return page


def now(page: Page) -> int:
    """The place of the row that is being read."""
    return int(
        page.evaluate(
            "[...document.querySelectorAll('.pr-row')].findIndex(r => r.matches('.pr-now'))"
        )
    )


def row_at(seconds: float) -> int:
    rows = [row for row in script().rows if row.kind != "warning"]
    return max(place for place, row in enumerate(rows) if row.starts_at <= seconds)


def scrolled(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def test_without_scripts_it_is_a_page_in_large_type(browser: Browser) -> None:
    page = opened(browser, java_script_enabled=False)
    assert (
        page.locator(".pr-speech p").first.evaluate("e => getComputedStyle(e).fontSize") == "24px"
    )
    assert not page.locator(".pr-start").is_visible()
    assert not page.locator(".pr-bar").is_visible()
    assert page.locator(".pr-script .pr-warning").count() == 2
    page.context.close()


def test_space_runs_and_stops_at_the_announcer_s_rate(page: Page) -> None:
    paused(page)
    assert (
        page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        == "rgb(0, 0, 0)"
    )
    assert now(page) == 0
    page.keyboard.press(" ")
    page.clock.run_for(40_000)
    place, where = now(page), scrolled(page)
    assert place == row_at(40)
    page.keyboard.press(" ")
    page.clock.run_for(20_000)
    assert (now(page), scrolled(page)) == (place, where)
    page.keyboard.press(" ")
    page.clock.run_for(30_000)
    assert now(page) == row_at(70)
    assert scrolled(page) > where


def test_arrows_change_the_pace_and_go_by_item(page: Page) -> None:
    paused(page)
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    assert page.locator("[data-pr=rate]").inner_text() == "120%"
    page.keyboard.press(" ")
    page.clock.run_for(50_000)
    assert now(page) == row_at(60)
    page.keyboard.press(" ")
    page.keyboard.press("ArrowLeft")
    assert now(page) == row_at(60) - 1
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert now(page) == row_at(60)
    assert page.locator("[data-pr=rate]").inner_text() == "115%"


def test_it_stops_at_the_end_and_begins_anew(page: Page) -> None:
    paused(page)
    page.keyboard.press(" ")
    page.clock.run_for(round(script().bulletin.seconds * 1000) + 3_000)
    assert page.locator("[data-pr=toggle]").inner_text() == "Chạy"
    page.keyboard.press(" ")
    page.clock.run_for(2_000)
    assert now(page) == 0


def test_escape_leaves(page: Page) -> None:
    started(page)
    page.keyboard.press("Escape")
    expect(page.locator(":fullscreen")).to_have_count(0)
    assert page.locator(".pr-start").is_visible()
    assert not page.locator(".pr-bar").is_visible()
    assert page.evaluate("document.activeElement.dataset.pr") == "start"


def test_the_warning_of_a_sample_stays_in_sight(page: Page) -> None:
    paused(page)
    page.keyboard.press(" ")
    page.clock.run_for(60_000)
    bar = page.locator(".pr-bar__warning")
    assert bar.inner_text() == WARNING
    assert bar.is_visible()


def test_where_motion_is_unwelcome_it_jumps_from_item_to_item(browser: Browser) -> None:
    page = paused(opened(browser, reduced_motion="reduce"))
    row = next(place for place, row in enumerate(script().rows[1:-1]) if row.seconds > 15)
    begins = script().rows[1:-1][row].starts_at
    page.keyboard.press(" ")
    page.clock.run_for(round(begins * 1000) + 2_000)
    where = scrolled(page)
    page.clock.run_for(8_000)
    assert (now(page), scrolled(page)) == (row, where)
    page.clock.run_for(60_000)
    assert scrolled(page) > where
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everyone_can_use_it(browser: Browser, scheme: str, width: int) -> None:
    page = opened(browser, color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page) == []
    started(page)
    assert violations(page) == []
    page.context.close()
