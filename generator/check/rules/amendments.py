"""Nothing that was published is changed in silence: the records against the ledger."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.check.context import CheckContext
from generator.datafolder.world import World
from generator.ledger.book import Book
from generator.ledger.entries import entries_of, standings
from generator.ledger.openings import correction_form
from generator.model.problems import Problem
from generator.model.public import public_commendations, public_criticisms
from generator.model.recommendations import public_recommendations


def amendments(context: CheckContext, book: Book) -> Iterator[Problem]:
    """A published record that says something else now, or is gone, without a public correction."""
    if not book.openings:
        return
    world, policy, as_of = (
        _of_the_book(context.world, book),
        context.city.policy,
        context.city.as_of,
    )
    praised = public_commendations(world.commendations, world.corrections, as_of)
    blamed = public_criticisms(world.criticisms, world.corrections, policy, as_of)
    asked = public_recommendations(world.recommendations, world.corrections, as_of)
    standing = standings((*praised, *blamed, *asked))
    entries = entries_of(world.ledgered, world.corrections, standing, as_of)
    rows = _rows(context, book)
    for record, opening in book.openings.items():
        dataset, _, key = record.partition("/")
        edition = book.ledger.by_record[record][-1].edition
        entry = entries.get(record)
        if entry is None:
            row = rows.get(record)
            yield context.found("record-vanished", dataset, row, value=key, other=edition)
        elif not entry.is_excused(book.openings):
            for field in entry.amended(opening):
                yield context.found(
                    "record-amended", dataset, rows.get(record), field, value=key, other=edition
                )


def _of_the_book(world: World, book: Book) -> World:
    """The world without the records that the book does not know: of a large city most are new."""
    known = {record.split("/")[1] for record in book.openings}

    def of_the_book(records: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(record for record in records if record.record_id in known)

    return replace(
        world,
        commendations=of_the_book(world.commendations),
        criticisms=of_the_book(world.criticisms),
        recommendations=of_the_book(world.recommendations),
        corrections=of_the_book(world.corrections),
    )


def _rows(context: CheckContext, book: Book) -> Mapping[str, int]:
    """The Excel row of each record that the book knows, by its id with its dataset."""
    rows = {
        key: row
        for dataset in ("commendations", "criticisms", "recommendations")
        for row, record in context.numbered(dataset)
        if (key := f"{dataset}/{record.record_id}") in book.openings
    }
    for row, record in context.numbered("corrections"):
        rows[correction_form(record).record] = row
    return rows
