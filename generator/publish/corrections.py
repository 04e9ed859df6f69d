"""Public corrections: every one, newest first, with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract.edition import Edition
from generator.contract.publication import Page
from generator.contract.records import Correction
from generator.publish.environment import Renderer, record_url
from generator.publish.filters import (
    Filter,
    quarter_filter,
    state_filter,
    unit_filter,
    useful,
    words_filter,
)
from generator.text import quarter_of, slug

KINDS = ("corrected", "withdrawn", "revoked", "expired")


@dataclass(frozen=True)
class Line:
    """One correction and where its record lies."""

    correction: Correction
    record_url: str
    noun: str
    unit_id: str
    quarter: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of corrections."""
    edition = renderer.edition
    praised = {record.record_id for record in edition.commendations}
    units = {record.record_id: record.unit_id for record in edition.commendations}
    units |= {record.record_id: record.unit_id for record in edition.criticisms}
    lines = [
        _line(item, item.record_id in praised, units[item.record_id])
        for item in edition.corrections
    ]
    yield renderer.page(
        "pages/corrections.html",
        "dinh-chinh/",
        "Đính chính",
        "Mọi lần đính chính, rút lại, thu hồi, kèm lý do công khai.",
        lines=lines,
        filters=_filters(edition, lines),
        sorts=(("ngay", "Cũ nhất trước"),),
    )


def _line(correction: Correction, praise: bool, unit_id: str) -> Line:
    return Line(
        correction,
        record_url("commendations" if praise else "criticisms", correction.record_id),
        "nêu gương" if praise else "phê bình",
        unit_id,
        quarter_of(correction.published_on),
    )


def _filters(edition: Edition, lines: list[Line]) -> tuple[Filter, ...]:
    kinds = [(kind, edition.contract.label("corrections", "kind", kind)) for kind in KINDS]
    nouns = (("neu-guong", "Nêu gương"), ("phe-binh", "Phê bình"))
    return useful(
        unit_filter(edition, (line.unit_id for line in lines)),
        quarter_filter(line.quarter for line in lines),
        words_filter("loai", "Trường hợp", nouns, (slug(line.noun) for line in lines)),
        state_filter((line.correction.kind for line in lines), kinds),
    )
