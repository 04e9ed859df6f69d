"""Small pieces of a Word document: runs of text, fields, elements, and marks to be filled."""

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

LACQUER = RGBColor(0x9E, 0x2A, 0x2B)
SHADE = "EEE9DD"


def mark(name: str) -> str:
    """Return the mark that stands where a value goes."""
    return f"⟦{name}⟧"


def write(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = 14,
    colour: RGBColor | None = None,
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field that the word processor computes: the page's number, the count of pages."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size = Pt(11)
    field.append(run._r)
    paragraph._p.append(field)


def element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def shade(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=SHADE))


def raw_mark(name: str) -> Any:
    """Return a mark that stands for whole rows or paragraphs, not for words."""
    paragraph = OxmlElement("w:p")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = mark(name)
    run.append(text)
    paragraph.append(run)
    return paragraph


def own_xml(element: Any) -> str:
    """Return the element's XML without the namespaces that the document declares already."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode"))
