"""What became of a criticism that was on air: the reply, the remedy, the day that passed without.

A reply is not an error of the programme. Article 42 of the Press Law 2016 (correction) is about
what was said wrongly; article 43 gives whoever was spoken of the right to be heard. So a reply
that comes after the broadcast is told in the same column as news of its own, without an apology,
and what was said stands until it is corrected.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from generator.edition.edition import Edition
from generator.model.public import PublicCriticism
from generator.model.settings import Dialect
from generator.radio.items.criticism import measure_words, remedy_words, reply_words
from generator.radio.items.phrases import on_day, subject
from generator.radio.items.story import Story, read_forms

Event = Literal["reply", "remedy", "overdue"]
_TITLES: dict[Event, str] = {
    "reply": "ý kiến giải trình",
    "overdue": "quá hạn khắc phục",
    "remedy": "kết quả khắc phục",
}


def events(record: PublicCriticism, air_on: date) -> Iterator[tuple[Event, date]]:
    """What has happened by the day of airing, each with the day on which it was news."""
    if record.replied_on and record.replied_on <= air_on:
        yield "reply", record.replied_on
    if record.remedied_on and record.remedied_on <= air_on:
        yield "remedy", record.remedied_on
    elif record.remedy_due_on and record.remedy_due_on < air_on:
        yield "overdue", record.remedy_due_on + timedelta(days=1)


def follow_up_key(record: PublicCriticism, event: Event) -> str:
    """The key of the event's story."""
    return f"follow_up/{record.record_id}/{event}"


def follow_up(
    record: PublicCriticism, event: Event, day: date, edition: Edition, air_on: date
) -> Story:
    """One event, with the case it belongs to, and in one sentence."""
    about = f"Về việc {measure_words(record, edition)} {subject(record, edition)}"
    told = _told(record, event, air_on, edition.dialect)
    forms, fragment = read_forms(
        {
            "full": f"{about}, chuyên mục thông tin thêm. {told}",
            "sentence": f"{about}, {told[:1].lower()}{told[1:]}",
        },
        edition.speech,
    )
    return Story(
        key=follow_up_key(record, event),
        kind="follow_up",
        title=f"{_TITLES[event]} về {record.record_id}",
        record_ids=(record.record_id,),
        forms=forms,
        since=day,
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
