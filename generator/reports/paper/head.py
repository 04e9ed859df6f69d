"""The head of an official document: issuer, motto, number, place, title, addressee."""

from typing import Any

from docx.shared import Pt

from generator.model.sample import SAMPLE_HEADLINE
from generator.reports.document import Report
from generator.reports.paper.page import line, rule, set_widths, written

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SIZE = 12
"""Points of the issuer and of the state's name; the decree allows 12 to 13."""
WIDTHS = (65, 100)
"""Millimetres of the two halves."""


def write_head(document: Any, report: Report) -> None:
    """Everything above the text."""
    if report.sample:
        line(document, SAMPLE_HEADLINE, size=12, bold=True, align="centre")
    table = document.add_table(rows=2, cols=2)
    set_widths(table, WIDTHS)
    _write_issuer(table.cell(0, 0), report)
    _write_motto(table.cell(0, 1))
    letterhead = report.letterhead
    written(
        table.cell(1, 0).paragraphs[0], f"Số:        /{letterhead.symbol}", size=13, align="centre"
    )
    day = f"{letterhead.place}, ngày      tháng      năm {report.year}"
    written(table.cell(1, 1).paragraphs[0], day, size=13, italic=True, align="centre")
    for cell in table.rows[1].cells:
        cell.paragraphs[0].paragraph_format.space_before = Pt(6)
    _write_title(document, report)


def _write_issuer(cell: Any, report: Report) -> None:
    above, issuer = report.letterhead.above, report.letterhead.issuer
    first = cell.paragraphs[0]
    if above:
        written(first, above.upper(), size=SIZE, align="centre")
        line(cell, issuer.upper(), size=SIZE, bold=True, align="centre")
    else:
        written(first, issuer.upper(), size=SIZE, bold=True, align="centre")
    rule(cell, 0.4)


def _write_motto(cell: Any) -> None:
    written(cell.paragraphs[0], STATE, size=SIZE, bold=True, align="centre")
    line(cell, MOTTO, size=14, bold=True, align="centre")
    rule(cell, 0.66)


def _write_title(document: Any, report: Report) -> None:
    title = line(document, report.kind, bold=True, align="centre")
    title.paragraph_format.space_before = Pt(18)
    line(document, report.subject, bold=True, align="centre")
    addressee = line(document, f"Kính gửi: {report.addressee}.", align="centre")
    addressee.paragraph_format.space_before = addressee.paragraph_format.space_after = Pt(12)
