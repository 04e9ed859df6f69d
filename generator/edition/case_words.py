"""What a record is called in a sentence of a list: by its name, not by its code."""

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.datasets import dataset_of
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.recommendations import PublicRecommendation, PublicRecord


def case_words(edition: Edition, record: PublicRecord) -> str:
    """ "phê bình xã Hoằng Lý", "phê bình một cá nhân của xã Quảng Cát", "kiến nghị “…” gửi …"."""
    noun, unit = dataset_of(type(record)).noun, mid_sentence(edition.unit(record.unit_id).name)
    if isinstance(record, PublicRecommendation):
        return f"{noun} “{record.about}” gửi {unit}"
    if record.subject_kind == "person" and record.subject_name:
        return f"{noun} {record.subject_name}, {unit}"
    return f"{noun} {mid_sentence(subject(edition, record))}"


def subject(edition: Edition, record: PublicCommendation | PublicCriticism) -> str:
    """Who the record is about: the name while it may be shown, otherwise only the unit."""
    if record.subject_name:
        return record.subject_name
    return f"Một cá nhân của {mid_sentence(edition.unit(record.unit_id).name)}"
