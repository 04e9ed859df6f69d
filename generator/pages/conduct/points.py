"""Points of criticisms in words: what was answered by when, and what another body concluded."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.datasets import name_of
from generator.model.obligations import Obligation
from generator.model.point_records import CriticismPoint
from generator.model.points import point_key
from generator.model.public import PublicCriticism


@dataclass(frozen=True)
class PointRow:
    """One point with its outcome in words; `owed` is its answer by the day it is due, None where
    nothing is owed any more."""

    point: CriticismPoint
    outcome: str
    owed: Obligation | None


def point_rows(edition: Edition, record: PublicCriticism) -> Sequence[PointRow]:
    """Return the points of a record in their order."""
    owed = {
        item.key: item
        for item in edition.figures.hearings
        if item.dataset == name_of(CriticismPoint)
    }
    label = edition.contract.label
    return [
        PointRow(point, label(CriticismPoint, "outcome", point.outcome), owed.get(point_key(point)))
        for point in record.points
    ]
