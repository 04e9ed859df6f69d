"""A page stands still while its scripts and letters come: what they show has its place already."""

from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from browser.chromium import needs_chromium
from browser.page_types import FRAMED, PAGES

MOST_SHIFT = 0.01
"""A tenth of what Core Web Vitals call good."""
GOOD_SHIFT = 0.1
"""What they call good: a heading may break elsewhere in the letters of another machine."""
WORDY = ("home", "method", "units", "a ward", "a bulletin", "its brief")
"""Pages on whose first screen there is much to read."""
LATE_MS = 400
FRAME_MS = 120
"""Long enough for a first paint before what comes late."""
SHIFTS = """new PerformanceObserver(list => {
  for (const shift of list.getEntries()) window.shifted = (window.shifted || 0) + shift.value
}).observe({type: "layout-shift", buffered: true})"""

pytestmark = needs_chromium


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["home", "a procedure", "verification", "witnessing"])
def test_nothing_moves_when_a_form_comes(
    browser: Browser, site_address: str, name: str, width: int
) -> None:
    """Without the fonts, for which each machine has a letter of its own."""
    page = _watched(browser, width, late="js", late_ms=LATE_MS, missing="woff2")
    page.goto(site_address + PAGES[name])
    page.locator("form:visible").first.wait_for()
    page.wait_for_timeout(LATE_MS)
    assert page.evaluate("window.shifted || 0") <= MOST_SHIFT
    page.close()


@pytest.mark.parametrize(
    ("late", "missing", "most", "names"),
    [("js", "woff2", MOST_SHIFT, FRAMED), ("woff2", "-", GOOD_SHIFT, WORDY)],
)
def test_nothing_moves_on_a_phone_when_what_is_late_comes(
    browser: Browser, site_address: str, late: str, missing: str, most: float, names: Iterable[str]
) -> None:
    """Lists are closed and the place of their controls is kept before the script comes."""
    page = _watched(browser, 390, late, FRAME_MS, missing)
    moved = {}
    for name in names:
        page.goto(site_address + PAGES[name])
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        moved[name] = page.evaluate("window.shifted || 0")
    assert {name: shift for name, shift in moved.items() if shift > most} == {}
    page.close()


def _watched(browser: Browser, width: int, late: str, late_ms: int, missing: str) -> Page:
    """A page that counts what moves; files of one ending come late, those of another never."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.add_init_script(SHIFTS)

    def later(route: Route) -> Any:
        page.wait_for_timeout(late_ms)
        route.continue_()

    page.route(f"**/*.{late}", later)
    page.route(f"**/*.{missing}", lambda route: route.abort())
    return page


@pytest.mark.parametrize("lost", ["**/*.js", "**/congkhai.js"])
def test_lists_stand_open_where_the_script_did_not_come(
    browser: Browser, site_address: str, lost: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.route(lost, lambda route: route.abort())
    page.goto(site_address + PAGES["procedures"])
    cells = page.locator(".ck-procedures tbody td:not(:empty)")
    assert cells.count() == cells.filter(visible=True).count() > 100
    assert page.locator(".ck-filter--coming").filter(visible=True).count() == 0
    page.close()
