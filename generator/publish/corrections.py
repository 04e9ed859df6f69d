"""Public corrections: every one, newest first, with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.contract.publication import Page
from generator.contract.records import Correction
from generator.publish.environment import Renderer, record_url


@dataclass(frozen=True)
class Line:
    """One correction and where its record lies."""

    correction: Correction
    record_url: str
    noun: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of corrections."""
    edition = renderer.edition
    praised = {record.record_id for record in edition.commendations}
    lines = [_line(correction, praised) for correction in edition.corrections]
    yield renderer.page(
        "pages/corrections.html",
        "dinh-chinh/",
        "Đính chính",
        "Mọi lần đính chính, rút lại, thu hồi, kèm lý do công khai.",
        lines=lines,
    )


def _line(correction: Correction, praised: set[str]) -> Line:
    praise = correction.record_id in praised
    return Line(
        correction,
        record_url("commendations" if praise else "criticisms", correction.record_id),
        "nêu gương" if praise else "phê bình",
    )
