"""Which corrections are owed on a day of airing: of what was on air, until they were on air too."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.edition.bulletin import ItemKind
from generator.edition.edition import Edition
from generator.model.records import Correction
from generator.radio.items.correction import correction, correction_key
from generator.radio.items.phrases import PublicRecord
from generator.radio.items.story import Story
from generator.radio.select.heard import Memory
from generator.radio.weeks import is_news

_NO_AIR = (
    "Điều được đính chính chưa lên sóng, hoặc lên sóng khi đã đúng: không phải cải chính trên sóng."
)


class Passed(NamedTuple):
    """Something that is not told this week, and why, in a Vietnamese sentence for the editor.

    `removed` is true of what was told on the day of airing, and was taken back since.
    """

    key: str
    kind: ItemKind
    record_id: str
    since: date
    reason: str
    removed: bool = False


class Owed(NamedTuple):
    """A correction of what was said on `said_on`."""

    correction: Correction
    record: PublicRecord
    said_on: date


def owed(edition: Edition, day: date, memory: Memory) -> Iterator[Owed]:
    """Corrections published by `day`, of what had been said before, not yet aired, oldest first.

    The end of a naming period corrects nothing. A record corrected before it was ever said was
    said rightly; one that was withdrawn or revoked should not have been said at all.
    Recommendations are never read out, for the column praises and criticises (point 4.3) and
    the Front speaks for itself; so nothing of them has to be mended on air.
    """
    for item, record in _published(edition, day):
        said_on = memory.first_said.get(item.record_id)
        if said_on is None or correction_key(item) in memory.confirmed:
            continue
        if item.kind == "corrected" and (said_on > item.published_on or _taken_back(record, day)):
            continue
        yield Owed(item, record, said_on)


def _published(edition: Edition, day: date) -> Iterator[tuple[Correction, PublicRecord]]:
    every: tuple[PublicRecord, ...] = (*edition.commendations, *edition.criticisms)
    records = {record.record_id: record for record in every if record.corrections}
    for item in sorted(
        edition.corrections, key=lambda item: (item.published_on, item.record_id, item.kind)
    ):
        if item.kind != "expired" and item.published_on <= day and item.record_id in records:
            yield item, records[item.record_id]


def _taken_back(record: PublicRecord, day: date) -> bool:
    """True when the whole record was taken back, which says more than correcting a part of it."""
    return any(
        item.kind in ("withdrawn", "revoked") and item.published_on <= day
        for item in record.corrections
    )


def corrections(edition: Edition, air_on: date, memory: Memory) -> tuple[list[Story], list[Passed]]:
    """The corrections that open the column, and the week's corrections that need no air."""
    due = list(owed(edition, air_on, memory))
    stories = [
        correction(
            part.correction,
            part.record,
            edition,
            air_on,
            part.said_on,
            memory.planned.get(correction_key(part.correction), 0),
        )
        for part in due
    ]
    told = {story.key for story in stories}
    passed = [
        Passed(
            correction_key(item),
            "correction",
            item.record_id,
            item.published_on,
            _NO_AIR,
        )
        for item, _ in _published(edition, air_on)
        if is_news(item.published_on, air_on) and correction_key(item) not in told
    ]
    return stories, passed
