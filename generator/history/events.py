"""What happened since the last edition, as lines for the ledger."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.ledger.chain import Event, LedgerLine
from generator.ledger.changes import next_version
from generator.ledger.entries import Entry, shown_records
from generator.ledger.ledger import Ledger
from generator.ledger.opening_files import opening_file, opening_files
from generator.ledger.openings import (
    FORGOTTEN,
    GROUPS,
    Opening,
    changes_between,
    commitment,
    is_told_of,
)
from generator.ledger.seals import file_hash, record_hashes, seal
from generator.ledger.sense import ENDS

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
    What the ledger has sealed is as it was, and passed. The closing line holds the `facts`, the
    edition's version and the seals.
    """
    chain, openings = ledger.chain, dict(ledger.openings)
    lines: list[LedgerLine] = []
    for record in sorted(record for record in entries if not ledger.is_sealed(record)):
        entry = entries[record]
        past = chain.lines_of(record)
        for event, fields in _events(record, entry, openings.get(record), past, chain.numbers):
            before = openings.get(record)
            opening = _opened(entry, before, fields, chance)
            changed = changes_between(before, opening, fields)
            lines.append(LedgerLine(edition_id, on, event, record, opening.digest, changed))
            openings[record] = opening
        openings[record] = openings[record].without(FORGOTTEN[entry.standing])
    told = replace(ledger, chain=chain.with_lines(lines), openings=openings)
    salts, seals = _sealed(told, entries, chance)
    facts = {"version": next_version(chain, lines, facts), **facts, "records": seals}
    closing = LedgerLine(edition_id, on, "closed", facts=facts)
    return Ledger(told.chain.with_lines([closing]), openings, seal_salts=salts)


def _sealed(
    ledger: Ledger, entries: Mapping[str, Entry], chance: Chance
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The salts and the seals of all editions: new ones where the openings were read."""
    first = ledger.chain.first_editions
    files = opening_files(ledger.openings.values(), first)
    told = record_hashes(shown_records(entries), first)
    salts, seals = dict(ledger.seal_salts), dict(ledger.chain.seals)
    for edition in sorted({*first.values()} - ledger.sealed):
        salts[edition] = chance()
        content = files[opening_file(edition)]
        seals[edition] = seal(salts[edition], file_hash(content), told.get(edition, ()))
    return salts, seals


def _events(
    record: str,
    entry: Entry,
    opening: Opening | None,
    lines: Sequence[LedgerLine],
    known: Container[str],
) -> Iterator[tuple[Event, tuple[str, ...]]]:
    """Each event since the last edition, with the fields that it changed."""
    amended, filled = entry.changed(opening) if opening else ((), ())
    if opening is None:
        yield "published", ()
    elif amended:
        yield "corrected", (*amended, *filled)
    elif filled:
        yield "supplemented", filled
    is_told = is_told_of(record)  # of the record it is about
    if opening and not (amended or filled or is_told) and entry.is_excused(known):
        yield "corrected", ()
    ended = {line.event for line in lines}
    if not is_told and entry.standing not in ended:
        yield from ((end, ()) for end in ENDS if end == entry.standing)


def _opened(
    entry: Entry, opening: Opening | None, fields: Sequence[str], chance: Chance
) -> Opening:
    """The opening after an event that changed some fields."""
    if opening is None:
        return commitment(entry.form, {group: chance() for group in GROUPS})
    return opening.recommitted(entry.form, fields)
