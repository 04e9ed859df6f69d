"""The Word script's empty form: A4, 14 points, a block to sign, a table of voice, words and time.

Built once by python-docx with marks where the words go; `word.py` fills the marks. A filled
form costs a millisecond, a form built anew a hundred.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
LACQUER = RGBColor(0x9E, 0x2A, 0x2B)
SHADE = "EEE9DD"
WIDTHS = (Cm(2.2), Cm(12.4), Cm(2.4))
FIXED_DAY = datetime(2018, 3, 6)  # noqa: DTZ001  a document's own day is not the machine's
UNUSED = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties", "webSettings")
KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "TableGrid")

ROWS = ("warning", "jingle", "pause", "speech")
FILLED = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml")
"""Parts that hold marks."""
_RAW_MARK = re.compile(r"<w:p><w:r><w:t>(⟦(?:rows|notes)⟧)</w:t></w:r></w:p>")


@dataclass(frozen=True)
class Skeleton:
    """The parts of an empty form by name, and its table rows by kind, all with marks."""

    parts: Mapping[str, bytes]
    rows: Mapping[str, str]


def mark(name: str) -> str:
    """The mark that stands where a value goes."""
    return f"⟦{name}⟧"


@cache
def skeleton() -> Skeleton:
    """The empty form."""
    document = Document()
    _drop_unused(document)
    _set_page(document)
    _set_type(document)
    _head(document)
    table = _script_table(document)
    rows = {kind: _own_xml(row._tr) for kind, row in zip(ROWS, table.rows[1:], strict=True)}
    for row in table.rows[1:]:
        table._tbl.remove(row._tr)
    table._tbl.append(_raw_mark("rows"))
    rows["notes_head"], rows["note"] = _note_paragraphs(document)
    document.element.body.insert(-1, _raw_mark("notes"))
    _properties(document)
    whole = io.BytesIO()
    document.save(whole)
    with zipfile.ZipFile(whole) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = _RAW_MARK.sub(r"\1", body).encode()
    return Skeleton(parts, rows)


def _drop_unused(document: Any) -> None:
    """Leaves out the library's picture, its second set of styles and its data parts."""
    for rels in (document.part.rels, document.part.package.rels):
        for key, rel in list(rels.items()):
            if any(name in rel.reltype for name in UNUSED):
                del rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            styles.remove(style)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(1)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        paragraph.style = document.styles["Normal"]  # the header's own style has other tabs
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    _write(header, mark("warning"), bold=True, size=11, colour=LACQUER)
    _write(header, f"\t{mark('column')} · {mark('number')}", size=11)
    _write(footer, f"{mark('station')}\tTrang ", size=11)
    _field(footer, "PAGE")
    _write(footer, "/", size=11)
    _field(footer, "NUMPAGES")


def _set_type(document: Any) -> None:
    """14 points with room for stacked marks, and Vietnamese as the language of every word."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    normal.element.rPr.append(_element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    for root in (document.styles.element, document.settings.element):
        for name in ("w:lang", "w:themeFontLang"):
            for language in root.iter(qn(name)):
                language.set(qn("w:val"), LANGUAGE)
                language.set(qn("w:eastAsia"), LANGUAGE)


def _head(document: Any) -> None:
    """Who airs what and when, how long it is, and where editor and approver sign."""
    for text, size in ((mark("station"), 12), (f"Chuyên mục {mark('column')}", 12)):
        _write(document.add_paragraph(), text, bold=size == 12, size=size)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(8)
    _write(title, f"KỊCH BẢN PHÁT THANH\n{mark('title')}", bold=True, size=16)
    table = _table(document, 4, (Cm(3.9), Cm(4.6), Cm(3.9), Cm(4.6)))
    lines = (
        ("Số bản tin", mark("number"), "Ngày phát sóng", mark("air_on")),
        ("Thời lượng dự kiến", mark("length"), "Khung phát sóng", mark("slot")),
        ("Biên tập", "", "Người duyệt", ""),
        ("Ngày, chữ ký", "", "Ngày, chữ ký", ""),
    )
    for row, texts in zip(table.rows, lines, strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = table.columns[place].width
            _write(cell.paragraphs[0], text, bold=place % 2 == 1, size=12)
    table.rows[3].height = Cm(1.6)
    _write(document.add_paragraph(), mark("void"), bold=True, size=12, colour=LACQUER)


def _table(document: Any, rows: int, widths: Sequence[Length]) -> Table:
    """A ruled table of fixed columns with some air above and below each line."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    margins = OxmlElement("w:tblCellMar")
    margins.append(_element("w:top", w="50", type="dxa"))
    margins.append(_element("w:bottom", w="50", type="dxa"))
    table._tbl.tblPr.append(margins)
    return table


def _script_table(document: Any) -> Table:
    table = _table(document, 5, WIDTHS)
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = width
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # no page is turned in an item
    for cell, text in zip(table.rows[0].cells, ("Giọng", "Lời đọc", "Cộng dồn"), strict=True):
        _write(cell.paragraphs[0], text, bold=True, size=12)
        _shade(cell)
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    warning, jingle, pause, speech = (row.cells for row in table.rows[1:])
    whole = warning[0].merge(warning[2]).paragraphs[0]
    whole.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(whole, mark("line"), bold=True, colour=LACQUER)
    _cue(jingle, 12)
    _cue(pause, 10)
    _write(speech[0].paragraphs[0], mark("voice"), bold=True)
    _write(speech[0].add_paragraph(), mark("item"), size=10)
    words = speech[1].paragraphs[0]
    words.paragraph_format.line_spacing, words.paragraph_format.space_after = 1.3, Pt(4)
    words.paragraph_format.keep_together = words.paragraph_format.keep_with_next = True
    _write(words, mark("line"))
    _clock(speech[2], 12)
    return table


def _cue(cells: tuple[_Cell, ...], size: int) -> None:
    for cell in cells:
        _shade(cell)
    _write(cells[1].paragraphs[0], mark("line"), italic=True, size=size)
    _write(cells[0].paragraphs[0], "", size=size)
    _clock(cells[2], size)


def _clock(cell: _Cell, size: int) -> None:
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _write(cell.paragraphs[0], mark("ends_at"), size=size)


def _note_paragraphs(document: Any) -> tuple[str, str]:
    head, note = document.add_paragraph(), document.add_paragraph()
    head.paragraph_format.space_before = Pt(10)
    _write(head, "Ghi chú cho biên tập (không đọc)", bold=True, size=12)
    _write(note, f"- {mark('line')}", size=12)
    texts = _own_xml(head._p), _own_xml(note._p)
    for paragraph in (head, note):
        paragraph._p.getparent().remove(paragraph._p)
    return texts


def _properties(document: Any) -> None:
    """Fixed properties: no clock, no library's name."""
    core = document.core_properties
    core.title, core.subject = mark("document_title"), mark("column")
    core.author = core.last_modified_by = mark("station")
    core.comments, core.language, core.revision = mark("warning"), LANGUAGE, 1
    core.created = core.modified = FIXED_DAY


def _write(
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


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that the word processor computes: the page's number, the count of pages."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size = Pt(11)
    field.append(run._r)
    paragraph._p.append(field)


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _shade(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=SHADE))


def _raw_mark(name: str) -> Any:
    """A mark that stands for whole rows or paragraphs, not for words."""
    paragraph = OxmlElement("w:p")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = mark(name)
    run.append(text)
    paragraph.append(run)
    return paragraph


def _own_xml(element: Any) -> str:
    """The element's XML without the namespaces that the document declares already."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode"))
