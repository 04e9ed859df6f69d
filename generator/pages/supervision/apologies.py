"""The register of apologies: what units owe those whose dossiers are late, quarter by quarter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.apologies import ApologyLine
from generator.model.site_paths import SectionFolder
from generator.model.text import collation_key, vn_quarter
from generator.pages.apologies import COLUMNS, NAME, URL, RegisterQuarter
from generator.pages.folds import Folded, folded
from generator.pages.lookups import grouped
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = SectionFolder.SUPERVISION


@dataclass(frozen=True)
class ApologiesView(View):
    """Every quarter of the city with its months, and the units of the newest that tells them."""

    template: ClassVar[str] = "pages/apologies.html"
    newest: RegisterQuarter | None
    quarters: Folded[RegisterQuarter]
    columns: Mapping[str, str]


@dataclass(frozen=True)
class ApologyQuarterView(View):
    """One quarter by unit."""

    template: ClassVar[str] = "pages/apology_quarter.html"
    register: RegisterQuarter
    columns: Mapping[str, str]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The register, and a page for each quarter that is told by unit."""
    every = register(renderer.edition)
    by_unit = [item for item in every if item.units]
    newest = by_unit[-1] if by_unit else None
    yield renderer.page(
        ApologiesView(newest, folded(every, lambda item: item.quarter), COLUMNS),
        URL,
        NAME,
        "Phiếu xin lỗi và hẹn lại khi hồ sơ quá hạn: phải gửi, đã gửi, chưa gửi, giữ được ngày hẹn"
        " lại hay không.",
        frame=SECTION,
        search_text="Sổ xin lỗi, phiếu xin lỗi và hẹn lại ngày trả kết quả, hồ sơ trễ hẹn",
    )
    for item in by_unit:
        yield _quarter_page(renderer, item)


def _quarter_page(renderer: Renderer, item: RegisterQuarter) -> Page:
    when = vn_quarter(item.quarter)
    return renderer.page(
        ApologyQuarterView(item, COLUMNS),
        item.url,
        f"{NAME}, {when}",
        f"Phiếu xin lỗi và hẹn lại của từng đơn vị trong {when}.",
        frame=URL.rstrip("/"),
        search_text=item.finding,
    )


def register(edition: Edition) -> tuple[RegisterQuarter, ...]:
    """Every quarter, oldest first."""
    lines = grouped(edition.figures.apologies, lambda line: line.quarter)
    return tuple(_quarter(edition, quarter, lines[quarter]) for quarter in sorted(lines))


def _quarter(edition: Edition, quarter: str, lines: Sequence[ApologyLine]) -> RegisterQuarter:
    of_city = [line for line in lines if line.scope == "all"]
    units = [
        (edition.unit(line.unit_id), line) for line in lines if line.unit_id and not line.is_empty
    ]
    others = (line for line in lines if line.scope == "unit" and not line.unit_id)
    return RegisterQuarter(
        quarter,
        whole=next(line for line in of_city if not line.month),
        months=tuple(line for line in of_city if line.month),
        units=tuple(sorted(units, key=lambda pair: collation_key(pair[0].name))),
        rest=next((line for line in others if not line.is_empty), None),
    )
