"""Sheets, letters and lines of an official document, by Decree 30/2020/NĐ-CP, annex I."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, Literal, TypedDict, Unpack

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
SIZE = 14
"""Points of the text; the decree allows 13 to 14."""
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
"""Margins in millimetres: 20 to 25, 20 to 25, 30 to 35, 15 to 20."""
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def set_letters(document: Any) -> None:
    """Set the whole document in the decree's letters."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    fonts = style.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def set_sheet(section: Any, *, wide: bool = False) -> None:
    """A4, upright or (for a table) on its side, numbered at the top from the second page on."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = Mm(10)


def number_pages(section: Any) -> None:
    """The page's number, centred in the upper margin, on every page but the first."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(SIZE)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def set_properties(document: Any, title: str, author: str, day: Any) -> None:
    """What the file says of itself; its day is that of the figures."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, author, author, ""
    core.language = "vi-VN"
    core.created = core.modified = datetime.combine(day, time.min)


class Look(TypedDict, total=False):
    """How letters stand: points, weight, slope, and where in the line."""

    size: float
    bold: bool
    italic: bool
    align: Literal["left", "centre", "right", "justify"]


def line(place: Any, text: str, **look: Unpack[Look]) -> Any:
    """A paragraph of one look, at the end of the document or of a cell."""
    return written(place.add_paragraph(), text, **look)


def written(paragraph: Any, text: str, **look: Unpack[Look]) -> Any:
    """The paragraph with text of one look in it."""
    paragraph.alignment = ALIGN[look.get("align", "left")]
    run = paragraph.add_run(text)
    run.bold, run.italic = look.get("bold", False), look.get("italic", False)
    run.font.size = Pt(look.get("size", SIZE))
    return paragraph


def set_widths(table: Any, widths: Sequence[float]) -> None:
    """The columns' widths in millimetres; Word reads them of cells, LibreOffice of the grid."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def mark_row(row: Any, name: str) -> None:
    """Give a row a property: `w:tblHeader` repeats it on each sheet, `w:cantSplit` keeps it."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def rule(cell: Any, width: float) -> None:
    """A thin line, centred in a cell, of a share of its width."""
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(2)
    side = round(cell.width * (1 - width) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)
