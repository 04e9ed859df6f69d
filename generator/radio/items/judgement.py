"""Judgements: what another body concluded of a point of a criticism that was on air."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.edition.bulletin import Fullness
from generator.model.capitals import mid_sentence
from generator.model.clauses import clause
from generator.model.point_records import CriticismPoint
from generator.model.points import point_known_on
from generator.model.public import PublicCriticism
from generator.model.records import Criticism
from generator.radio.items.criticism_words import fault_of, measure_words
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.phrases import begin, on_day, subject
from generator.radio.items.telling import Written, read_forms

_OUTCOMES = {
    "upheld": ("giữ nguyên như đã phê bình", "giữ nguyên"),
    "changed": ("sửa lại điểm này", "sửa lại"),
    "annulled": ("bỏ điểm này", "bỏ"),
}
"""What became of a point, and of the next one of which the same was concluded."""


def _candidates(day: AirDay) -> Candidates:
    """Return what was concluded after the criticism itself was on air.

    What was concluded before is told with the criticism; a point that was corrected since is told
    as a correction.
    """
    aired = day.memory.first_said
    told = [
        _story(record, points, day)
        for record in day.edition.criticisms
        if not record.taken_back and record.record_id in aired
        for points in _judged(record, aired[record.record_id], day)
    ]
    return Candidates(tuple(sorted(told, key=lambda story: (story.since, story.key))))


def _judged(
    record: PublicCriticism, first_said: date, day: AirDay
) -> Iterator[Sequence[CriticismPoint]]:
    """Find the points that each body judged since, and that nobody has been told of."""
    before, after = day.air_on, max(first_said, day.oldest)
    told = _told_points(record, day)
    judged = [
        point
        for point in (point_known_on(point, before) for point in record.points)
        if point.judged_on and point.judged_by and point.judged_on > after
        if point.point_no not in told and not _is_corrected(record, point, before)
    ]
    judged.sort(key=lambda point: (point.judged_by or "", point.point_no))
    for _, points in groupby(judged, key=lambda point: point.judged_by):
        yield list(points)


def _told_points(record: PublicCriticism, day: AirDay) -> set[int]:
    """Read from the keys of what was told which points it was about."""
    start = f"judgement/{record.record_id}/"
    keys = (key.removeprefix(start) for key in day.memory.told if key.startswith(start))
    return {int(number) for numbers in keys for number in numbers.split("-")}


def _is_corrected(record: PublicCriticism, point: CriticismPoint, air_on: date) -> bool:
    """True of a point that did not stand, once the record was corrected."""
    return point.outcome != "upheld" and not fault_of(record, air_on)


def _since(points: Sequence[CriticismPoint]) -> date:
    """Return the day of the last of them."""
    return max(point.judged_on for point in points if point.judged_on)


def _key(points: Sequence[CriticismPoint]) -> str:
    """Return the key of the judgement's story."""
    numbers = "-".join(str(point.point_no) for point in points)
    return f"judgement/{points[0].record_id}/{numbers}"


def _story(record: PublicCriticism, points: Sequence[CriticismPoint], day: AirDay) -> Story:
    forms, fragment = read_forms(_told(record, points, day), day.reader)
    return Story(
        key=_key(points),
        kind=JUDGEMENT,
        title=f"kết luận về điểm bị phê bình của {record.record_id}",
        record_ids=(record.record_id,),
        forms=forms,
        since=_since(points),
        unit_id=record.unit_id,
        fragment=fragment,
    )


def _told(
    record: PublicCriticism, points: Sequence[CriticismPoint], day: AirDay
) -> dict[Fullness, Written]:
    """Say who concluded what of which point, and in the full form on what grounds."""
    when = begin(on_day(_since(points), day.air_on, day.dialect))
    body = mid_sentence(points[0].judged_by or "")
    about = f"{measure_words(record, day.edition)} {subject(record, day.edition)}"
    count = "một" if len(points) == 1 else str(len(points))
    head = f"{when}, {body} đã kết luận về {count} điểm trong việc {about}."
    corrected = not fault_of(record, day.air_on)
    briefly = [
        _concluded(point, before, is_named=not corrected)
        for before, point in zip((None, *points), points, strict=False)
    ]
    fully = map(_with_grounds, briefly, points)
    return {"full": " ".join((head, *fully)), "sentence": " ".join((head, *briefly))}


def _concluded(point: CriticismPoint, before: CriticismPoint | None, *, is_named: bool) -> str:
    """Say what was concluded; of a point that ended as the one before, that it did so too."""
    at_first, again = _OUTCOMES[point.outcome]
    alike = before is not None and before.outcome == point.outcome
    concluded = f"kết luận cũng là {again}" if alike else f"kết luận là {at_first}"
    return (
        f"Về việc {clause(point.violation)}, {concluded}." if is_named else f"{begin(concluded)}."
    )


def _with_grounds(concluded: str, point: CriticismPoint) -> str:
    said = (point.conclusion or "").strip().rstrip(".")
    return f"{concluded} {begin(said)}." if said else concluded


JUDGEMENT = ItemKind(
    "judgement",
    "Kết luận về điểm bị phê bình",
    candidates=_candidates,
    records=(Criticism,),
    priority=3,
    most=lambda limits: limits.criticism,
    counted="{count} kết luận mới",
    is_news=True,
)
