"""Praise, as concrete as criticism: who commends whom, for what, by which paper."""

from datetime import date

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCommendation
from generator.model.radio_settings import Dialect
from generator.radio.items.correction_words import amendment
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.new_records import new_records
from generator.radio.items.phrases import (
    on_day,
    subject,
    when_decided,
)
from generator.radio.items.telling import read_forms, vary
from generator.radio.weeks import is_news
from generator.speech.documents import paper

_DEEDS = {
    "merit_certificate": "tặng giấy khen cho",
    "public_praise": "biểu dương",
    "letter_of_praise": "gửi thư khen tới",
    "example": "nêu gương",
}
_REASONS = ("Thành tích được ghi nhận là", "Việc làm được biểu dương là", "Lý do khen là")


def _candidates(day: AirDay) -> Candidates:
    new, skipped = new_records(day.edition.commendations, PRAISE, "nêu gương", day)
    return Candidates(tuple(_story(item, day, place) for place, item in enumerate(new)), skipped)


def _story(record: PublicCommendation, day: AirDay, place: int) -> Story:
    """Tell one commendation, the `place`th of the week."""
    forms, fragment = read_forms(_told(record, day.edition, day.air_on, place), day.reader)
    return Story(
        key=f"praise/{record.record_id}",
        kind=PRAISE,
        title=f"nêu gương {record.record_id}",
        record_ids=(record.record_id,),
        forms=forms,
        since=record.approved_on or day.air_on,
        unit_id=record.unit_id,
        fragment=fragment,
    )


def _told(
    record: PublicCommendation, edition: Edition, air_on: date, place: int
) -> dict[Fullness, str]:
    """Write one commendation: with its paper, without it, and in one sentence."""
    week = air_on.isocalendar().week
    decided = when_decided(record.decision_on, air_on, place, edition.dialect)
    deed = f"{decided}, {mid_sentence(record.issued_by)} {_DEEDS[record.form]}"
    named = f"{deed} {subject(record, edition)}"
    reason = mid_sentence(record.reason).rstrip(".")
    short = f"{named}. {vary(_REASONS, week + place)}: {reason}."
    written = paper(record.decision_no, edition.abbreviations)
    signed = _signed(record, air_on, edition.dialect)
    ground = f"Văn bản công bố là {written}, {signed}."
    mended = amendment(record, air_on)
    own = f"{record.broadcast_text or short}{mended}"
    return {"full": f"{own} {ground}", "short": own, "sentence": f"{named}: {reason}.{mended}"}


def _signed(record: PublicCommendation, air_on: date, dialect: Dialect) -> str:
    """Say when the paper was signed; a day that the listener has just heard is not said again."""
    is_said = record.broadcast_text is None and not is_news(record.decision_on, air_on)
    return "ký cùng ngày" if is_said else on_day(record.decision_on, air_on, dialect)


PRAISE = ItemKind(
    "praise",
    "Nêu gương",
    candidates=_candidates,
    priority=1,
    most=lambda limits: limits.praise,
    counted="{count} gương tốt",
    opening=(
        "Thưa quý vị, sau đây là gương tốt của tuần này.",
        "Mời quý vị nghe một gương tốt vừa được công bố.",
        "Thưa quý vị, tuần này có một gương tốt.",
    ),
    opening_of_many=(
        "Thưa quý vị, sau đây là những gương tốt của tuần này.",
        "Mời quý vị nghe {count} gương tốt vừa được công bố.",
        "Thưa quý vị, tuần này có {count} gương tốt.",
    ),
    is_news=True,
    is_record=True,
)
