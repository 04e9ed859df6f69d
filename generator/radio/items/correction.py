"""Corrections: they open the column, and are told again until the station says it aired them.

What a body has annulled was no error of the programme: its withdrawal is announced as what it is.
"""

from generator.model.capitals import mid_sentence
from generator.model.records import Commendation, Correction, Criticism
from generator.radio.items.correction_words import at_fault, told
from generator.radio.items.corrections_owed import Owed, correction_key, owed, published
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Skipped, Story
from generator.radio.items.telling import read_forms
from generator.radio.weeks import is_news

_NO_AIR = (
    "Điều được đính chính chưa lên sóng, hoặc lên sóng khi đã đúng: không phải cải chính trên sóng."
)


def _corrections(day: AirDay) -> Candidates:
    return _of_kind(CORRECTION, day)


def _revocations(day: AirDay) -> Candidates:
    return _of_kind(REVOCATION, day)


def _of_kind(kind: ItemKind, day: AirDay) -> Candidates:
    """Return the corrections that are owed, and the week's corrections that need no air."""
    stories = tuple(
        _story(part, day)
        for part in owed(day.edition, day.air_on, day.memory)
        if _kind_of(part.correction) is kind
    )
    keys = {story.key for story in stories}
    return Candidates(
        stories,
        tuple(
            _skipped(item)
            for item, _ in published(day.edition, day.air_on)
            if _kind_of(item) is kind
            and is_news(item.published_on, day.air_on)
            and correction_key(item) not in keys
        ),
    )


def _kind_of(item: Correction) -> ItemKind:
    return CORRECTION if at_fault(item) else REVOCATION


def _title(item: Correction) -> str:
    return f"{mid_sentence(_kind_of(item).title)} {item.record_id}"


def _skipped(item: Correction) -> Skipped:
    key = correction_key(item)
    return Skipped(key, _kind_of(item), _title(item), item.record_id, item.published_on, _NO_AIR)


def _story(part: Owed, day: AirDay) -> Story:
    item, record, said_on = part
    forms, fragment = read_forms(told(item, record, day.edition, day.air_on, said_on), day.reader)
    return Story(
        key=correction_key(item),
        kind=_kind_of(item),
        title=_title(item),
        record_ids=(item.record_id,),
        forms=forms,
        since=item.published_on,
        unit_id=record.unit_id,
        fragment=fragment,
        repeats=day.memory.planned.get(correction_key(item), 0),
    )


CORRECTION = ItemKind(
    "correction",
    "Cải chính",
    candidates=_corrections,
    records=(Commendation, Correction, Criticism),
    priority=0,
    counted="{count} tin cải chính",
    reason="Tin cải chính phải phát trước hết",
    corrects=True,
    is_news=True,
)
REVOCATION = ItemKind(
    "revocation",
    "Thu hồi",
    candidates=_revocations,
    records=(Commendation, Correction, Criticism),
    priority=0,
    counted="{count} tin thu hồi",
    reason="Tin thu hồi phải phát trước hết",
    corrects=True,
    is_news=True,
)
