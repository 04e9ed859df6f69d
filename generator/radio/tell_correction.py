"""Corrections: which broadcast, what was said, what is right, and an apology."""

from datetime import date

from generator.contract.edition import Edition
from generator.contract.records import Correction
from generator.radio.names import PublicRecord, inside, on_day, subject, unit_name
from generator.radio.story import Story, read_forms

_OUTCOMES = {
    "withdrawn": "Nội dung này đã được rút lại.",
    "revoked": "Văn bản làm căn cứ đã bị thu hồi, nội dung này không còn hiệu lực.",
}


def correction(item: Correction, record: PublicRecord, edition: Edition, air_on: date) -> Story:
    """One correction, withdrawal or revocation, with and without its reason."""
    head = f"{_where(record, edition, air_on)} {subject(record, edition)}."
    text = item.text.strip().rstrip(".")
    right = (
        f"Nội dung đính chính là: {inside(text)}."
        if item.kind == "corrected"
        else f"{_OUTCOMES[item.kind]} {text}."
    )
    reason = f"Lý do: {inside(item.reason).rstrip('.')}."
    unit = unit_name(edition.unit(record.unit_id))
    sorry = "" if item.kind == "revoked" else f"Chúng tôi xin lỗi {unit} và quý vị thính giả."
    forms, fragment = read_forms(
        (f"{head} {right} {reason} {sorry}", f"{head} {right} {sorry}"), edition.speech
    )
    return Story(
        kind="correction",
        title=f"đính chính {item.record_id}",
        record_ids=(item.record_id,),
        forms=forms,
        fragment=fragment,
        must_air=True,
    )


def _where(record: PublicRecord, edition: Edition, air_on: date) -> str:
    """The broadcast that carried the record, when the station has said so, and what it was."""
    about = "nêu gương" if hasattr(record, "form") else "phê bình"
    aired = [
        date.fromisoformat(broadcast.aired_at[:10])
        for broadcast in edition.broadcasts
        if record.record_id in [part.strip() for part in (broadcast.record_ids or "").split(";")]
    ]
    days = [day for day in aired if day < air_on]
    if days:
        day = on_day(max(days), air_on, edition.dialect)
        return f"Trong chuyên mục phát {day}, chúng tôi đưa tin {about}"
    return f"Trên trang công khai của thành phố đã có nội dung {about}"
