"""A report as a Word document; the same report, the same bytes."""

from datetime import date

from docx import Document

from generator.formats.docx import docx_parts
from generator.formats.zip import zip_bytes
from generator.reports.document import Report
from generator.reports.paper.body import write_body, write_signature
from generator.reports.paper.head import write_head
from generator.reports.paper.page import number_pages, set_letters, set_properties, set_sheet
from generator.reports.paper.tables import write_appendices


def docx_bytes(report: Report, day: date) -> bytes:
    """The report as DOCX; `day` is that of its figures."""
    document = Document()
    set_letters(document)
    set_sheet(document.sections[0])
    number_pages(document.sections[0])
    set_properties(document, f"{report.kind}: {report.subject}", report.letterhead.issuer, day)
    write_head(document, report)
    write_body(document, report)
    write_signature(document, report)
    write_appendices(document, report)
    return zip_bytes(dict(sorted(docx_parts(document).items())))
