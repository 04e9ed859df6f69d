"""Every kind of page on a phone: lists that end, rows that open, large letters and targets."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import needs_chromium
from browser.page_types import FRAMED
from browser.phone import FAULTS, PAGE_SCREENS, SCREEN, SCREENS, TWINS, WHOLE_LISTS

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Any:
    context = browser.new_context(viewport=SCREEN, has_touch=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def wrong_on(phone: Page) -> list[str]:
    """What is wrong with the page that is open. Its folds are opened last: they hold lists too.

    A long text is its headings until its reader asks for a section. Targets: WCAG 2.5.8; text: 14
    pixels.
    """
    screens = phone.evaluate("document.documentElement.scrollHeight / innerHeight")
    lists, twins = phone.evaluate(WHOLE_LISTS, SCREENS), phone.evaluate(TWINS)
    return [
        *([f"{screens} screens in all"] if screens > PAGE_SCREENS else []),
        *(f"a list of several groups has {height} screens: {name}" for name, height in lists),
        *(f"two rows say: {words}" for words in twins),
        *phone.evaluate(FAULTS, SCREENS),
    ]


def test_every_page_ends_and_can_be_touched_read_and_told_apart(
    phone: Page, site_address: str
) -> None:
    faults = {}
    for name, url in FRAMED.items():
        phone.goto(site_address + url)
        faults[name] = wrong_on(phone)
    assert {name: found for name, found in faults.items() if found} == {}


def test_what_the_address_asks_for_is_shown_out_of_its_fold(phone: Page, site_address: str) -> None:
    for url in ("phe-binh/", "neu-guong/"):
        phone.goto(site_address + url)
        folded = phone.locator(".ck-older li[data-quy]").last
        expect(folded).to_be_hidden()
        phone.goto(f"{site_address}{url}?quy={folded.get_attribute('data-quy')}")
        expect(folded).to_be_visible()


def test_a_row_is_a_name_a_figure_and_a_mark_and_opens_on_touch(
    phone: Page, site_address: str
) -> None:
    for url in ("don-vi/", "thu-tuc/", "cong-van-643/", "cong-van-643/quy/2018-q4/"):
        phone.goto(site_address + url)
        rows = phone.locator("tr:has(.ck-row__more)").filter(visible=True)
        shown = rows.evaluate_all(
            "rows => rows.map(row => [...row.cells].filter(cell => cell.checkVisibility()).length)"
        )
        assert len(shown) > 10
        assert set(shown) <= {2, 3}, url
    row = rows.first
    more = row.get_by_role("button")
    expect(row.locator("[data-label='Quá hạn'], [data-label='Hồ sơ quá hạn']")).to_be_hidden()
    box = more.bounding_box()
    assert box
    more.tap(position={"x": box["width"] - 12, "y": box["height"] / 2})
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(row.locator("[data-label='Hồ sơ quá hạn']")).to_be_visible()


def test_what_stands_beyond_the_first_rows_is_asked_for_or_searched_for(
    phone: Page, site_address: str
) -> None:
    phone.goto(f"{site_address}cong-van-643/")
    reports = phone.locator("#bao-cao ~ .ck-table tbody tr:not([data-ck-total])")
    every, first = reports.count(), reports.filter(visible=True).count()
    assert first < every
    last = reports.last.locator("th").inner_text()
    phone.goto(f"{site_address}cong-van-643/?bao-cao-tim={last}")
    expect(reports.last).to_be_visible()
    phone.goto(f"{site_address}cong-van-643/")
    phone.get_by_role("button", name="Xem thêm").filter(has_text="đơn vị").tap()
    expect(reports.filter(visible=True)).to_have_count(every)


def test_what_an_address_points_at_is_open(phone: Page, site_address: str) -> None:
    phone.goto(f"{site_address}du-lieu/tu-dien/#unit_reviews")
    expect(phone.locator("details:has(> summary #unit_reviews)")).to_have_attribute("open", "")
    phone.goto(f"{site_address}cong-van-643/")
    task = phone.locator(".ck-board tbody tr").last
    phone.goto(f"{site_address}cong-van-643/#{task.get_attribute('id')}")
    expect(task.locator("[data-label='Rõ trách nhiệm']")).to_be_visible()
    phone.goto(f"{site_address}phuong-phap/")
    levels = phone.locator("#cac-muc")
    expect(levels).to_be_hidden()
    phone.goto(f"{site_address}phuong-phap/#cac-muc")
    expect(levels).to_be_in_viewport()
    heading = phone.locator(".ck-section:has(#cac-muc) .ck-section__press")
    expect(heading).to_have_attribute("aria-expanded", "true")


def test_on_paper_every_row_is_open(phone: Page, site_address: str) -> None:
    phone.emulate_media(media="print")
    for url in ("thu-tuc/", "cong-van-643/", "du-lieu/tu-dien/"):
        phone.goto(site_address + url)
        cells = phone.locator("article tbody :is(th,td):not(:empty, details:not(.ck-part) *)")
        assert cells.count() == cells.filter(visible=True).count(), url
    phone.emulate_media(media="screen")


@pytest.mark.parametrize(("width", "kind"), [(390, "narrow"), (1280, "wide")])
@pytest.mark.parametrize("url", ["cong-van-643/", "phe-binh/", "don-vi/"])
def test_the_place_to_touch_of_every_row_lies_over_its_name(
    browser: Browser, site_address: str, url: str, width: int, kind: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(site_address + url)
    page.evaluate("document.fonts.ready")
    drawing = page.locator(".ck-chart").first
    names = drawing.locator(f".ck-svg--{kind} .ck-svg__name").all()
    tops = {str(name.text_content()).strip().split(":")[0]: name.bounding_box() for name in names}
    links = drawing.locator(".ck-chart__rows a").all()
    assert len(links) > 4
    for link in links:
        place = link.bounding_box()
        words = tops[str(link.get_attribute("aria-label")).split(":")[0]]
        assert place and words and place["y"] - 1 <= words["y"] < place["y"] + place["height"]
    page.close()


def test_a_ward_of_a_chart_leads_to_its_page(phone: Page, site_address: str) -> None:
    phone.goto(f"{site_address}don-vi/")
    row = phone.locator(".ck-chart__rows a").nth(3)
    place, name = row.bounding_box(), row.get_attribute("aria-label")
    drawn = phone.locator(".ck-svg--narrow .ck-svg__name").nth(3)
    words = drawn.bounding_box()
    assert drawn.text_content() == name
    assert place and words and place["y"] <= words["y"] < place["y"] + place["height"]
    row.tap()
    expect(phone.locator("h1")).to_have_text(str(name))


TORN = """() => [...document.querySelectorAll(".ck-figure__unit")]
  .filter(unit => unit.checkVisibility()).map(unit => unit.parentNode)
  .filter(value => {
    const range = document.createRange()
    range.selectNodeContents(value)
    const boxes = [...range.getClientRects()].filter(box => box.width > 1)
    return Math.min(...boxes.map(box => box.bottom)) < Math.max(...boxes.map(box => box.top))
      || value.scrollWidth > value.clientWidth + 1
  }).map(value => value.textContent.trim())"""
"""Large figures whose unit goes on in the next line, or reaches beyond its box."""


@pytest.mark.parametrize("width", [320, 360, 390, 430])
def test_a_large_figure_keeps_its_unit(browser: Browser, site_address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    for name in ("a procedure", "a ward"):
        page.goto(site_address + FRAMED[name])
        page.evaluate("document.fonts.ready")
        assert page.evaluate(TORN) == [], name
    page.close()
