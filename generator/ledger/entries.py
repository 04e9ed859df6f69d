"""What the ledger has to say of each record: its public form, its standing, what changed since."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.ledger.ledger import Ledger
from generator.ledger.openings import (
    FORGOTTEN,
    GROUPS,
    Group,
    Opening,
    PublicForm,
    public_form,
    subject_id,
)
from generator.ledger.sense import filled_later
from generator.model.public import PublicCommendation, PublicCriticism, Standing, person_of
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Commendation, Correction, Criticism, Recommendation


@dataclass(frozen=True)
class Entry:
    """A record that is public on a day, and the ids of the corrections of its content."""

    form: PublicForm
    standing: Standing
    corrections: tuple[str, ...] = ()

    def amended(self, opening: Opening) -> tuple[str, ...]:
        """The fields that say something else now."""
        return self.changed(opening)[0]

    def changed(self, opening: Opening) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The fields that say something else now, and those that were still open and are filled in
        now."""
        if not (changed := opening.changed(self.form)):
            return (), ()
        open_values = filled_later(self.form.record)
        filled = tuple(
            field
            for field in changed
            if field in open_values and opening.commits_to(self.form, field, open_values[field])
        )
        return tuple(field for field in changed if field not in filled), filled

    def is_excused(self, known: Container[str]) -> bool:
        """True when there is a public correction that is not `known` to the ledger yet."""
        return any(correction not in known for correction in self.corrections)


def standings(
    records: Iterable[PublicCommendation | PublicCriticism | PublicRecommendation],
) -> Mapping[str, Standing]:
    """How each public record stands, by its id."""
    return {record.record_id: record.standing for record in records}


def opened(ledger: Ledger, standing: Mapping[str, Standing]) -> Ledger:
    """The ledger without what nobody may open any more, as the records stand."""
    openings = {
        record: opening.without(forgotten_salts(record, standing))
        for record, opening in ledger.openings.items()
    }
    return replace(ledger, openings=openings)


def forgotten_salts(record: str, standing: Mapping[str, Standing]) -> Collection[Group]:
    """The groups of a ledger's record that nobody may open any more, as the records stand."""
    stands = standing.get(subject_id(record))
    return FORGOTTEN[stands] if stands else GROUPS


def entries_of(
    records: Sequence[Commendation | Criticism | Recommendation],
    corrections: Iterable[Correction],
    standing: Mapping[str, Standing],
    as_of: date,
) -> Mapping[str, Entry]:
    """Every record that stands in public on a day, and every correction of one, by its id with
    its dataset."""
    public = [record for record in records if record.record_id in standing]
    names = {r.record_id: name for r in public if (name := person_of(r))}
    found: dict[str, Entry] = {}
    corrected: dict[str, list[str]] = {}
    for correction in corrections:
        record_id = correction.record_id
        if correction.published_on > as_of or record_id not in standing:
            continue
        form = public_form(correction, names.get(record_id, ""))
        found[form.record] = Entry(form, standing[record_id])
        if correction.kind == "corrected":
            corrected.setdefault(record_id, []).append(form.record)
    for record in public:
        ids = tuple(corrected.get(record.record_id, ()))
        form = public_form(record)
        found[form.record] = Entry(form, standing[record.record_id], ids)
    return found
