"""Word criticism in the tone of record: what, found by whom, the unit's own reply, the remedy."""

from datetime import date

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.clauses import clause
from generator.model.public import PublicCriticism
from generator.model.radio_settings import Dialect
from generator.radio.items.contest_words import contested_clause
from generator.radio.items.correction_words import amendment
from generator.radio.items.phrases import (
    begin,
    closed_by,
    on_day,
    subject,
    when_decided,
)
from generator.radio.items.reply_words import reply_words
from generator.radio.items.telling import Written, several, vary, with_reason

_PROMISES = (
    "Chuyên mục sẽ thông tin lại kết quả khắc phục.",
    "Kết quả khắc phục sẽ được thông tin trong chuyên mục này.",
)
NOT_REPORTED = "đến hôm nay chuyên mục chưa nhận được báo cáo kết quả"
"""What is known once a due day has passed: that nothing was reported, not that nothing was done."""


def told(
    record: PublicCriticism, edition: Edition, air_on: date, place: int
) -> dict[Fullness, Written]:
    """Write one criticism: with its grounds, without them, and shortest, without who decided it.

    The reply of the criticised belongs to every form: the press law gives them their say, and
    nobody is named in an item that keeps it from the listener.
    """
    turn = air_on.isocalendar().week + place
    fault = clause(record.violation)
    mended = f"{amendment(record, air_on)}{contested_clause(record, air_on)}".strip()
    text = record.broadcast_text or with_reason(_named(record, edition, air_on, place), fault)
    when = begin(when_decided(record.decision_on, air_on, edition.dialect))
    brief = f"{when}, {closed_by(subject(record, edition))} bị {measure_words(record, edition)}"
    reply = reply_words(record, edition, air_on)
    in_brief = reply_words(record, edition, air_on, brief=True)
    remedy = remedy_words(record, air_on, turn, edition.dialect)
    return {
        "full": several(text, mended, _grounds(record, edition, air_on), reply, remedy),
        "short": several(text, mended, reply, remedy),
        "sentence": several(with_reason(brief, fault), mended, in_brief),
    }


def fault_of(record: PublicCriticism, air_on: date) -> str:
    """Return what was done wrong, to be said again; empty once it was corrected.

    Whether the record's own words were mended, too, cannot be known, so they are not repeated.
    """
    corrected = any(
        item.kind == "corrected" and item.published_on <= air_on for item in record.corrections
    )
    return "" if corrected else clause(record.violation)


CORRECTED = "nội dung đã được đính chính"
"""What is said instead."""


def _named(record: PublicCriticism, edition: Edition, air_on: date, place: int) -> str:
    """Say who criticises whom, in one of two orders, so that neighbours differ."""
    body = mid_sentence(record.issued_by or record.found_by)
    when = when_decided(record.decision_on, air_on, edition.dialect)
    whom = closed_by(subject(record, edition))
    form = _form(record, edition)
    deed = measure_words(record, edition)
    if place % 2 and form:
        return f"{begin(when)}, {whom} bị {body} {deed}"
    if place % 2:
        return f"{begin(when)}, {body} {deed} {whom}"
    return f"{begin(whom)} bị {body} {deed} {when},"


def measure_words(record: PublicCriticism, edition: Edition) -> str:
    """Say "phê bình", or the disciplinary form by its own name; criticism is none of them."""
    form = _form(record, edition)
    return f"xử lý kỷ luật {form}" if form else "phê bình"


def _form(record: PublicCriticism, edition: Edition) -> str:
    """Return the name of the disciplinary form, empty for criticism."""
    labels = {item.code: item.label for item in edition.city.disciplinary_measures}
    return mid_sentence(labels.get(record.measure, ""))


def _grounds(record: PublicCriticism, edition: Edition, air_on: date) -> str:
    """Say who found it and when, and the head who answers jointly, unless he is criticised."""
    found = on_day(record.found_on, air_on, edition.dialect)
    parts = [f"Việc này do {mid_sentence(record.found_by)} phát hiện {found}."]
    head = (record.responsible_head or "").strip()
    if head and not (record.position and head.startswith(record.position.strip())):
        parts.append(f"{head} chịu trách nhiệm liên đới.")
    return " ".join(parts)


def remedy_words(record: PublicCriticism, air_on: date, turn: int, dialect: Dialect) -> str:
    """Say how the remedy stands on the day of airing."""
    if record.remedied_on and record.remedied_on <= air_on:
        return f"Việc khắc phục đã hoàn thành {on_day(record.remedied_on, air_on, dialect)}."
    if record.remedy_due_on is None:
        return vary(_PROMISES, turn)
    due = on_day(record.remedy_due_on, air_on, dialect)
    if record.remedy_due_on < air_on:
        return f"Hạn khắc phục là {due}, {NOT_REPORTED}."
    return f"Hạn khắc phục là {due}. {vary(_PROMISES, turn)}"
