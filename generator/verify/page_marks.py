"""What a page of the site marks as taken from the open data: rows, and the cells in them."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from generator.model.page_marks import CELL, ROW, UNSEEN, is_of_counts, plain

_NAMES = frozenset({"a", "th"})
"""Elements that say what a line is about, in which a number is part of a name."""
_QUARTER = re.compile(r"quý [IV]{1,3}/\d{4}")
_DIGIT = re.compile(r"\d")


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
class ShownRow:
    """An element that says which row it shows.

    `links` are the last part of each address in its line of a table or list, and the words.
    `has_other_numbers` is true of counts beside which a number stands that is no marked one.
    """

    row: str
    links: tuple[tuple[str, str], ...]
    has_other_numbers: bool


@dataclass(frozen=True)
class Marks:
    """The marks of a page, the rows that it says it shows, and where counts are among them, all
    that a reader may see, in small letters."""

    cells: tuple[Mark, ...]
    shown: tuple[ShownRow, ...]
    words: str = ""

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The rows, each as often as it is shown."""
        return tuple(item.row for item in self.shown)


def marks_of(content: bytes) -> Marks:
    """The marks of a page's HTML; none when it is none."""
    if CELL.encode() not in content and ROW.encode() not in content:
        return Marks((), ())
    root = etree.HTML(content, etree.HTMLParser(encoding="utf-8"))
    if root is None:
        return Marks((), ())
    cells = tuple(map(_mark, root.iterfind(f".//*[@{CELL}]")))
    shown = tuple(map(_shown, root.iterfind(f".//*[@{ROW}]")))
    has_counts = any(is_of_counts(item.row) for item in shown)
    return Marks(cells, shown, plain("".join(_seen(root))).lower() if has_counts else "")


def _mark(element: etree._Element) -> Mark:
    around = [element, *element.iterancestors()]
    row = next((str(item.get(ROW)) for item in around if item.get(ROW) is not None), "")
    text = "".join(map(str, element.itertext()))
    return Mark(row, str(element.get(CELL)), text, any(map(_is_hidden, around)))


def _is_hidden(element: etree._Element) -> bool:
    return element.tag in UNSEEN or "hidden" in element.attrib or "style" in element.attrib


def _shown(element: etree._Element) -> ShownRow:
    line = next((item for item in element.iterancestors("tr", "li")), element)
    links = tuple(
        (_last_part(str(link.get("href"))), "".join(map(str, link.itertext())))
        for link in (element if element.tag in ("tr", "li") else line).iterfind(".//a[@href]")
    )
    row = str(element.get(ROW))
    if not is_of_counts(row):
        return ShownRow(row, links, has_other_numbers=False)
    others = _DIGIT.search(_QUARTER.sub("", "".join(_unmarked(element))))
    return ShownRow(row, links, others is not None)


def _last_part(address: str) -> str:
    return address.removesuffix("index.html").rstrip("/").rpartition("/")[2]


def _unmarked(element: etree._Element) -> list[str]:
    """The texts of an element that lie neither in a mark nor in a link."""
    texts = [str(element.text or "")]
    for child in element:
        is_text = isinstance(child.tag, str) and child.tag not in _NAMES and child.get(CELL) is None
        if is_text and child.get(ROW) is None:
            texts += _unmarked(child)
        texts.append(str(child.tail or ""))
    return texts


def _seen(element: etree._Element) -> list[str]:
    """The texts of an element that a reader may see, in their order."""
    texts = [str(element.text or "")]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            texts += _seen(child)
        texts.append(f" {child.tail or ''}")
    return texts
