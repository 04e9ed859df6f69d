"""Word corrections in the press law's form: the broadcast, what was said, what is right, sorry.

Article 42 of the Press Law 2016 asks of a correction on air: the heading "thông tin cải chính, xin
lỗi", the programme and the day it was aired, what was wrong in it and what is right, the apology
straight after, in the same column. A decision that was revoked later was rightly reported at the
time: the programme was not at fault, so that is told in the same place and form without an
apology. A record that was withdrawn is not repeated: its subject is said without a name.
"""

from collections.abc import Mapping
from datetime import date

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCommendation
from generator.model.records import Correction
from generator.model.text import vn_weekday
from generator.radio.items.phrases import (
    ConductRecord,
    begin,
    on_day,
    subject,
    unit_name,
)

_CORRECTION, _REVOCATION = "Thông tin cải chính, xin lỗi.", "Thông tin thu hồi."


def at_fault(item: Correction) -> bool:
    """True when the programme said something wrong: corrected or withdrawn, not revoked."""
    return item.kind in ("corrected", "withdrawn")


def amendment(record: ConductRecord, air_on: date) -> str:
    """Return what was corrected in a record before it is first told, as a sentence.

    Whether the record's own words were mended too cannot be known, so the right ones are said.
    """
    mended = [
        mid_sentence(item.text.strip().rstrip("."))
        for item in record.corrections
        if item.kind == "corrected" and item.published_on <= air_on
    ]
    return "".join(f" Nội dung đã công bố được đính chính như sau: {text}." for text in mended)


def told(
    item: Correction, record: ConductRecord, edition: Edition, air_on: date, said_on: date
) -> Mapping[Fullness, str]:
    """Write one correction of what was said on `said_on`: with its reason and without."""
    if item.kind == "withdrawn":
        return _withdrawn(item, record, edition, air_on, said_on)
    if item.kind == "revoked":
        return _revoked(item, record, edition, air_on, said_on)
    said, sorry = _said(item, record, edition, air_on, said_on), _apology(record, edition)
    right = _right(item)
    reason = f"Việc này là do {mid_sentence(item.reason).rstrip('.')}."
    return {
        "full": f"{_CORRECTION} {said} {right} {reason} {sorry}",
        "short": f"{_CORRECTION} {said} {right} {sorry}",
    }


def _revoked(
    item: Correction, record: ConductRecord, edition: Edition, air_on: date, said_on: date
) -> Mapping[Fullness, str]:
    """Say that what was reported holds no more: a body has annulled the document, we withdraw."""
    said, reason = _said(item, record, edition, air_on, said_on), item.reason.strip().rstrip(".")
    deed = "nêu gương" if isinstance(record, PublicCommendation) else "phê bình"
    taken = f"Vì vậy, nội dung {deed} này được thu hồi, không còn hiệu lực."
    text = f"{item.text.strip().rstrip('.')}."
    return {
        "full": f"{_REVOCATION} {said} {begin(reason)}. {taken} {text}",
        "short": f"{_REVOCATION} {said} {begin(reason)}. {taken}",
    }


def _withdrawn(
    item: Correction, record: ConductRecord, edition: Edition, air_on: date, said_on: date
) -> Mapping[Fullness, str]:
    """Clear whoever was named: what was said, what was found, the withdrawal, then the apology."""
    heading, said = _CORRECTION, _said(item, record, edition, air_on, said_on)
    is_praise = isinstance(record, PublicCommendation)
    deed = "nêu gương" if is_praise else "phê bình"
    authority = mid_sentence(edition.city.city.authority)
    finding = f"{item.reason.strip().rstrip('.')}. Nội dung đã đưa là không đúng."
    taken = f"{edition.city.city.authority} đã rút lại nội dung {deed}."
    whom = _apologised_to(item, record, edition)
    unit = f", {mid_sentence(edition.unit(record.unit_id).name)}," if item.cleared_name else ""
    cleared = f"{begin(whom)}{unit} không vi phạm và không còn phải khắc phục, giải trình gì."
    sorry = f"{begin(authority)} và {edition.radio.station} xin lỗi {whom}, và xin lỗi quý vị."
    if is_praise:  # who was praised in error broke no rule and owed nothing
        cleared = ""
        sorry = f"{begin(authority)} và {edition.radio.station} xin lỗi quý vị."
    text = f"{item.text.strip().rstrip('.')}."
    return {
        "full": " ".join(filter(None, (heading, said, finding, taken, text, cleared, sorry))),
        "short": " ".join(filter(None, (heading, said, finding, taken, cleared, sorry))),
    }


def _apologised_to(item: Correction, record: ConductRecord, edition: Edition) -> str:
    """Say who was wronged, in the way that he or she chose; a unit has no name to hide."""
    if record.subject_kind == "unit":
        return subject(record, edition)
    return f"đồng chí {item.cleared_name}" if item.cleared_name else "người đã bị nêu tên"


def _said(
    item: Correction, record: ConductRecord, edition: Edition, air_on: date, said_on: date
) -> str:
    """Name the programme, its day, and what was said in it."""
    day = f"{vn_weekday(said_on)}, {on_day(said_on, air_on, edition.dialect)}"
    deed = "nêu gương" if isinstance(record, PublicCommendation) else "phê bình"
    column = f"Trong chuyên mục {edition.radio.column} phát {day}"
    about = f"{column}, chúng tôi đã đưa tin {deed} {subject(record, edition)}"
    if item.kind == "withdrawn" and item.in_general:
        whom = subject(record, edition)
        return f"{column}, chúng tôi đã đưa tin {whom} {mid_sentence(item.in_general).rstrip('.')}."
    if item.kind == "corrected" and item.said:
        return f"{about}. Khi đó, chuyên mục nói rằng {mid_sentence(item.said).rstrip('.')}."
    return f"{about}."


def _right(item: Correction) -> str:
    wrong = "Nội dung này không đúng. " if item.said else ""
    return f"{wrong}Đúng ra, {mid_sentence(item.text.strip().rstrip('.'))}."


def _apology(record: ConductRecord, edition: Edition) -> str:
    """Apologise to whoever was spoken of and to listeners."""
    whom = subject(record, edition)
    if record.subject_kind == "person" and not record.named:
        unit = edition.unit(record.unit_id)
        whom = f"người đã bị nêu tên, {unit_name(unit)}"
    return f"Chúng tôi xin lỗi {whom} và quý vị thính giả."
