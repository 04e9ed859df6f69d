"""Points of a criticism: what is known of them on a day, and when all of it had been answered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.model.contests import OPEN_OUTCOME
from generator.model.point_records import CriticismPoint
from generator.model.records import Criticism


def point_key(point: CriticismPoint) -> str:
    """Return what a point is called among all points: "pb-2018-007/2"."""
    return f"{point.record_id}/{point.point_no}"


def point_known_on(point: CriticismPoint, day: date) -> CriticismPoint:
    """Return the point as it was known on a day: without what came later."""
    later: dict[str, object] = {}
    if point.replied_on and point.replied_on > day:
        later |= dict.fromkeys(("reply", "replied_by", "replied_on"))
    if point.judged_on and point.judged_on > day:
        later |= dict.fromkeys(("judged_by", "judged_on", "conclusion"))
        later |= {"outcome": OPEN_OUTCOME}
    return point.model_copy(update=later) if later else point


def points_by_record(
    points: Iterable[CriticismPoint], as_of: date
) -> Mapping[str, tuple[CriticismPoint, ...]]:
    """Return the points by the record they are of, in their order, as they are known on a day."""
    found: dict[str, tuple[CriticismPoint, ...]] = {}
    for item in sorted(points, key=lambda point: (point.record_id, point.point_no)):
        found[item.record_id] = (*found.get(item.record_id, ()), point_known_on(item, as_of))
    return found


def answered_on(record: Criticism, points: Sequence[CriticismPoint]) -> date | None:
    """Return the day on which a criticism had been answered; None while a point of it is not."""
    if not points:
        return record.replied_on
    days = [point.replied_on for point in points]
    return None if None in days else max(day for day in days if day)
