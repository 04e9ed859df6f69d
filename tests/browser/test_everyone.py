"""The site for everyone: checked by axe, enlarged, still, dark, without scripts, on paper."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.chromium import needs_chromium
from browser.page_types import FRAMED, PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
BUT_CONTRAST = {"runOnly": RULES, "rules": {CONTRAST: {"enabled": False}}}
CONTRAST_ALONE = {"runOnly": {"type": "rule", "values": [CONTRAST]}}
WITH_FRAME = ("home", "units")
"""Pages whose frame's contrast is looked at too: one of no section, and one whose own is marked.
The frame of every other is the same, and most of its elements."""

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


SHORTEN = """() => {
  const lists = [...document.querySelectorAll("tbody,.ck-list")].map(list => [...list.children])
  const sections = [...document.querySelectorAll("article section")]
  for (const parts of [sections, ...lists]) parts.slice(4).forEach(part => part.remove())
}"""
"""Rows of one list are alike: the first stand for all, in a quarter of the time."""


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, site_address: str, name: str) -> None:
    """All rules at both widths; contrast, three quarters of axe's time, once in each scheme."""
    within = "html" if name in WITH_FRAME else "main"
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site_address + PAGES[name])
    page.evaluate(SHORTEN)
    assert violations(page, **BUT_CONTRAST) == []
    assert violations(page, within, **CONTRAST_ALONE) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations(page, **BUT_CONTRAST) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, within, **CONTRAST_ALONE) == []


def test_axe_finds_nothing_in_open_controls(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_address}phe-binh/?quy=2018-Q3&tim=khongco")
    page.get_by_role("button", name="Lọc và sắp xếp").click()
    assert violations(page, runOnly=RULES) == []
    page.get_by_role("button", name="Tìm, không cần gõ dấu").click()
    page.keyboard.type("khai sinh")
    expect(page.locator(".ck-search__item").first).to_be_visible()
    assert violations(page, runOnly=RULES) == []
    page.goto(f"{site_address}?tt=1.001193&dv=p-dong-tho&nop=2018-08-29")
    page.locator(".ck-menu > summary").click()
    assert violations(page, runOnly=RULES) == []


def test_every_page_fits_enlarged_and_on_paper(page: Page, site_address: str) -> None:
    """200% and 400% of 1280 pixels (WCAG 1.4.10), and A4 less its margins: 178 mm."""
    for url in PAGES.values():
        page.emulate_media(media="screen")
        page.goto(site_address + url)
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": 512})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, url
            assert page.evaluate(OUTSIDE) == [], url
        page.set_viewport_size({"width": 673, "height": 980})
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 673, url
        assert page.evaluate(PRESSED) == [], url
        assert page.evaluate(EMPTY) == [], url
        assert page.evaluate(BROKEN) == [], url
        assert page.evaluate(SMALL) == [], url
    page.emulate_media(media="screen")


EMPTY = """() => {
  dispatchEvent(new Event("beforeprint"))
  const shown = part => part.checkVisibility() && part.getBoundingClientRect().height > 1
  const parts = [...document.querySelectorAll("main :is(h2,h3,summary)")].filter(shown)
  const after = part => {
    for (let next = part; next && next.localName !== "article"; next = next.parentNode)
      for (let beside = next.nextElementSibling; beside; beside = beside.nextElementSibling)
        if (shown(beside)) return beside
  }
  const bare = parts.filter(part => {
    const next = after(part), inside = part.localName === "summary"
    return !next || (inside ? !part.parentNode.contains(next) : next.matches("h1,h2"))
  })
  const repeated = [...document.querySelectorAll("main tfoot")]
    .filter(part => getComputedStyle(part).display === "table-footer-group")
  dispatchEvent(new Event("afterprint"))
  return [...bare, ...repeated].map(part => part.outerHTML.slice(0, 120))
}"""
"""Headings and folds with nothing beneath them on paper, totals that stand on every sheet."""
OUTSIDE = """() => [...document.querySelectorAll("main :is(p,h1,h2,h3,td,th,li,dd,a,button,label)")]
  .filter(part => part.checkVisibility() && !part.closest("pre,svg"))
  .filter(part => {
    const box = part.getBoundingClientRect(), style = getComputedStyle(part)
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1
      || style.overflow === "hidden" && part.scrollWidth > part.clientWidth + 1)
  }).map(part => part.outerHTML.slice(0, 120))"""
