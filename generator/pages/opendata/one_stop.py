"""The official one-stop report: a page for the newest quarter, a workbook for each."""

from collections.abc import Iterator

from generator.edition.page import Page
from generator.pages.opendata.one_stop_report import reports
from generator.pages.opendata.one_stop_workbook import COLUMNS, workbook_bytes
from generator.pages.renderer import Renderer

SECTION = "du-lieu/mot-cua"


def pages(renderer: Renderer) -> Iterator[Page]:
    """The report's page."""
    found = reports(renderer.edition)
    yield renderer.page(
        "pages/one_stop.html",
        f"{SECTION}/",
        "Báo cáo một cửa",
        "Tình hình, kết quả giải quyết thủ tục hành chính từng quý theo các cột của biểu báo cáo"
        " một cửa.",
        newest=found[-1] if found else None,
        reports=found[::-1],
        path=workbook_path,
        columns=COLUMNS,
        search_text="Biểu số II.06a/VPCP/KSTT, Thông tư 01/2020/TT-VPCP",
    )


def files(renderer: Renderer) -> dict[str, bytes]:
    """A workbook for each quarter, by path."""
    edition = renderer.edition
    return {
        workbook_path(report.quarter): workbook_bytes(edition.city, report)
        for report in reports(edition)
    }


def workbook_path(quarter: str) -> str:
    """Where a quarter's workbook lies: `du-lieu/mot-cua/2018-q4.xlsx`."""
    return f"{SECTION}/{quarter.lower()}.xlsx"
