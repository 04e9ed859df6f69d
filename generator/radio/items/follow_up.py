"""What became of a criticism that was on air: the reply, the remedy, the day that passed without.

A reply is not an error of the programme. Article 42 of the Press Law 2016 (correction) is about
what was said wrongly; article 43 gives whoever was spoken of the right to be heard. So a reply
that comes after the broadcast is told in the same column as news of its own, without an apology,
and what was said stands until it is corrected.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from generator.model.public import PublicCriticism
from generator.model.radio_settings import Dialect
from generator.radio.items.criticism_words import measure_words, remedy_words, reply_words
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.phrases import on_day, subject
from generator.radio.items.telling import read_forms

Event = Literal["reply", "remedy", "overdue"]
_TITLES: dict[Event, str] = {
    "reply": "ý kiến giải trình",
    "overdue": "quá hạn khắc phục",
    "remedy": "kết quả khắc phục",
}


def _events(record: PublicCriticism, air_on: date) -> Iterator[tuple[Event, date]]:
    """Find what has happened by the day of airing, each with the day on which it was news."""
    if record.replied_on and record.replied_on <= air_on:
        yield "reply", record.replied_on
    if record.remedied_on and record.remedied_on <= air_on:
        yield "remedy", record.remedied_on
    elif record.remedy_due_on and record.remedy_due_on < air_on:
        yield "overdue", record.remedy_due_on + timedelta(days=1)


def _candidates(day: AirDay) -> Candidates:
    """Return replies, remedies and days that passed, after the criticism itself was on air."""
    aired = day.memory.first_said
    told = [
        _story(record, event, since, day)
        for record in day.edition.criticisms
        if record.standing in ("in_force", "expired") and record.record_id in aired
        for event, since in _events(record, day.air_on)
        if max(aired[record.record_id], day.oldest) < since
        and _key(record, event) not in day.memory.told
    ]
    return Candidates(tuple(sorted(told, key=lambda story: (story.since, story.key))))


def _key(record: PublicCriticism, event: Event) -> str:
    """Return the key of the event's story."""
    return f"follow_up/{record.record_id}/{event}"


def _story(record: PublicCriticism, event: Event, since: date, day: AirDay) -> Story:
    """Tell one event, with the case it belongs to, and in one sentence."""
    edition = day.edition
    about = f"Về việc {measure_words(record, edition)} {subject(record, edition)}"
    told = _told(record, event, day.air_on, edition.dialect)
    forms, fragment = read_forms(
        {
            "full": f"{about}, chuyên mục thông tin thêm. {told}",
            "sentence": f"{about}, {told[:1].lower()}{told[1:]}",
        },
        day.reader,
    )
    return Story(
        key=_key(record, event),
        kind=FOLLOW_UP,
        title=f"{_TITLES[event]} về {record.record_id}",
        record_ids=(record.record_id,),
        forms=forms,
        since=since,
        unit_id=record.unit_id,
        fragment=fragment,
    )


def _told(record: PublicCriticism, event: Event, air_on: date, dialect: Dialect) -> str:
    if event == "reply":
        return reply_words(record, air_on)
    if event == "remedy":
        return remedy_words(record, air_on, 0, dialect)
    due = on_day(record.remedy_due_on or air_on, air_on, dialect)
    return f"Hạn khắc phục là {due}, đến nay chưa có kết quả."


FOLLOW_UP = ItemKind(
    "follow_up",
    "Thông tin thêm",
    candidates=_candidates,
    priority=2,
    most=lambda limits: limits.follow_up,
    counted="{count} thông tin thêm về việc đã phê bình",
    is_news=True,
)
