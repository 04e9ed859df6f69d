"""Who a record is about, in a table or in a sentence of a report."""

from generator.edition.case_words import subject
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCommendation, PublicCriticism


def named(edition: Edition, record: PublicCommendation | PublicCriticism) -> str:
    """The name while it may be shown: "Nguyễn Văn A (công chức, phường Đông Thọ)"."""
    if record.subject_kind == "unit" or not record.subject_name:
        return subject(edition, record)
    unit = mid_sentence(edition.unit(record.unit_id).name)
    post = f"{mid_sentence(record.position)}, " if record.position else ""
    return f"{record.subject_name} ({post}{unit})"