"""Texts that reach beyond the window or are cut by their own box."""
BROKEN = """() => [...document.querySelectorAll("main table code")]
  .filter(code => code.checkVisibility()).flatMap(code => [...code.childNodes])
  .filter(part => part.nodeType === 3 && !/[ /.]/.test(part.data))
  .filter(part => {
    const range = document.createRange()
    range.selectNodeContents(part)
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1
  }).map(part => part.data)"""
"""Words of codes in tables that go on in the next line."""
SMALL = """() => [...document.querySelectorAll("body *")]
  .filter(part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(part => part.checkVisibility() && part.getBoundingClientRect().width > 1)
  .filter(part => parseFloat(getComputedStyle(part).fontSize) * part.currentCSSZoom < 9)
  .map(part => part.outerHTML.slice(0, 120))"""
"""Letters of less than 9 pixels, which are 7 points on paper."""
PRESSED = """() => [...document.querySelectorAll("button,input,select,.ck-nav,.ck-menu,.ck-skip")]
  .filter(part => part.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(part => !part.matches(":is(th,h2) button")).map(part => part.outerHTML.slice(0, 120))"""
"""What is to be pressed, and has no place on paper; a heading's button is its text."""


def test_a_printed_sheet_says_where_it_comes_from(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}giam-sat/?loai=x#kien-nghi")
    page.emulate_media(media="print")
    expect(page.locator(".ck-address")).to_have_text(f"{site_address}giam-sat/")
    margins = page.evaluate(
        "document.adoptedStyleSheets.map(sheet => sheet.cssRules[0].cssText).join()"
    )
    assert "@page" in margins
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details:not([open])").count() > 0
    page.emulate_media(media="screen")


def test_nothing_moves_for_those_who_ask(browser: Browser, site_address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site_address)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(part => {
          const style = getComputedStyle(part)
          return style.transitionProperty !== "none" || style.animationName !== "none"
        }).length"""
    )
    assert moving == 0
    context.close()


def test_every_page_is_whole_without_scripts(
    browser: Browser, page: Page, site_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    plain = context.new_page()
    for url in FRAMED.values():
        plain.goto(site_address + url)
        expect(plain.locator("h1")).to_be_visible()
        expect(plain.locator(".ck-menu > summary")).to_be_visible()
        assert plain.locator("main form:visible").count() == 0, url
        rows = plain.locator("article :is(tbody > tr, .ck-list > li):not(details *)")
        assert rows.count() == rows.filter(visible=True).count(), url
    plain.goto(site_address)
    plain.locator(".ck-menu > summary").click()
    plain.locator(".ck-menu").get_by_role("link", name="Giám sát").click()
    expect(plain.locator("h1")).to_contain_text("Giám sát")
    context.close()


def test_the_dark_is_chosen_once_and_kept(browser: Browser, site_address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light")
    page = context.new_page()
    page.goto(site_address)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_title("Chuyển sang nền tối").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "congkhai-dark")
    page.goto(f"{site_address}thu-tuc/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "congkhai-dark")
    assert page.evaluate(ground) != light
    page.get_by_title("Chuyển sang nền sáng").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "congkhai")
    context.close()


def test_a_filtered_list_is_printed_as_it_is_seen(page: Page, site_address: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site_address}phe-binh/?don-vi=p-nam-ngan")
    expect(page.locator(".ck-filter__count")).to_have_text("2 trong 25 trường hợp phê bình")
    expect(page.locator("[data-ck-rows] .ck-list > li").filter(visible=True)).to_have_count(2)
    expect(page.locator(".ck-ribbon")).to_be_visible()
    page.goto(f"{site_address}cong-van-643/")
    heading = "getComputedStyle(document.querySelector('th button')).display"
    assert page.evaluate(heading) == "contents"  # else headings are not repeated on every sheet
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="screen")
