"""Criticism: the other half of the column, in turn with praise."""

from generator.model.public import PublicCriticism
from generator.model.records import Criticism
from generator.radio.items.criticism_words import told
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Openings, Story
from generator.radio.items.new_records import new_records
from generator.radio.items.papers import paper_of
from generator.radio.items.telling import read_forms


def _candidates(day: AirDay) -> Candidates:
    new, skipped = new_records(day.edition.criticisms, CRITICISM, "phê bình", day)
    return Candidates(tuple(_story(item, day, place) for place, item in enumerate(new)), skipped)


def _story(record: PublicCriticism, day: AirDay, place: int) -> Story:
    """Tell one criticism, the `place`th of the week."""
    forms, fragment = read_forms(told(record, day.edition, day.air_on, place), day.reader)
    return Story(
        key=f"criticism/{record.record_id}",
        kind=CRITICISM,
        title=f"phê bình {record.record_id}",
        record_ids=(record.record_id,),
        forms=forms,
        since=record.approved_on or day.air_on,
        unit_id=record.unit_id,
        fragment=fragment,
        paper=paper_of(record, day),
    )


CRITICISM = ItemKind(
    "criticism",
    "Phê bình",
    candidates=_candidates,
    records=(Criticism,),
    priority=2,
    most=lambda limits: limits.criticism,
    counted="{count} trường hợp phê bình",
    opening=Openings(
        first=("Mở đầu là một trường hợp phê bình.", "Trước hết là một trường hợp phê bình."),
        first_many=(
            "Mở đầu là {count} trường hợp phê bình.",
            "Trước hết là {count} trường hợp phê bình.",
        ),
        after=(
            "Tiếp theo là một trường hợp phê bình.",
            "Về phần chưa tốt, có một trường hợp phê bình.",
        ),
        after_many=(
            "Tiếp theo là {count} trường hợp phê bình.",
            "Về phần chưa tốt, có {count} trường hợp phê bình.",
        ),
    ),
    is_news=True,
    is_record=True,
)
