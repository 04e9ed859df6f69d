"""What the ledger has to say of each record: its public form, its standing, what changed since."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.contract.book import Book
from generator.contract.openings import FORGOTTEN, GROUPS, Form, Opening, correction_form, form_of
from generator.contract.public import Standing, public_commendations, public_criticisms
from generator.contract.records import Commendation, Correction, Criticism
from generator.contract.settings import Policy

TO_BE_FILLED = frozenset({"notified_on", "reply", "replied_on", "remedy_due_on", "remedied_on"})
"""Fields that may be filled in later without a correction: what a criticism still waits for."""


@dataclass(frozen=True)
class Entry:
    """A record that is public on a day, and the ids of the corrections of its content."""

    form: Form
    standing: Standing
    corrections: tuple[str, ...] = ()

    def filled(self, opening: Opening) -> tuple[str, ...]:
        """The fields that were still empty and are filled in now."""
        return tuple(
            field
            for field in opening.changed(self.form)
            if field in TO_BE_FILLED and opening.was_empty(self.form, field)
        )

    def amended(self, opening: Opening) -> tuple[str, ...]:
        """The fields that say something else now."""
        filled = self.filled(opening)
        return tuple(field for field in opening.changed(self.form) if field not in filled)

    def is_excused(self, known: Container[str]) -> bool:
        """True when there is a public correction that is not `known` to the ledger yet."""
        return any(correction not in known for correction in self.corrections)


def opened(book: Book, entries: Mapping[str, Entry]) -> Book:
    """The book without what nobody may open any more on the day of the entries."""
    return Book(
        book.ledger,
        {
            record: opening.without(FORGOTTEN[entry.standing])
            if (entry := entries.get(record))
            else opening.without(GROUPS)
            for record, opening in book.openings.items()
        },
    )


def entries_of(
    commendations: Sequence[Commendation],
    criticisms: Sequence[Criticism],
    corrections: Sequence[Correction],
    policy: Policy,
    as_of: date,
) -> Mapping[str, Entry]:
    """Every record and correction that is public on a day, by its id with its dataset."""
    praised = public_commendations(commendations, corrections, as_of)
    blamed = public_criticisms(criticisms, corrections, policy, as_of)
    standing: dict[str, Standing] = {record.record_id: record.standing for record in praised}
    standing |= {record.record_id: record.standing for record in blamed}
    told = [c for c in corrections if c.published_on <= as_of and c.record_id in standing]
    both: tuple[Commendation | Criticism, ...] = (*commendations, *criticisms)
    records = [record for record in both if record.record_id in standing]
    every = (*_of_records(records, told, standing), *_of_corrections(records, told, standing))
    return {entry.form.record: entry for entry in every}


def _of_records(
    records: Iterable[Commendation | Criticism],
    told: Sequence[Correction],
    standing: Mapping[str, Standing],
) -> Iterator[Entry]:
    for record in records:
        mine = [c for c in told if c.record_id == record.record_id and c.kind == "corrected"]
        ids = tuple(correction_form(correction).record for correction in mine)
        yield Entry(form_of(record), standing[record.record_id], ids)


def _of_corrections(
    records: Iterable[Commendation | Criticism],
    told: Iterable[Correction],
    standing: Mapping[str, Standing],
) -> Iterator[Entry]:
    names = {r.record_id: r.subject_name for r in records if r.subject_kind == "person"}
    for correction in told:
        form = correction_form(correction, names.get(correction.record_id, ""))
        yield Entry(form, standing[correction.record_id])
