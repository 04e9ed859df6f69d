"""Recalls: which records make an earlier copy of a script void, and since when.

A station pulls a script and airs it days later. When a record in it is withdrawn, revoked,
corrected, or its naming ends or is suspended, the copy it holds may not be aired any more; the
script made today holds the record no longer, or without the name.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.edition.bulletin import Bulletin, Recall
from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.model.capitals import capitalize_first
from generator.model.text import vn_date
from generator.radio.items.phrases import ConductRecord
from generator.radio.items.registry import KIND_OF

_WINDOW = timedelta(days=7)
"""A script can be pulled from the day after the bulletin before it."""
_REASONS = {
    "withdrawn": "{record} đã được rút lại ngày {day}.",
    "revoked": "{record} đã được thu hồi ngày {day}, vì văn bản làm căn cứ bị hủy bỏ.",
    "expired": "{record} thôi nêu tên từ ngày {day}.",
    "suspended": "{record} tạm dừng nêu tên từ ngày {day}.",
    "corrected": "{record} đã được đính chính ngày {day}.",
}


def find_recalls(script: Bulletin, edition: Edition) -> tuple[Recall, ...]:
    """Find the records of the script that changed after it could be pulled, up to `as_of`."""
    spoken_of = _spoken_of(script, edition)
    records: tuple[ConductRecord, ...] = (*edition.commendations, *edition.criticisms)
    found = [
        recall
        for record in records
        if record.record_id in spoken_of
        for recall in _changes(record, edition)
        if recall.since > _known(script, record.record_id)
    ]
    return tuple(sorted(found, key=lambda recall: (recall.since, recall.record_id)))


def _spoken_of(script: Bulletin, edition: Edition) -> set[str]:
    """Return ids in the script, in what the station says of it, or taken out because taken back."""
    taken_out = [
        record_id
        for item in script.left_out
        if KIND_OF[item.kind].is_record and item.since == script.bulletin_id
        for record_id in item.record_ids
    ]
    said = [
        record_id
        for row in edition.broadcasts
        if row.bulletin_id == script.bulletin_id
        for record_id in row.records
    ]
    return {*script.record_ids, *said, *taken_out}


def _known(script: Bulletin, record_id: str) -> date:
    """Return the last day whose changes every copy of the script knew of."""
    corrected = [
        date.fromisoformat(item.key.rpartition("/")[2])
        for item in script.decided("chosen")
        if KIND_OF[item.kind].corrects and record_id in item.record_ids
    ]
    return max(corrected, default=script.air_on - _WINDOW)


def _changes(record: ConductRecord, edition: Edition) -> Iterator[Recall]:
    words = f"{capitalize_first(case_words(edition, record))} ({record.record_id})"
    for item in record.corrections:
        yield _recall(record, words, item.kind, item.published_on)
    for contest in record.contests:
        if contest.suspended_on:
            yield _recall(record, words, "suspended", contest.suspended_on)
    if record.named_until and record.named_until < edition.as_of:
        yield _recall(record, words, "expired", record.named_until + timedelta(days=1))


def _recall(record: ConductRecord, words: str, kind: str, day: date) -> Recall:
    return Recall(record.record_id, day, _REASONS[kind].format(record=words, day=vn_date(day)))
