"""Public corrections: every one, newest first, with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.records import Correction
from generator.model.text import quarter_of, slug
from generator.pages.filters import (
    Filter,
    quarter_filter,
    state_filter,
    unit_filter,
    useful,
    words_filter,
)
from generator.pages.renderer import Renderer, record_url

NOUNS = {"commendations": "nêu gương", "criticisms": "phê bình", "recommendations": "kiến nghị"}
"""What was corrected, by its dataset."""
KINDS = ("corrected", "withdrawn", "revoked", "expired")


@dataclass(frozen=True)
class Line:
    """One correction and where its record lies."""

    correction: Correction
    record_url: str
    noun: str
    unit_id: str
    quarter: str

    @property
    def words(self) -> str:
        """What was corrected, before its id."""
        return self.noun if self.noun == NOUNS["recommendations"] else f"trường hợp {self.noun}"


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of corrections."""
    edition = renderer.edition
    units = {record.record_id: record.unit_id for record in edition.records}
    lines = [
        _line(item, edition.dataset_of[item.record_id], units[item.record_id])
        for item in edition.corrections
    ]
    yield renderer.page(
        "pages/corrections.html",
        "dinh-chinh/",
        "Đính chính",
        "Mọi lần đính chính, rút lại, thu hồi, kèm lý do công khai.",
        lines=lines,
        has_recommendations=any(line.noun == NOUNS["recommendations"] for line in lines),
        filters=_filters(edition, lines),
        sorts=(("ngay", "Cũ nhất trước"),),
    )


def _line(correction: Correction, dataset: str, unit_id: str) -> Line:
    return Line(
        correction,
        record_url(dataset, correction.record_id),
        NOUNS[dataset],
        unit_id,
        quarter_of(correction.published_on),
    )


def _filters(edition: Edition, lines: list[Line]) -> tuple[Filter, ...]:
    kinds = [(kind, edition.contract.label("corrections", "kind", kind)) for kind in KINDS]
    nouns = [(slug(noun), noun[:1].upper() + noun[1:]) for noun in NOUNS.values()]
    return useful(
        unit_filter(edition, (line.unit_id for line in lines)),
        quarter_filter(line.quarter for line in lines),
        words_filter("loai", "Trường hợp", nouns, (slug(line.noun) for line in lines)),
        state_filter((line.correction.kind for line in lines), kinds),
    )
