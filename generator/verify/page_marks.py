"""What a page of the site marks as taken from the open data: rows, and the cells in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.model.page_marks import CELL, ROW, UNSEEN


@dataclass(frozen=True)
class Mark:
    """A marked text: the row it stands in ("" for the page's own), its column, the text.

    `is_hidden` is true where a reader would not see it.
    """

    row: str
    column: str
    text: str
    is_hidden: bool


@dataclass(frozen=True)
class Marks:
    """The marks of a page, the rows that it says it shows, and where its links lead."""

    cells: tuple[Mark, ...]
    rows: tuple[str, ...]


def marks_of(content: bytes) -> Marks:
    """The marks of a page's HTML; none when it is none."""
    root = etree.HTML(content, etree.HTMLParser(encoding="utf-8"))
    if root is None:
        return Marks((), ())
    cells = tuple(_mark(element) for element in root.iterfind(f".//*[@{CELL}]"))
    return Marks(cells, tuple(str(item.get(ROW)) for item in root.iterfind(f".//*[@{ROW}]")))


def _mark(element: etree._Element) -> Mark:
    around = [element, *element.iterancestors()]
    row = next((str(item.get(ROW)) for item in around if item.get(ROW) is not None), "")
    text = "".join(_texts(element))
    return Mark(row, str(element.get(CELL)), text, any(map(_is_hidden, around)))


def _texts(element: etree._Element) -> Iterator[str]:
    yield from (str(text) for text in element.itertext(with_tail=False))


def _is_hidden(element: etree._Element) -> bool:
    return element.tag in UNSEEN or "hidden" in element.attrib or "style" in element.attrib
