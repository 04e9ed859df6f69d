"""Find praise and criticism that were never told: what is news, and what is so no more."""

from datetime import date
from operator import itemgetter
from typing import TypeVar

from generator.model.public import PublicCommendation, PublicCriticism
from generator.radio.items.day import WEEK, AirDay
from generator.radio.items.kind import ItemKind, Skipped
from generator.radio.weeks import is_news

R = TypeVar("R", PublicCommendation, PublicCriticism)
_ENDED = {
    "withdrawn": "Nội dung đã rút lại, không đọc nữa.",
    "revoked": "Văn bản làm căn cứ đã bị thu hồi, không đọc nữa.",
    "suspended": "Việc nêu tên đang tạm dừng để xem xét lại, không đọc.",
    "expired": "Đã hết thời hạn nêu tên trước khi phát.",
}


def new_records(
    records: tuple[R, ...], kind: ItemKind, noun: str, day: AirDay
) -> tuple[list[R], tuple[Skipped, ...]]:
    """Return records never told that are in force, oldest first, and those skipped this week.

    Records withdrawn or revoked are never told as news, only corrected. `noun` names a record of
    the kind to the editor.
    """
    new: list[R] = []
    skipped: list[Skipped] = []
    for approved_on, record_id, record in _untold(records, day):
        reason = _unfit(record, approved_on, day)
        if not reason:
            new.append(record)
        elif is_news(approved_on, day.air_on) or approved_on <= day.oldest:
            key, title = f"{kind.name}/{record_id}", f"{noun} {record_id}"
            taken_back = _taken_back_since(record, day.air_on)
            skipped.append(Skipped(key, kind, title, record_id, approved_on, reason, taken_back))
    return new, tuple(skipped)


def _untold(records: tuple[R, ...], day: AirDay) -> list[tuple[date, str, R]]:
    """Return what was approved by the day and not told, with what grew too old this week."""
    untold = [
        (record.approved_on, record.record_id, record)
        for record in records
        if record.approved_on is not None
        and day.oldest - WEEK < record.approved_on <= day.air_on
        and record.record_id not in day.memory.first_said
    ]
    return sorted(untold, key=itemgetter(0, 1))


def _taken_back_since(record: PublicCommendation | PublicCriticism, air_on: date) -> bool:
    """True of a record that was told on the day of airing and was taken back after it."""
    return record.standing != "expired" and (record.ended_on or air_on) > air_on


def _unfit(record: PublicCommendation | PublicCriticism, approved_on: date, day: AirDay) -> str:
    """Say why a record is told no more; empty while it is news."""
    if record.taken_back:
        return _ENDED[record.standing]
    if record.ended_on and record.ended_on <= day.air_on:
        return _ENDED["expired"]
    if record.suspended_on and record.suspended_on <= day.air_on:
        return _ENDED["suspended"]
    if approved_on > day.oldest:
        return ""
    return "Đã chuyển nhiều tuần mà chưa phát, không còn là tin mới."
