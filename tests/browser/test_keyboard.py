"""The site by keyboard alone: everything is reached, in sight and with a mark around it."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import needs_chromium

pytestmark = needs_chromium

FOCUSED = """() => {
  const active = document.activeElement
  // The choice of light and dark is a radio button that stands behind its label.
  const part = active.matches(".md-option") ? active.nextElementSibling : active
  const style = getComputedStyle(part)
  const box = part.getBoundingClientRect()
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 8)]
  const top = document.elementFromPoint(x, y)
  return {
    what: part.outerHTML.slice(0, 100),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: Boolean(top) && (part.contains(top) || top.contains(part)),
    place: window.every.indexOf(active),
  }
}"""
REACHABLE = """() => {
  const every = window.every = [...document.querySelectorAll("*")]
  return every.filter(part => part.matches("a[href],button,input,select,summary,[tabindex='0']")
    && part.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && part.tabIndex >= 0 && !part.disabled).map(part => every.indexOf(part))
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until something that fits has the focus."""
    for _press in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is never reached")


@pytest.mark.parametrize("url", ["", "thu-tuc/1-001193/", "phe-binh/", "don-vi/p-dong-tho/"])
def test_tab_reaches_everything_with_a_visible_mark(
    page: Page, site_address: str, url: str
) -> None:
    page.goto(site_address + url)
    wanted = set(page.evaluate(REACHABLE))
    reached = set()
    for _press in range(len(wanted) + 40):  # a date has a stop for day, month and year
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["what"].startswith("<body"):
            break
        assert focus["marked"], focus
        assert focus["seen"], focus
        reached.add(focus["place"])
    every = "places => places.map(n => window.every[n].outerHTML.slice(0, 90))"
    assert not page.evaluate(every, sorted(wanted - reached))


def test_the_skip_link_leads_to_the_content(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}thu-tuc/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Tới nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_from_home_to_a_procedure_s_figures(page: Page, site_address: str) -> None:
    page.goto(site_address)
    tab_to(page, ".ck-nav a[href='thu-tuc/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thủ tục hành chính")
    tab_to(page, ".ck-filter input[type=search]")
    page.keyboard.type("khai sinh")
    tab_to(page, "a[href='1-001193/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    tab_to(page, ".ck-chart__tools summary")
    page.keyboard.press("Enter")
    table = page.locator(".ck-chart__tools details[open] table").first
    expect(table).to_be_visible()
    expect(table).to_be_in_viewport()


def test_a_list_is_filtered_and_sorted_by_keys(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}don-vi/")
    tab_to(page, ".ck-filter select")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(f"{site_address}don-vi/?loai=phuong")
    tab_to(page, "th button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_address}don-vi/?loai=phuong&xep=don-vi")
    assert page.evaluate("document.activeElement.textContent") == "Đơn vị"


def test_the_menu_of_a_phone_opens_and_closes_by_keys(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site_address)
    tab_to(page, ".ck-menu > summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".ck-menu nav a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".ck-menu > summary")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_light_and_dark_change_by_space_and_by_enter(
    page: Page, site_address: str, key: str
) -> None:
    page.goto(site_address)
    for scheme in ("congkhai-dark", "congkhai"):
        tab_to(page, ".md-option")
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
