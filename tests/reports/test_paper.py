"""A report as Word and PDF: the decree's sheet and letters, every word, the same bytes."""

import io
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from generator.reports.document import Report
from generator.reports.kinds import KINDS, report
from generator.reports.paper.docx import docx_bytes
from generator.reports.paper.pdf import CannotPrint, pdf_bytes
from generator.reports.quarter import QuarterOf
from worlds.reports import as_text
from worlds.shipped import shipped_edition

DAY = date(2018, 12, 31)
A4 = (210, 297)


def millimetres(length: int) -> float:
    """Word measures in twentieths of a point: a millimetre is rounded."""
    return round(length / 36_000, 1)


@pytest.fixture(scope="module")
def whole() -> Report:
    """The sample's report on a quarter, which has every part."""
    return report(QuarterOf(shipped_edition(), "2018-Q3"), KINDS["whole"])


@pytest.fixture(scope="module")
def paper(whole: Report) -> Any:
    """The report as Word reads it."""
    return Document(io.BytesIO(docx_bytes(whole, DAY)))


def test_sheets_have_the_measures_of_the_decree(paper: Any, whole: Report) -> None:
    first, *others = paper.sections
    assert (millimetres(first.page_width), millimetres(first.page_height)) == A4
    assert len(others) == len(whole.appendices)
    assert {millimetres(section.page_width) for section in others} == {A4[1]}
    for section in paper.sections:
        assert 20 <= millimetres(section.top_margin) <= 25
        assert 20 <= millimetres(section.bottom_margin) <= 25
        assert 30 <= millimetres(section.left_margin) <= 35
        assert 15 <= millimetres(section.right_margin) <= 20


def test_letters_are_those_of_the_decree(paper: Any, whole: Report) -> None:
    normal = paper.styles["Normal"].font
    assert (normal.name, normal.size.pt) == ("Times New Roman", 14)
    texts = {block.text for block in whole.blocks}
    body = [p for p in paper.paragraphs if p.text in texts]
    assert body and {run.font.size.pt for p in body for run in p.runs} == {14}


def test_every_word_of_the_report_is_on_paper(paper: Any, whole: Report) -> None:
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    printed = "\n".join([*(p.text for p in paper.paragraphs), *cells])
    for line in as_text(whole).splitlines():
        for part in filter(None, line.removeprefix("Nơi nhận: ").split(" | ")):
            assert part.strip() in printed, part


def test_page_numbers_begin_on_the_second_page(paper: Any) -> None:
    first = paper.sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml


def test_the_same_report_gives_the_same_bytes(whole: Report) -> None:
    assert docx_bytes(whole, DAY) == docx_bytes(whole, DAY)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs Debian's libreoffice-writer-nogui")
def test_the_pdf_is_the_same_each_time_and_asks_no_clock(whole: Report) -> None:
    document = docx_bytes(whole, DAY)
    first, again = pdf_bytes(document, DAY), pdf_bytes(document, DAY)
    assert first.startswith(b"%PDF-") and first == again
    assert b"/CreationDate(D:20181231000000Z')" in first


def test_a_machine_without_libreoffice_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotPrint, match="apt-get install libreoffice-writer"):
        pdf_bytes(b"", DAY)
