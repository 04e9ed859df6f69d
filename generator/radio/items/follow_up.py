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
from generator.model.records import Criticism
from generator.radio.items.criticism_words import CORRECTED, NOT_REPORTED, fault_of, measure_words
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Openings, Story
from generator.radio.items.phrases import at_time, begin, closed_by, on_day, subject
from generator.radio.items.reply_words import reply_words
from generator.radio.items.telling import read_forms

Event = Literal["reply", "remedy", "overdue"]
_TITLES: dict[Event, str] = {
    "reply": "ý kiến giải trình",
    "overdue": "quá hạn khắc phục",
    "remedy": "kết quả khắc phục",
}


def _events(record: PublicCriticism, air_on: date) -> Iterator[tuple[Event, date]]:
    """Find what has happened by the day of airing, each with the day on which it was news."""
    if record.answered_on and record.answered_on <= air_on:
        yield "reply", record.answered_on
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
    """Tell one event with the case it belongs to: with its day and grounds, and shorter."""
    forms, fragment = read_forms(
        {"full": _full(record, event, day), "sentence": _brief(record, event, day)}, day.reader
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


def _full(record: PublicCriticism, event: Event, day: AirDay) -> tuple[str, ...]:
    """Say who was criticised, when and for what, and then what became of it."""
    whom, deed = subject(record, day.edition), measure_words(record, day.edition)
    decided = record.decision_on or record.approved_on or record.found_on
    when, fault = at_time(decided, day.air_on, day.dialect), fault_of(record, day.air_on)
    if not fault:
        about = f"{begin(closed_by(whom))} bị {deed} {when}, {CORRECTED}."
        return tuple(f"{about} {news}" for news in _news(record, event, day))
    case = f"{begin(closed_by(whom))} bị {deed} {when} vì {fault}."
    longer = f"{begin(closed_by(whom))} bị {deed} {when}. Lý do là {fault}."
    news = _news(record, event, day)
    if event == "remedy" and record.subject_kind == "unit":
        one = f"{begin(whom)}, bị {deed} {when} vì {fault}, đã khắc phục xong {_done(record, day)}."
        return one, f"{case} {news[0]}", f"{longer} {news[-1]}"
    return f"{case} {news[0]}", f"{case} {news[-1]}", f"{longer} {news[-1]}"


def _news(record: PublicCriticism, event: Event, day: AirDay) -> tuple[str, ...]:
    if event == "reply":
        return reply_words(record, day.edition, day.air_on)
    if event == "remedy":
        return (f"Việc này đã được khắc phục xong {_done(record, day)}.",)
    due = on_day(record.remedy_due_on or day.air_on, day.air_on, day.dialect)
    return (f"Hạn khắc phục là {due}, {NOT_REPORTED}.",)


def _done(record: PublicCriticism, day: AirDay) -> str:
    return on_day(record.remedied_on or day.air_on, day.air_on, day.dialect)


def _brief(record: PublicCriticism, event: Event, day: AirDay) -> tuple[str, ...]:
    """Say the event and what it was about, without when and how it had been criticised."""
    whom, fault = subject(record, day.edition), fault_of(record, day.air_on)
    if not fault:
        return _full(record, event, day)
    if event == "remedy" and record.subject_kind == "unit":
        return (f"{begin(_done(record, day))}, {whom} đã khắc phục xong việc {fault}.",)
    if event == "remedy":
        return (f"Việc {closed_by(whom)} {fault}, đến nay đã được khắc phục xong.",)
    case = f"{begin(closed_by(whom))} bị {measure_words(record, day.edition)} vì {fault}."
    return tuple(f"{case} {news}" for news in _news(record, event, day))


FOLLOW_UP = ItemKind(
    "follow_up",
    "Thông tin thêm",
    candidates=_candidates,
    records=(Criticism,),
    priority=3,
    most=lambda limits: limits.follow_up,
    counted="{count} việc đã phê bình nay ra sao",
    opening=Openings(
        first=("Trước hết, mời quý vị nghe một việc đã phê bình nay ra sao.",),
        first_many=("Trước hết, mời quý vị nghe {count} việc đã phê bình nay ra sao.",),
        after=(
            "Một việc đã phê bình trước đây, nay thế nào?",
            "Chuyên mục thông tin lại một việc đã phê bình.",
        ),
        after_many=(
            "Những việc đã phê bình trước đây, nay thế nào?",
            "Chuyên mục thông tin lại {count} việc đã phê bình.",
        ),
    ),
    is_news=True,
)
