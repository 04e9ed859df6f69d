"""Praise, as concrete as criticism: who commends whom, for what, by which paper."""

from datetime import date

from generator.edition.bulletin import Fullness
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.clauses import done
from generator.model.public import PublicCommendation
from generator.model.records import Commendation
from generator.radio.items.correction_words import amendment
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Openings, Story
from generator.radio.items.new_records import new_records
from generator.radio.items.papers import paper_of
from generator.radio.items.phrases import begin, closed_by, speaker, subject, when_decided
from generator.radio.items.telling import Written, read_forms, several, with_reason

_DEEDS = {
    "merit_certificate": ("tặng giấy khen cho", "tặng giấy khen", "được tặng giấy khen"),
    "public_praise": ("biểu dương", "biểu dương", "được biểu dương"),
    "letter_of_praise": ("gửi thư khen", "gửi thư khen", "nhận thư khen"),
    "example": ("nêu gương", "nêu gương", "được nêu gương"),
}
"""What the body does to somebody, is done by it, and is received where the body is not said."""


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
        paper=paper_of(record, day),
    )


def _told(
    record: PublicCommendation, edition: Edition, air_on: date, place: int
) -> dict[Fullness, Written]:
    """Write one commendation: who praises whom for what, and in one sentence without the body."""
    when = when_decided(record.decision_on, air_on, edition.dialect)
    whom, why = subject(record, edition), done(record.reason)
    named, who = _named(record, whom, when, place), _pronoun(record, edition)
    short = f"{begin(when)}, {closed_by(whom)} {_DEEDS[record.form][2]}"
    mended = amendment(record, air_on)
    return {
        "full": several(record.broadcast_text or with_reason(named, why, who), mended.strip()),
        "sentence": several(with_reason(short, why, who), mended.strip()),
    }


def _pronoun(record: PublicCommendation, edition: Edition) -> str:
    """Say whom a sentence goes on about: "đồng chí" of a person, "phường" of a ward."""
    who = speaker(record, edition)
    return who.removesuffix(record.subject_name or "").strip() if record.named else who


def _named(record: PublicCommendation, whom: str, when: str, place: int) -> str:
    """Say who praises whom, in one of two orders, so that neighbours differ."""
    body, (gives, is_given, _) = mid_sentence(record.issued_by), _DEEDS[record.form]
    if place % 2:
        return f"{begin(closed_by(whom))} được {body} {is_given} {when},"
    return f"{begin(when)}, {body} {gives} {closed_by(whom)}"


PRAISE = ItemKind(
    "praise",
    "Nêu gương",
    candidates=_candidates,
    records=(Commendation,),
    priority=2,
    most=lambda limits: limits.praise,
    counted="{count} gương tốt",
    opening=Openings(
        first=("Mở đầu là một gương tốt.", "Trước hết là một gương tốt."),
        first_many=("Mở đầu là {count} gương tốt.", "Trước hết là {count} gương tốt."),
        after=("Mời quý vị nghe một gương tốt.", "Chuyên mục xin giới thiệu một gương tốt."),
        after_many=(
            "Mời quý vị nghe {count} gương tốt.",
            "Chuyên mục xin giới thiệu {count} gương tốt.",
        ),
    ),
    is_news=True,
    is_record=True,
)
