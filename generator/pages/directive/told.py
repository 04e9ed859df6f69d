"""What units reported of each quarter under a document: the list of quarters, a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.model.directives import Directive
from generator.model.text import vn_quarter
from generator.pages.directive.reported import QuarterTold, told_quarters
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

NAME = "Nội dung báo cáo"


@dataclass(frozen=True)
class ToldQuartersView(View):
    """The quarters, newest first."""

    template: ClassVar[str] = "pages/told_quarters.html"
    quarters_told: Folded[QuarterTold]


@dataclass(frozen=True)
class ToldView(View):
    """One quarter, point by point."""

    template: ClassVar[str] = "pages/told_quarter.html"
    told: QuarterTold


def pages(renderer: Renderer, directive: Directive) -> Iterator[Page]:
    """The list of a document's quarters, and a page for each."""
    found = tuple(told_quarters(renderer.edition, directive))
    yield renderer.page(
        ToldQuartersView(folded(found, lambda told: told.quarter)),
        directive.told_url,
        "Các đơn vị báo cáo gì",
        "Điều các đơn vị ghi trong báo cáo từng quý, đặt cạnh số liệu đã công bố.",
    )
    for told in found:
        yield _page(renderer, directive, told)


def _page(renderer: Renderer, directive: Directive, told: QuarterTold) -> Page:
    when = vn_quarter(told.quarter)
    return renderer.page(
        ToldView(told),
        told.url,
        f"Các đơn vị báo cáo gì, {when}",
        f"Báo cáo {when} của các đơn vị theo từng điểm của {directive.name}, đặt cạnh số liệu.",
        frame=directive.told_url.rstrip("/"),
        search_text=told.finding,
    )
