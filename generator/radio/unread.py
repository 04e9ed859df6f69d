"""Which cells of a city's records the desk could not read aloud."""

from collections.abc import Iterator

from generator.contract.package import Contract
from generator.contract.records import Record
from generator.contract.speech import Speech
from generator.contract.table import MAX_CELL_LETTERS
from generator.contract.world import World
from generator.problems import Problem
from generator.radio.names import paper
from generator.radio.reader import read_for_air
from generator.radio.unreadable import Unreadable

FIELDS: dict[str, tuple[str, ...]] = {
    "units": ("name",),
    "procedures": ("short_name",),
    "commendations": (
        "subject_name",
        "position",
        "reason",
        "decision_no",
        "issued_by",
        "broadcast_text",
    ),
    "criticisms": (
        "subject_name",
        "position",
        "violation",
        "found_by",
        "decision_no",
        "issued_by",
        "responsible_head",
        "reply",
        "broadcast_text",
    ),
    "corrections": ("reason", "text", "said"),
    "assignments": ("task",),
}
"""The fields that are read on air, by dataset."""


def find_unreadable(world: World, contract: Contract, speech: Speech) -> list[Problem]:
    """A finding `reading-unknown` for each cell read on air that has no certain reading.

    A cell longer than any may be is passed over: the check has refused it already.
    `value` is the fragment that an editor has to write out, or add to the dictionary. A city
    that praises and criticises nobody has no column, so nothing of it is read.
    """
    if not (world.commendations or world.criticisms):
        return []
    return [
        Problem(
            code="reading-unknown",
            severity="warning",
            dataset=dataset,
            file=contract.dataset(dataset).paths[0],
            row=row,
            field=field,
            values={"value": fragment, "title": contract.dataset(dataset).field(field).title},
        )
        for dataset, fields in FIELDS.items()
        for row, record in world.numbered(dataset)
        for field, fragment in _refused(record, fields, speech)
    ]


def _refused(record: Record, fields: tuple[str, ...], speech: Speech) -> Iterator[tuple[str, str]]:
    for field in fields:
        text = getattr(record, field) or ""
        if len(text) > MAX_CELL_LETTERS:
            continue
        spoken = paper(text, speech.abbreviations) if field == "decision_no" and text else text
        try:
            read_for_air(spoken, speech)
        except Unreadable as refusal:
            yield field, refusal.fragment
