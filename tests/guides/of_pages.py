"""Pictures of pages: the part of a page that is shown, and what can be read in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

from browser.chromium import served
from generator.cli.desk import made_of
from generator.desk import Address, serving
from guides.pictures import OfPage
from worlds.paths import ROOT

MARGIN = 6
SCALE = 1.5
"""Pixels of a picture for one of the page."""
AREA = """async ([parts, margin]) => {
  await document.fonts.ready
  const boxes = parts.map(part => document.querySelector(part).getBoundingClientRect())
  const top = Math.min(...boxes.map(box => box.top)) + scrollY - margin
  const bottom = Math.max(...boxes.map(box => box.bottom)) + scrollY + margin
  return {x: 0, y: Math.max(top, 0), width: innerWidth, height: Math.round(bottom - top)}
}"""
LINES = """area => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines = []
  while (walker.nextNode()) {
    const text = walker.currentNode.data.replace(/\\s+/g, " ").trim()
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const box = range.getBoundingClientRect()
    const [x, y] = [box.x, box.y + scrollY - area.y].map(Math.round)
    const [width, height] = [box.width, box.height].map(Math.round)
    const shown = walker.currentNode.parentElement.checkVisibility({visibilityProperty: true})
    if (text && shown && width && y >= 0 && y + height <= area.height)
      lines.push(`${x} ${y} ${width} ${height} ${text}`)
  }
  return lines
}"""
"""Every text within the area: where it stands from the area's corner, how large, and its words."""


@dataclass(frozen=True)
class Places:
    """Where the clerk's site is served, and the address that lets her into the form."""

    site: str
    form: str

    def address(self, picture: OfPage) -> str:
        """Where a page is."""
        return urljoin(self.form if picture.form else self.site, f"/{picture.page}")


@contextmanager
def places_of(folder: Path) -> Iterator[Places]:
    """Serve the site of a project and the form of its data."""
    made, address = made_of(folder / "data", ROOT / "mkdocs.yml"), Address("127.0.0.1", 0)
    with served(folder / "site") as site, serving(made, address) as form:
        yield Places(site, form.url)


def opened(browser: Browser, places: Places, picture: OfPage) -> tuple[Page, Any]:
    """The page, and the area of it that is shown; light, and as it is while nothing moves."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": 900},
        device_scale_factor=SCALE,
        color_scheme="light",
        reduced_motion="reduce",
    )
    if picture.form:
        page.goto(places.form)
    page.goto(places.address(picture))
    if picture.form:  # its buttons stay at the window's edge until one has scrolled to them
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    return page, page.evaluate(AREA, [list(picture.parts), MARGIN])


def lines_of(browser: Browser, places: Places, picture: OfPage) -> Sequence[str]:
    """What is recorded of a picture."""
    page, area = opened(browser, places, picture)
    found: list[str] = page.evaluate(LINES, area)
    page.close()
    return found


def drawn(browser: Browser, places: Places, picture: OfPage) -> bytes:
    """The picture as Chromium draws it."""
    page, area = opened(browser, places, picture)
    content = page.screenshot(full_page=True, clip=area, animations="disabled")
    page.close()
    return content
