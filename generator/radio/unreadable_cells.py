"""Which words of a city's records and settings could not be read aloud."""

from collections.abc import Iterable, Iterator

from generator.datafolder.table import MAX_CELL_LETTERS
from generator.datafolder.world import World
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.columns import names_of
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS
from generator.model.problem import Problem, Severity
from generator.model.radio_settings import Radio
from generator.model.record import Record
from generator.model.settings import City
from generator.model.speech import Speech
from generator.output.memo import NO_MEMO, Memo
from generator.speech.documents import paper
from generator.speech.reader.reader import Reader
from generator.speech.unreadable import Unreadable


def find_unreadable(
    world: World, contract: Contract, city: City, speech: Speech, memo: Memo = NO_MEMO
) -> list[Problem]:
    """Report a finding `reading-unknown` for each word read on air that has no certain reading.

    It is an error, because it may be aired as it stands; in a draft, which nobody airs yet, a
    warning. A cell longer than any may be is passed over: the check has refused it already.
    `value` is the fragment that an editor has to write out, or add to the dictionary. A city
    that praises and criticises nobody has no column, nor has one without a station: nothing of
    them is read.
    """
    if city.radio is None or not (world.commendations or world.criticisms):
        return []
    reader = memo.reuse(
        "reader of cells",
        lambda: (speech.abbreviations, speech.dialect),
        lambda: Reader(speech),
    )
    return [*_in_settings(city, city.radio, reader), *_in_records(world, contract, reader)]


def _in_records(world: World, contract: Contract, reader: Reader) -> Iterator[Problem]:
    for name, known in DATASETS.items():
        fields = names_of(known.record, lambda column: column.aired)
        if fields:
            yield from _in_rows(contract.dataset(name), world.numbered(name), fields, reader)


def _in_rows(
    dataset: Dataset, rows: Iterable[tuple[int, Record]], fields: tuple[str, ...], reader: Reader
) -> list[Problem]:
    return [
        Problem(
            code="reading-unknown",
            severity=_severity(record),
            dataset=dataset.name,
            file=dataset.paths[0],
            row=row,
            field=field,
            values={"value": fragment, "title": dataset.field(field).title},
        )
        for row, record in rows
        for field, fragment in _refused(record, fields, reader)
    ]


def _severity(record: Record) -> Severity:
    return "warning" if getattr(record, "status", None) == "draft" else "error"


def _in_settings(city: City, radio: Radio, reader: Reader) -> Iterator[Problem]:
    """Try the names by which a bulletin greets, says goodbye and calls disciplinary forms."""
    said = {
        "city.name": city.city.name,
        "city.site_name": city.city.site_name,
        "radio.station": radio.station,
        "radio.column": radio.column,
        **{
            f"disciplinary_measures.{place}.label": measure.label
            for place, measure in enumerate(city.disciplinary_measures)
        },
    }
    for field, text in said.items():
        if (fragment := _fragment(text, reader)) is not None:
            yield file_problem("reading-unknown", SETTINGS_FILE, field=field, value=fragment)


def _refused(record: Record, fields: tuple[str, ...], reader: Reader) -> Iterator[tuple[str, str]]:
    for field in fields:
        text = getattr(record, field) or ""
        if len(text) > MAX_CELL_LETTERS:
            continue
        spoken = (
            paper(text, reader.speech.abbreviations) if field == "decision_no" and text else text
        )
        if (fragment := _fragment(spoken, reader)) is not None:
            yield field, fragment


def _fragment(text: str, reader: Reader) -> str | None:
    """Return what of a text cannot be read, None when all of it can."""
    try:
        reader.sentences(text)
    except Unreadable as refusal:
        return refusal.fragment
    return None
