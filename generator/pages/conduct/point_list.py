"""Every criticism with points in a list: what it is called, and what became of each point."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.pages.addresses import record_url
from generator.pages.conduct.points import PointRow, point_rows


@dataclass(frozen=True)
class PointedRecord:
    """A criticism that has points: what it is called, where it lies, and its points."""

    words: str
    url: str
    answered: int
    rows: Sequence[PointRow]


def pointed_records(edition: Edition) -> Sequence[PointedRecord]:
    """Return every criticism that has points, the newest first."""
    return [
        PointedRecord(
            case_words(edition, record),
            record_url(edition.dataset_of[record.record_id], record.record_id),
            record.answered_points,
            point_rows(edition, record),
        )
        for record in edition.criticisms
        if record.points
    ]
