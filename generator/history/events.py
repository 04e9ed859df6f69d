"""What happened since the last edition, as lines for the ledger."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.ledger.chain import Event, LedgerLine
from generator.ledger.changes import next_version
from generator.ledger.entries import Entry
from generator.ledger.ledger import Ledger
from generator.ledger.openings import (
    FORGOTTEN,
    GROUPS,
    Opening,
    changes_between,
    commitment,
    is_correction,
)

Chance = Callable[[], str]
"""32 hexadecimal digits that nobody can foresee."""


def closed(
    ledger: Ledger,
    entries: Mapping[str, Entry],
    edition_id: str,
    on: date,
    facts: Mapping[str, Any],
    chance: Chance,
) -> Ledger:
    """The ledger with the lines of an edition: one an event, by record, then the one that closes.

    `entries` are the records that are public on the day `on`, of data that have passed their check.
    The closing line holds the `facts` and the edition's version.
    """
    openings = dict(ledger.openings)
    lines: list[LedgerLine] = []
    for record in sorted(entries):
        entry = entries[record]
        past = ledger.chain.by_record.get(record, ())
        for event, fields in _events(entry, openings.get(record), past, ledger.openings):
            before = openings.get(record)
            opening = _opened(entry, before, fields, chance)
            changed = changes_between(before, opening, fields)
            lines.append(LedgerLine(0, edition_id, on, event, record, opening.digest, changed))
            openings[record] = opening
        openings[record] = openings[record].without(FORGOTTEN[entry.standing])
    versioned = {"version": next_version(ledger.chain, lines, facts), **facts}
    lines.append(LedgerLine(0, edition_id, on, "closed", facts=versioned))
    return Ledger(ledger.chain.with_lines(lines), openings)


def _events(
    entry: Entry, opening: Opening | None, lines: Sequence[LedgerLine], known: Container[str]
) -> Iterator[tuple[Event, tuple[str, ...]]]:
    """Each event since the last edition, with the fields that it changed."""
    amended, filled = entry.changed(opening) if opening else ((), ())
    if opening is None:
        yield "published", ()
    elif amended:
        yield "corrected", (*amended, *filled)
    elif filled:
        yield "supplemented", filled
    elif entry.is_excused(known):
        yield "corrected", ()
    is_told = is_correction(entry.form.record)  # of the record it is about
    ended = {line.event for line in lines}
    if entry.standing != "in_force" and not is_told and entry.standing not in ended:
        yield entry.standing, ()


def _opened(
    entry: Entry, opening: Opening | None, fields: Sequence[str], chance: Chance
) -> Opening:
    """The opening after an event that changed some fields."""
    if opening is None:
        return commitment(entry.form, {group: chance() for group in GROUPS})
    return opening.recommitted(entry.form, fields)
