"""The appendices of a report as tables, each on sheets of its own."""

from typing import Any

from docx.enum.section import WD_SECTION
from docx.shared import Pt

from generator.reports.document import Appendix, GridColumn, Report
from generator.reports.paper.page import ALIGN, line, mark_row, set_sheet, set_widths, written

WIDTH = 252
"""Millimetres between the margins of a sheet on its side."""
SIZE = 11


def write_appendices(document: Any, report: Report) -> None:
    """Every appendix, on sheets on their side."""
    for appendix in report.appendices:
        # A table is followed by a paragraph; a small one opens no sheet of its own.
        line(document, "", size=1)
        section = document.add_section(WD_SECTION.NEW_PAGE)
        set_sheet(section, wide=True)
        section.different_first_page_header_footer = False
        line(document, appendix.name, bold=True, align="centre")
        title = line(document, appendix.title.upper(), size=13, bold=True, align="centre")
        title.paragraph_format.space_after = Pt(2)
        origin = f"(Kèm theo {report.kind.capitalize()} của {report.letterhead.issuer})"
        under = line(document, origin, size=12, italic=True, align="centre")
        under.paragraph_format.space_after = Pt(8)
        _write_table(document, appendix)
        if appendix.note:
            note = line(document, f"Ghi chú: {appendix.note}", size=SIZE, italic=True)
            note.paragraph_format.space_before = Pt(6)


def _write_table(document: Any, appendix: Appendix) -> None:
    columns = (GridColumn("STT", 6, "centre"), *appendix.columns)
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    _fill(table.rows[0], [column.heading for column in columns], columns, head=True)
    mark_row(table.rows[0], "w:tblHeader")
    order = 0
    for place, cells in enumerate(appendix.rows):
        is_strong = place in appendix.strong
        order += not is_strong
        row = table.add_row()
        mark_row(row, "w:cantSplit")
        _fill(row, ["" if is_strong else str(order), *cells], columns, strong=is_strong)
    whole = sum(column.width for column in columns)
    set_widths(table, [WIDTH * column.width / whole for column in columns])
    for place in appendix.strong:
        _join(table.rows[place + 1])


def _fill(
    row: Any,
    texts: list[str],
    columns: tuple[GridColumn, ...],
    *,
    head: bool = False,
    strong: bool = False,
) -> None:
    for cell, text, column in zip(row.cells, texts, columns, strict=True):
        paragraph = written(cell.paragraphs[0], text, size=SIZE, bold=head or strong)
        paragraph.alignment = ALIGN["centre" if head else column.align]


def _join(row: Any) -> None:
    """Let the words of a row that sums up stand in the cell of the number, too."""
    cells = row.cells
    is_heading = not any(cell.text for cell in cells[2:])
    text = cells[1].text
    cells[1].text = ""
    joined = cells[0].merge(cells[-1] if is_heading else cells[1])
    for extra in joined.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    written(joined.paragraphs[0], text, size=SIZE, bold=True)
    joined.paragraphs[0].paragraph_format.keep_with_next = True
