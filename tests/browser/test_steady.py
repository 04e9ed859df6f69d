"""A page stands still while its scripts come: what they show has its place already."""

import pytest
from playwright.sync_api import Browser, Route

from browser.chromium import needs_chromium
from browser.page_types import PAGES

MOST_SHIFT = 0.01
"""A tenth of what Core Web Vitals call good."""
LATE_MS = 400
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
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.add_init_script(SHIFTS)

    def later(route: Route) -> None:
        page.wait_for_timeout(LATE_MS)
        route.continue_()

    page.route("**/*.js", later)
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(site_address + PAGES[name])
    page.locator("form:visible").first.wait_for()
    page.wait_for_timeout(LATE_MS)
    assert page.evaluate("window.shifted || 0") <= MOST_SHIFT
    page.close()
