"""What the ledger has to say of each record: its public form, its standing, what changed since."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.ledger.book import Book
from generator.ledger.openings import (
    FORGOTTEN,
    GROUPS,
    Form,
    Opening,
    correction_form,
    form_of,
    recommendation_form,
)
from generator.model.public import PublicCommendation, PublicCriticism, Standing
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Commendation, Correction, Criticism, Recommendation

TO_BE_FILLED = frozenset(
    {
        *("notified_on", "reply", "replied_on", "remedy", "remedy_due_on", "remedied_on"),
        *("due_on", "outcome", "closed_by"),
    }
)
"""Fields that may be filled in later without a correction: what a criticism or a recommendation
still waits for."""
NOT_FILLED = {"outcome": "pending"}
"""What stands in such a field while it is open; nothing, where none is named."""


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
            if field in TO_BE_FILLED and opening.held(self.form, field, NOT_FILLED.get(field, ""))
        )

    def amended(self, opening: Opening) -> tuple[str, ...]:
        """The fields that say something else now."""
        filled = self.filled(opening)
        return tuple(field for field in opening.changed(self.form) if field not in filled)

    def is_excused(self, known: Container[str]) -> bool:
        """True when there is a public correction that is not `known` to the ledger yet."""
        return any(correction not in known for correction in self.corrections)


def standings(
    records: Iterable[PublicCommendation | PublicCriticism | PublicRecommendation],
) -> Mapping[str, Standing]:
    """How each public record stands, by its id."""
    return {record.record_id: record.standing for record in records}


def opened(book: Book, standing: Mapping[str, Standing]) -> Book:
    """The book without what nobody may open any more, as the records stand."""
    openings = {}
    for record, opening in book.openings.items():
        stands = standing.get(record.split("/")[1])
        openings[record] = opening.without(FORGOTTEN[stands] if stands else GROUPS)
    return Book(book.ledger, openings)


def entries_of(
    records: Sequence[Commendation | Criticism | Recommendation],
    corrections: Iterable[Correction],
    standing: Mapping[str, Standing],
    as_of: date,
) -> Mapping[str, Entry]:
    """Every record that stands in public on a day, and every correction of one, by its id with
    its dataset."""
    public = [record for record in records if record.record_id in standing]
    names = {r.record_id: name for r in public if (name := _person(r))}
    found: dict[str, Entry] = {}
    corrected: dict[str, list[str]] = {}
    for correction in corrections:
        record_id = correction.record_id
        if correction.published_on > as_of or record_id not in standing:
            continue
        form = correction_form(correction, names.get(record_id, ""))
        found[form.record] = Entry(form, standing[record_id])
        if correction.kind == "corrected":
            corrected.setdefault(record_id, []).append(form.record)
    for record in public:
        ids = tuple(corrected.get(record.record_id, ()))
        if isinstance(record, Recommendation):
            form = recommendation_form(record)
        else:
            form = form_of(record)
        found[form.record] = Entry(form, standing[record.record_id], ids)
    return found


def _person(record: Commendation | Criticism | Recommendation) -> str:
    """The person a record is about; empty when it is about none."""
    if isinstance(record, Recommendation) or record.subject_kind != "person":
        return ""
    return record.subject_name
