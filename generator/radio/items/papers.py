"""The paper by which a record was published, as it is named at the end of a script."""

from generator.model.capitals import mid_sentence
from generator.radio.items.day import AirDay
from generator.radio.items.phrases import ConductRecord, on_day
from generator.speech.documents import paper
from generator.speech.unreadable import Unreadable


def paper_of(record: ConductRecord, day: AirDay) -> str:
    """Name the paper and its day in spoken words; empty without one that can be read."""
    if not record.decision_no:
        return ""
    written = paper(record.decision_no, day.edition.abbreviations)
    signed = (
        f", {on_day(record.decision_on, day.air_on, day.dialect)}" if record.decision_on else ""
    )
    try:
        return mid_sentence(day.reader.sentences(f"{written}{signed}")[0]).rstrip(".")
    except Unreadable:
        return ""
