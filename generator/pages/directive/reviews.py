"""The quarter's summary of all units for emulation review (point 3.8): a page and a workbook each.

Facts beside one another in the order of a dictionary: no total score, no ranking.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.model.text import vn_quarter
from generator.pages.directive.review_summary import Summary, summaries
from generator.pages.directive.review_workbook import workbook_bytes
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = "cong-van-643/quy"
NAME = "Tổng hợp từng quý"


@dataclass(frozen=True)
class ReviewsView(View):
    """The quarters, newest first, each with the address of its page."""

    template: ClassVar[str] = "pages/reviews.html"
    summaries: Folded[tuple[Summary, str]]


@dataclass(frozen=True)
class ReviewView(View):
    """One quarter; `workbook` is the path of its workbook."""

    template: ClassVar[str] = "pages/review.html"
    summary: Summary
    workbook: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The list of quarters, newest first, and a page for each."""
    found = summaries(renderer.edition)
    yield renderer.page(
        ReviewsView(
            folded(
                ((summary, url_of(summary.quarter)) for summary in found),
                lambda line: line[0].quarter,
            )
        ),
        f"{SECTION}/",
        "Tổng hợp từng quý phục vụ bình xét thi đua",
        "Mỗi quý một bảng sự việc của từng đơn vị, không chấm điểm, không xếp hạng.",
    )
    for summary in found:
        yield _page(renderer, summary)


def _page(renderer: Renderer, summary: Summary) -> Page:
    when = vn_quarter(summary.quarter)
    return renderer.page(
        ReviewView(summary, workbook_path(summary.quarter)),
        url_of(summary.quarter),
        f"Tổng hợp {when} phục vụ bình xét thi đua",
        f"Từng đơn vị trong {when}: hồ sơ đúng hạn, báo cáo, nhiệm vụ, nêu gương, phê bình.",
        frame=SECTION,
        search_text=summary.finding,
    )


def files(renderer: Renderer) -> dict[str, bytes]:
    """A workbook for each quarter, by path."""
    edition = renderer.edition
    return {
        workbook_path(summary.quarter): workbook_bytes(edition.city, summary)
        for summary in summaries(edition)
    }


def url_of(quarter: str) -> str:
    """Address of a quarter's page: `cong-van-643/quy/2018-q4/`."""
    return f"{SECTION}/{quarter.lower()}/"


def workbook_path(quarter: str) -> str:
    """Where a quarter's workbook lies."""
    return f"{SECTION}/{quarter.lower()}.xlsx"
