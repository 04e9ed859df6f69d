"""The public ledger: nothing that was published is changed in silence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.check.context import CheckContext, finding
from generator.check.record_ids import record_thing, unread_ids
from generator.check.rule import Rule
from generator.datafolder.world import World
from generator.ledger.chain import FILE as LEDGER_FILE
from generator.ledger.entries import Entry, entries_of
from generator.ledger.ledger import Ledger
from generator.ledger.openings import key_of, subject_id
from generator.model.datasets import LOGGED
from generator.model.point_records import CriticismPoint
from generator.model.problem import Problem
from generator.model.public_records import public_records
from generator.model.recommendations import PublicRecord
from generator.model.records import Contest, Correction

LEAST_RECORDS = 3
"""Fewer may all have been changed by hand."""

TOLD_OF = tuple(dataset.name for dataset in LOGGED if not dataset.section)
"""The datasets whose rows tell of a record of another: it may stand in what cannot be read."""


@Rule
def amendments(context: CheckContext) -> Iterator[Problem]:
    """A published record that says something else now, or is gone, without a public correction."""
    ledger, policy, as_of = context.ledger, context.city.policy, context.city.as_of
    if not ledger.openings or not context.is_readable(Correction):
        return  # without the corrections nothing can be told to be changed in silence
    world = _of_the_ledger(context.world, ledger)
    kinds = public_records(world, policy, as_of)
    shown: list[PublicRecord] = [record for records in kinds for record in records]
    entries = entries_of(world, shown, as_of)
    may_be_unread = _may_be_unread(context)
    if _is_another_s(context, ledger, entries, may_be_unread):
        yield Problem(
            "ledger-of-another", "error", "ledger", LEDGER_FILE,
            values={"count": str(len(ledger.openings)), "value": context.city.city.name},
        )  # fmt: skip
        return
    rows = _rows(context)
    for record, opening in ledger.openings.items():
        name, _, key = record.partition("/")
        dataset, row = context.contract.dataset(name), rows.get(record)
        edition = ledger.chain.lines_of(record)[-1].edition
        entry = entries.get(record)
        if may_be_unread(name, key.split("/")[0]):
            continue
        if entry is None:
            thing = record_thing(key.split("/")[0])
            yield finding(dataset, "record-vanished", row, thing=thing, value=key, other=edition)
        elif not entry.is_excused(ledger.chain.numbers):
            for field in entry.amended(opening):
                yield finding(dataset, "record-amended", row, field, value=key, other=edition)


def _may_be_unread(context: CheckContext) -> Callable[[str, str], bool]:
    """Whether the record of an id may stand in what could not be read, by its dataset.

    A correction's record stands in another dataset, which may be any of them.
    """
    unread = {d.name for d in LOGGED if not context.is_readable(d.record)}
    left_out = set[str]().union(*(unread_ids(context, dataset) for dataset in LOGGED))
    typed = {record.record_id for record in context.world.ledgered}

    def may_be_unread(name: str, record_id: str) -> bool:
        is_lost = name in TOLD_OF and bool(unread) and record_id not in typed
        return name in unread or record_id in left_out or is_lost

    return may_be_unread


def _is_another_s(
    context: CheckContext,
    ledger: Ledger,
    entries: Mapping[str, Entry],
    may_be_unread: Callable[[str, str], bool],
) -> bool:
    """True when not one record of the ledger stands in the data as it was published.

    A ledger names no city, so that it stays true when the city takes another name; its records
    say whose it is. Of a few, or where a file cannot be read, nothing is said; what is sealed is
    known to stand.
    """
    if ledger.sealed:
        return False
    ids = (record.split("/")[:2] for record in ledger.openings)
    if len(ledger.openings) < LEAST_RECORDS or any(may_be_unread(*names) for names in ids):
        return False
    return not any(
        entry is not None and not entry.amended(opening)
        for entry, opening in ((entries.get(record), o) for record, o in ledger.openings.items())
    )


def _of_the_ledger(world: World, ledger: Ledger) -> World:
    """The world without the records that the ledger does not know: of a large city most are new."""
    known = {subject_id(record) for record in ledger.openings}
    return replace(
        world,
        commendations=tuple(r for r in world.commendations if r.record_id in known),
        criticisms=tuple(r for r in world.criticisms if r.record_id in known),
        recommendations=tuple(r for r in world.recommendations if r.record_id in known),
        corrections=tuple(r for r in world.corrections if r.record_id in known),
        contests=tuple(r for r in world.contests if r.record_id in known),
        criticism_points=tuple(r for r in world.criticism_points if r.record_id in known),
    )


def _rows(context: CheckContext) -> Mapping[str, int]:
    """The Excel row of each record that the ledger may know, by its id with its dataset."""
    rows = {
        f"{context.dataset(type(record)).name}/{record.record_id}": row
        for row, record in context.ledgered()
    }
    for kind in (Correction, Contest, CriticismPoint):
        rows |= {key_of(told): row for row, told in context.rows(kind)}
    return rows
