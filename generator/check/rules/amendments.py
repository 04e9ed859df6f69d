"""The public ledger: nothing that was published is changed in silence."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.check.context import CheckContext, finding
from generator.check.rule import Rule
from generator.datafolder.world import World
from generator.ledger.entries import entries_of, standings
from generator.ledger.ledger import Ledger
from generator.ledger.openings import public_form
from generator.model.problems import Problem
from generator.model.public import public_commendations, public_criticisms
from generator.model.recommendations import public_recommendations
from generator.model.records import Correction


@Rule
def amendments(context: CheckContext) -> Iterator[Problem]:
    """A published record that says something else now, or is gone, without a public correction."""
    ledger, policy, as_of = context.ledger, context.city.policy, context.city.as_of
    if not ledger.openings:
        return
    world = _of_the_ledger(context.world, ledger)
    praised = public_commendations(world.commendations, world.corrections, as_of)
    blamed = public_criticisms(world.criticisms, world.corrections, policy, as_of)
    asked = public_recommendations(world.recommendations, world.corrections, as_of)
    standing = standings((*praised, *blamed, *asked))
    entries = entries_of(world.ledgered, world.corrections, standing, as_of)
    rows = _rows(context)
    for record, opening in ledger.openings.items():
        name, _, key = record.partition("/")
        dataset, row = context.contract.dataset(name), rows.get(record)
        edition = ledger.chain.by_record[record][-1].edition
        entry = entries.get(record)
        if entry is None:
            yield finding(dataset, "record-vanished", row, value=key, other=edition)
        elif not entry.is_excused(ledger.openings):
            for field in entry.amended(opening):
                yield finding(dataset, "record-amended", row, field, value=key, other=edition)


def _of_the_ledger(world: World, ledger: Ledger) -> World:
    """The world without the records that the ledger does not know: of a large city most are new."""
    known = {record.split("/")[1] for record in ledger.openings}
    return replace(
        world,
        commendations=tuple(r for r in world.commendations if r.record_id in known),
        criticisms=tuple(r for r in world.criticisms if r.record_id in known),
        recommendations=tuple(r for r in world.recommendations if r.record_id in known),
        corrections=tuple(r for r in world.corrections if r.record_id in known),
    )


def _rows(context: CheckContext) -> Mapping[str, int]:
    """The Excel row of each record that the ledger may know, by its id with its dataset."""
    rows = {
        f"{context.dataset(type(record)).name}/{record.record_id}": row
        for row, record in context.ledgered()
    }
    for row, correction in context.rows(Correction):
        rows[public_form(correction).record] = row
    return rows
