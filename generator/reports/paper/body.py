"""The text of a report, its signature and those who receive it."""

from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Mm, Pt

from generator.reports.document import Block, Gap, Heading, Item, Report
from generator.reports.paper.page import line, mark_row, set_widths, written

INDENT = Mm(12.7)


def write_body(document: Any, report: Report) -> None:
    """Every block in its order."""
    for block in report.blocks:
        _write_block(document, block)


def _write_block(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        paragraph = line(document, block.text, bold=True, align="justify")
        paragraph.paragraph_format.keep_with_next = True
    elif isinstance(block, Gap):
        paragraph = line(document, f"[Bổ sung: {block.text}]", italic=True, align="justify")
        paragraph.runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW
    else:
        dash = "- " if isinstance(block, Item) else ""
        paragraph = line(document, f"{dash}{block.text}", align="justify")
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.space_before, shape.space_after = INDENT, Pt(3), Pt(3)
    shape.widow_control = True


def write_signature(document: Any, report: Report) -> None:
    """Who receives the report, beside who signs it; no end of a page parts the two."""
    table = document.add_table(rows=1, cols=2)
    set_widths(table, (75, 90))
    mark_row(table.rows[0], "w:cantSplit")
    left, right = table.rows[0].cells
    head = written(left.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    head.paragraph_format.space_before = Pt(12)
    for place, name in enumerate(report.recipients, 1):
        end = "." if place == len(report.recipients) else ";"
        line(left, f"- {name}{end}", size=11)
    signed = written(right.paragraphs[0], report.signature.lines[0], bold=True, align="centre")
    signed.paragraph_format.space_before = Pt(12)
    for words in report.signature.lines[1:]:
        line(right, words, bold=True, align="centre")
    for _ in range(4):
        line(right, "")
