"""The tables of the Word script's skeleton: the head to sign; voice, words and running time."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Length, Pt
from docx.table import Table, _Cell

from generator.radio.scripts.docx_xml import LACQUER, element, mark, own_xml, shade, write

_WIDTHS = (Cm(2.2), Cm(12.4), Cm(2.4))


def add_head(document: Any) -> None:
    """Add who airs what and when, how long it is, and where editor and approver sign."""
    for text, size in ((mark("station"), 12), (f"Chuyên mục {mark('column')}", 12)):
        write(document.add_paragraph(), text, bold=size == 12, size=size)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(8)
    write(title, f"KỊCH BẢN PHÁT THANH\n{mark('title')}", bold=True, size=16)
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
            write(cell.paragraphs[0], text, bold=place % 2 == 1, size=12)
    table.rows[3].height = Cm(1.6)
    write(document.add_paragraph(), mark("approval"), bold=True, size=12)
    write(document.add_paragraph(), mark("grounds"), size=10)
    write(document.add_paragraph(), mark("void"), bold=True, size=12, colour=LACQUER)


def _table(document: Any, rows: int, widths: Sequence[Length]) -> Table:
    """Add a ruled table of fixed columns with some air above and below each line."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    margins = OxmlElement("w:tblCellMar")
    margins.append(element("w:top", w="50", type="dxa"))
    margins.append(element("w:bottom", w="50", type="dxa"))
    table._tbl.tblPr.append(margins)
    return table


def add_script_table(document: Any) -> Table:
    table = _table(document, 5, _WIDTHS)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = width
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # no page is turned in an item
    for cell, text in zip(table.rows[0].cells, ("Giọng", "Lời đọc", "Cộng dồn"), strict=True):
        write(cell.paragraphs[0], text, bold=True, size=12)
        shade(cell)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    warning, jingle, pause, speech = (row.cells for row in table.rows[1:])
    whole = warning[0].merge(warning[2]).paragraphs[0]
    whole.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(whole, mark("line"), bold=True, colour=LACQUER)
    _cue(jingle, 12)
    _cue(pause, 10)
    write(speech[0].paragraphs[0], mark("voice"), bold=True)
    write(speech[0].add_paragraph(), mark("item"), size=10)
    words = speech[1].paragraphs[0]
    words.paragraph_format.line_spacing, words.paragraph_format.space_after = 1.3, Pt(4)
    words.paragraph_format.keep_together = words.paragraph_format.keep_with_next = True
    write(words, mark("line"))
    _clock(speech[2], 12)
    return table


def _cue(cells: tuple[_Cell, ...], size: int) -> None:
    for cell in cells:
        shade(cell)
    write(cells[1].paragraphs[0], mark("line"), italic=True, size=size)
    write(cells[0].paragraphs[0], "", size=size)
    _clock(cells[2], size)


def _clock(cell: _Cell, size: int) -> None:
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(cell.paragraphs[0], mark("ends_at"), size=size)


def note_paragraphs(document: Any) -> tuple[str, str]:
    head, note = document.add_paragraph(), document.add_paragraph()
    head.paragraph_format.space_before = Pt(10)
    write(head, "Ghi chú cho biên tập (không đọc)", bold=True, size=12)
    write(note, f"- {mark('line')}", size=12)
    texts = own_xml(head._p), own_xml(note._p)
    for paragraph in (head, note):
        paragraph._p.getparent().remove(paragraph._p)
    return texts
