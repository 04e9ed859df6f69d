"""Word criticism in the tone of record: what, found by whom, the unit's own reply, the remedy."""

from datetime import date

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCriticism
from generator.model.radio_settings import Dialect
from generator.radio.items.correction_words import amendment
from generator.radio.items.phrases import (
    on_day,
    subject,
    when_decided,
)
from generator.radio.items.telling import vary
from generator.speech.documents import paper

_FAULTS = ("Việc chưa làm đúng là", "Nội dung phê bình là")
_DISCIPLINED = ("Nội dung vi phạm là",)
_PROMISES = (
    "Chuyên mục sẽ thông tin lại kết quả khắc phục.",
    "Kết quả khắc phục sẽ được thông tin trong chuyên mục này.",
)


def told(
    record: PublicCriticism, edition: Edition, air_on: date, place: int
) -> dict[Fullness, str]:
    """Write one criticism: with its grounds, without them, and in one sentence.

    The reply of the criticised belongs to every form: the press law gives them their say, and
    nobody is named in a sentence that keeps it from the listener.
    """
    turn = air_on.isocalendar().week + place
    decided = when_decided(record.decision_on, air_on, place, edition.dialect)
    body = mid_sentence(record.issued_by or record.found_by)
    named = f"{decided}, {body} {measure_words(record, edition)} {subject(record, edition)}."
    lead = _DISCIPLINED if _form(record, edition) else _FAULTS
    violation = mid_sentence(record.violation).rstrip(".")
    after = f"{reply_words(record, air_on)} {remedy_words(record, air_on, turn, edition.dialect)}"
    mended = amendment(record, air_on)
    text = f"{record.broadcast_text or f'{named} {vary(lead, turn)}: {violation}.'}{mended}"
    reply = _reply_clause(record, air_on)
    return {
        "full": f"{text} {_grounds(record, edition, air_on)} {after}",
        "short": f"{text} {after}",
        "sentence": f"{named.rstrip('.')}, vì {violation}, {reply}.{mended}",
    }


def _reply_clause(record: PublicCriticism, air_on: date) -> str:
    """Word the reply inside a sentence."""
    unit = record.subject_kind == "unit"
    if record.reply and (record.replied_on or air_on) <= air_on:
        said = mid_sentence(record.reply).rstrip(".")
        return f"{'đơn vị' if unit else 'người bị phê bình'} giải trình: {said}"
    return f"đến nay chưa có ý kiến giải trình{' của đơn vị' if unit else ''}"


def measure_words(record: PublicCriticism, edition: Edition) -> str:
    """Say "phê bình", or the disciplinary form by its own name; criticism is none of them."""
    label = _form(record, edition)
    return f"xử lý kỷ luật {mid_sentence(label)} đối với" if label else "phê bình"


def _form(record: PublicCriticism, edition: Edition) -> str | None:
    """Return the name of the disciplinary form, None for criticism."""
    labels = {item.code: item.label for item in edition.city.disciplinary_measures}
    return labels.get(record.measure)


def _grounds(record: PublicCriticism, edition: Edition, air_on: date) -> str:
    """Say who found it and when, the paper, and the head who answers jointly."""
    dialect = edition.dialect
    found = on_day(record.found_on, air_on, dialect)
    parts = [f"Việc này do {mid_sentence(record.found_by)} phát hiện {found}."]
    if record.decision_no:
        written = paper(record.decision_no, edition.abbreviations)
        signed = f", {on_day(record.decision_on, air_on, dialect)}" if record.decision_on else ""
        parts.append(f"Văn bản công bố là {written}{signed}.")
    if record.responsible_head:
        head = record.responsible_head.strip()
        parts.append(f"{head} chịu trách nhiệm liên đới với vai trò người đứng đầu.")
    return " ".join(parts)


def reply_words(record: PublicCriticism, air_on: date) -> str:
    """Word the reply as it stands on the day of airing, at the length its author gave it."""
    unit = record.subject_kind == "unit"
    if record.reply and (record.replied_on or air_on) <= air_on:
        speaker = "Đơn vị giải trình như sau" if unit else "Ý kiến giải trình như sau"
        return f"{speaker}: {mid_sentence(record.reply).rstrip('.')}."
    return f"Đến nay, chuyên mục chưa nhận được ý kiến giải trình{' của đơn vị' if unit else ''}."


def remedy_words(record: PublicCriticism, air_on: date, turn: int, dialect: Dialect) -> str:
    """Say how the remedy stands on the day of airing."""
    if record.remedied_on and record.remedied_on <= air_on:
        return f"Việc khắc phục đã hoàn thành {on_day(record.remedied_on, air_on, dialect)}."
    if record.remedy_due_on is None:
        return vary(_PROMISES, turn)
    due = on_day(record.remedy_due_on, air_on, dialect)
    if record.remedy_due_on < air_on:
        return f"Hạn khắc phục là {due}, đến nay chưa có kết quả."
    return f"Hạn khắc phục là {due}. {vary(_PROMISES, turn)}"
