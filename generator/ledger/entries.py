"""What the ledger has to say of each record: its public form, its standing, what changed since."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.datafolder.world import World
from generator.ledger.ledger import Ledger
from generator.ledger.openings import (
    FORGOTTEN,
    GROUPS,
    Group,
    Opening,
    PublicForm,
    key_of,
    public_form,
    subject_id,
)
from generator.ledger.sense import filled_later
from generator.model.public import (
    Standing,
    person_of,
)
from generator.model.recommendations import (
    PublicRecord,
)
from generator.model.record import Record
from generator.model.told import told_by_record


@dataclass(frozen=True)
class Entry:
    """A record that is public on a day, and the ids of the corrections of its content.

    `public` is what is shown of it that day; None of a correction, which is shown with its record.
    `person` is whom the record is about, and so its correction.
    """

    record: Record
    standing: Standing
    corrections: tuple[str, ...] = ()
    public: PublicRecord | None = None
    person: str = ""

    @cached_property
    def form(self) -> PublicForm:
        """Its public form, which the ledger commits to."""
        return public_form(self.record, self.person)

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


def standings(records: Iterable[PublicRecord]) -> Mapping[str, Standing]:
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


def entries_of(world: World, public: Iterable[PublicRecord], as_of: date) -> Mapping[str, Entry]:
    """Every record that stands in public on a day and what is told of it, by id with dataset.
    `public` are the records as they are shown that day."""
    shown = {record.record_id: record for record in public}
    raw = {record.record_id: record for record in world.ledgered if record.record_id in shown}
    found: dict[str, Entry] = {}
    corrected: dict[str, list[str]] = {}
    for correction in world.corrections:
        record_id = correction.record_id
        if correction.published_on > as_of or record_id not in raw:
            continue
        key, stands = key_of(correction), shown[record_id].standing
        found[key] = Entry(correction, stands, person=person_of(raw[record_id]))
        if correction.kind == "corrected":
            corrected.setdefault(record_id, []).append(key)
    for record_id, told in told_by_record(world, as_of).items():
        for item in (*told.contests, *told.points) if record_id in raw else ():
            stands, ids = shown[record_id].standing, tuple(corrected.get(record_id, ()))
            found[key_of(item)] = Entry(item, stands, ids, person=person_of(raw[record_id]))
    for record_id, record in raw.items():
        as_shown, ids = shown[record_id], tuple(corrected.get(record_id, ()))
        found[key_of(record)] = Entry(record, as_shown.standing, ids, as_shown)
    return found


def shown_records(entries: Mapping[str, Entry]) -> Iterator[PublicRecord]:
    """Each record as it is shown."""
    return (entry.public for entry in entries.values() if entry.public is not None)
