"""The quarter's summary of all units for emulation review: a page and a workbook each.

Facts beside one another in the order of a dictionary: no total score, no ranking.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.edition.page import Page
from generator.model.directives import Directive
from generator.model.reporting import Reporting
from generator.model.text import vn_quarter
from generator.pages.directive.review_summary import Summary, summaries
from generator.pages.directive.review_workbook import workbook_bytes
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

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
    reporting: tuple[Reporting, ...]
    workbook: str


def pages(renderer: Renderer, directive: Directive) -> Iterator[Page]:
    """The list of a document's quarters, newest first, and a page for each."""
    found = summaries(renderer.edition, directive)
    yield renderer.page(
        ReviewsView(
            folded(
                ((summary, url_of(directive, summary.quarter)) for summary in found),
                lambda line: line[0].quarter,
            ),
        ),
        directive.reviews_url,
        "Tổng hợp từng quý phục vụ bình xét thi đua",
        "Mỗi quý một bảng sự việc của từng đơn vị, không chấm điểm, không xếp hạng.",
    )
    for summary in found:
        yield _page(renderer, directive, summary)


def _page(renderer: Renderer, directive: Directive, summary: Summary) -> Page:
    when = vn_quarter(summary.quarter)
    reporting = renderer.edition.city.reporting(summary.quarter)
    return renderer.page(
        ReviewView(summary, reporting, workbook_path(directive, summary.quarter)),
        url_of(directive, summary.quarter),
        f"Tổng hợp {when} phục vụ bình xét thi đua",
        f"Từng đơn vị trong {when}: hồ sơ đúng hạn, báo cáo, nhiệm vụ, nêu gương, phê bình.",
        frame=directive.reviews_url.rstrip("/"),
        search_text=summary.finding,
    )


def files(renderer: Renderer, directive: Directive) -> dict[str, bytes]:
    """A workbook for each quarter of a document, by path."""
    city = renderer.known.city
    return {
        path: renderer.memo.reuse(
            ("file", path),
            partial(tuple, (city, summary)),
            partial(workbook_bytes, city, summary),
        )
        for summary in summaries(renderer.edition, directive)
        for path in (workbook_path(directive, summary.quarter),)
    }


def url_of(directive: Directive, quarter: str) -> str:
    """Address of a quarter's page: `cong-van-643/quy/2018-q4/`."""
    return f"{directive.reviews_url}{quarter.lower()}/"


def workbook_path(directive: Directive, quarter: str) -> str:
    """Where a quarter's workbook lies."""
    return f"{directive.reviews_url}{quarter.lower()}.xlsx"
