"""Pictures of pages: the part of a page that is shown, and what can be read in it."""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Browser, Page

from guides.pictures import OfPage

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


def opened(browser: Browser, address: str, picture: OfPage) -> tuple[Page, Any]:
    """The page, and the area of it that is shown; light, and as it is while nothing moves."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": 900},
        device_scale_factor=SCALE,
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.goto(address + picture.page)
    return page, page.evaluate(AREA, [list(picture.parts), MARGIN])


def lines_of(browser: Browser, address: str, picture: OfPage) -> Sequence[str]:
    """What is recorded of a picture."""
    page, area = opened(browser, address, picture)
    found: list[str] = page.evaluate(LINES, area)
    page.close()
    return found


def drawn(browser: Browser, address: str, picture: OfPage) -> bytes:
    """The picture as Chromium draws it."""
    page, area = opened(browser, address, picture)
    content = page.screenshot(full_page=True, clip=area, animations="disabled")
    page.close()
    return content
