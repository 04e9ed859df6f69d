"""What is told of each record beside itself: its corrections, its contests, its points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.contests import contests_by_record
from generator.model.datasets import Collections
from generator.model.point_records import CriticismPoint
from generator.model.points import points_by_record
from generator.model.records import Contest, Correction


@dataclass(frozen=True)
class Told:
    """What is known of one record on a day; corrections and contests lie oldest first."""

    corrections: tuple[Correction, ...] = ()
    contests: tuple[Contest, ...] = ()
    points: tuple[CriticismPoint, ...] = ()


def corrections_by_record(
    corrections: Iterable[Correction], as_of: date
) -> dict[str, tuple[Correction, ...]]:
    """The corrections that are public on `as_of`, by the record they correct, oldest first."""
    found: dict[str, tuple[Correction, ...]] = {}
    for item in sorted(corrections, key=lambda c: (c.published_on, c.kind)):
        if item.published_on <= as_of:
            found[item.record_id] = (*found.get(item.record_id, ()), item)
    return found


def told_by_record(held: Collections, as_of: date) -> Mapping[str, Told]:
    """What is told of every record of which anything is, by its id."""
    corrected = corrections_by_record(held.corrections, as_of)
    contested = contests_by_record(held.contests, as_of)
    pointed = points_by_record(held.criticism_points, as_of)
    return {
        key: Told(corrected.get(key, ()), contested.get(key, ()), pointed.get(key, ()))
        for key in {**corrected, **contested, **pointed}
    }
