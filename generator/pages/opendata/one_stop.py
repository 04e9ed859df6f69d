"""The official one-stop report: a page for the newest quarter, a workbook for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.edition.page import Page
from generator.model.site_paths import OPEN_DATA
from generator.pages.folds import Folded, folded
from generator.pages.opendata.one_stop_report import OneStopReport, reports
from generator.pages.opendata.one_stop_workbook import COLUMNS, form_words, workbook_bytes
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = f"{OPEN_DATA}mot-cua"


@dataclass(frozen=True)
class OneStopView(View):
    """The newest report, the quarters that have one, and the paths of their workbooks."""

    template: ClassVar[str] = "pages/one_stop.html"
    newest: OneStopReport | None
    quarters: Folded[str]
    workbooks: Mapping[str, str]
    columns: Mapping[str, str]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The report's page."""
    found = reports(renderer.edition)
    view = OneStopView(
        newest=found[-1] if found else None,
        quarters=folded((report.quarter for report in found), str),
        workbooks={report.quarter: workbook_path(report.quarter) for report in found},
        columns=COLUMNS,
    )
    yield renderer.page(
        view,
        f"{SECTION}/",
        "Báo cáo một cửa",
        "Tình hình, kết quả giải quyết thủ tục hành chính từng quý theo các cột của biểu báo cáo"
        " một cửa.",
        search_text=form_words(renderer.edition.city, ", "),
    )


def files(renderer: Renderer) -> dict[str, bytes]:
    """A workbook for each quarter, by path."""
    city = renderer.known.city
    return {
        path: renderer.memo.reuse(
            ("file", path),
            partial(tuple, (city, report)),
            partial(workbook_bytes, city, report),
        )
        for report in reports(renderer.edition)
        for path in (workbook_path(report.quarter),)
    }


def workbook_path(quarter: str) -> str:
    """Where a quarter's workbook lies: `du-lieu/mot-cua/2018-q4.xlsx`."""
    return f"{SECTION}/{quarter.lower()}.xlsx"
