"""The sample city after five years, in a real browser: nothing collides, nothing is squeezed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import needs_chromium, served
from browser.phone import FAULTS, SCREEN, SCREENS, WHOLE_LISTS
from generator.pages.environment import templates
from generator.pages.pictures import draw
from worlds.five_years import build_five_years
from worlds.gallery import gallery
from worlds.once import Once
from worlds.paths import TEMPLATES
from worlds.published import COMPILED

PAGES = {
    "home": "",
    "board": "cong-van-643/",
    "quarters": "cong-van-643/quy/",
    "a ward": "don-vi/p-dong-ve/",
    "a division": "don-vi/phong-quan-ly-do-thi/",
    "a ward that was merged": "don-vi/x-quang-tam/",
    "units": "don-vi/",
    "a procedure with many dossiers": "thu-tuc/2-000815/",
    "a procedure with few": "thu-tuc/1-000419/",
    "supervision": "giam-sat/",
    "brief": "giam-sat/tom-tat/",
    "register of apologies": "giam-sat/so-xin-loi/",
    "ledger": "giam-sat/so-cong-khai/",
    "radio archive": "phat-thanh/",
    "commendations": "neu-guong/",
    "criticisms": "phe-binh/",
    "corrections": "dinh-chinh/",
    "one-stop report": "du-lieu/mot-cua/",
}
WIDTHS = (1280, 390)

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def address(once: Once) -> Iterator[str]:
    years = once.made("five-years", lambda folder: build_five_years(folder / "site"))
    with served(years / "site") as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    found = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield found
    found.close()


HANG = """async ([width, html]) => {
  const place = document.querySelector("main")
  place.innerHTML = html
  place.style.width = `${width}px`
  await document.fonts.ready
}"""
"""Hangs pictures on a page, in a column of a width."""
UNFOLD = "document.querySelectorAll('article details').forEach(part => { part.open = true })"
SQUEEZED = """() => [...document.querySelectorAll("tbody>tr>th")]
  .filter(name => name.checkVisibility() && getComputedStyle(name).display === "table-cell")
  .filter(name => {
    const range = document.createRange()
    range.selectNodeContents(name.querySelector("a") ?? name)
    const lines = new Set([...range.getClientRects()].map(line => Math.round(line.bottom / 12)))
    return name.clientWidth < 130 && lines.size > 2
  }).map(name => `${name.clientWidth} px: ${name.textContent.trim()}`)"""
"""Names of rows on three lines or more because their column has no room."""
COLLISIONS = """() => {
  const box = text => {
    const { left, right, top, bottom } = text.getBoundingClientRect()
    return { left, right, top: top + 3, bottom: bottom - 3, words: text.textContent.trim() }
  }
  const found = []
  for (const drawing of document.querySelectorAll("svg.ck-svg")) {
    if (!drawing.checkVisibility()) continue
    const frame = drawing.closest("figure,section").getBoundingClientRect()
    const texts = [...drawing.querySelectorAll("text")].map(box)
    texts.forEach((one, place) => {
      if (one.left < frame.left - 1 || one.right > frame.right + 1)
        found.push(`${drawing.querySelector("title").id}: ${one.words} sticks out`)
      for (const other of texts.slice(place + 1))
        if (one.left < other.right && other.left < one.right
            && one.top < other.bottom && other.top < one.bottom)
          found.push(`${drawing.querySelector("title").id}: ${one.words} | ${other.words}`)
    })
  }
  return found
}"""
"""Pairs of words in one drawing that lie over each other, and words outside of their chart.

A letter's box is higher than its ink by three pixels on either side."""
UNNAMED = r"""() => [...document.querySelectorAll("svg.ck-svg")]
  .filter(drawing => drawing.checkVisibility())
  .map(drawing => [...drawing.querySelectorAll("text")].map(text => text.textContent.trim()))
  .filter(words => words.some(word => /^quý [IV]+$/.test(word))
    && !words.some(word => /^20\d\d$/.test(word)))
  .map(words => words.join(" "))"""
"""Drawings that name quarters and no year."""


def faults_of(page: Page) -> list[str]:
    """What is wrong with a page at its present width, in words."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    faults = [f"{wide} px too wide"] if wide > 0 else []
    for looked_for in (SQUEEZED, COLLISIONS, UNNAMED):
        faults += page.evaluate(looked_for)
    return faults


@pytest.mark.parametrize("name", PAGES)
def test_after_five_years_a_page_still_holds(page: Page, address: str, name: str) -> None:
    page.goto(address + PAGES[name])
    for state in ("folded", "unfolded"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert faults_of(page) == [], (state, width)
        page.evaluate(UNFOLD)


@pytest.mark.parametrize(("width", "kinds"), [(896, "all"), (358, "all"), (284, "all"), (244, "q")])
def test_no_two_words_of_a_picture_collide(
    page: Page, address: str, width: int, kinds: str
) -> None:
    """Every kind at forty quarters: on a page, on two phones; those by quarter on a card, too."""
    environment = templates(TEMPLATES, COMPILED)
    pictures = [picture for _, picture in gallery() if kinds == "all" or picture.newest_first]
    drawn = [draw(environment, picture, "") for picture in pictures]
    figures = [f'<figure class="ck-chart">{d.wide}{d.narrow or ""}</figure>' for d in drawn]
    page.goto(f"{address}bieu-do/trang-chu/dung-han/")
    page.evaluate(HANG, [width, "".join(figures)])
    assert page.evaluate(COLLISIONS) == []
    assert page.evaluate(UNNAMED) == []


def test_after_five_years_lists_still_end_on_a_phone(browser: Browser, address: str) -> None:
    phone = browser.new_page(viewport=SCREEN, reduced_motion="reduce")
    faults = {}
    for name, url in PAGES.items():
        phone.goto(address + url, wait_until="domcontentloaded")
        faults[name] = [*phone.evaluate(WHOLE_LISTS, SCREENS), *phone.evaluate(FAULTS, SCREENS)]
    phone.close()
    assert {name: found for name, found in faults.items() if found} == {}
