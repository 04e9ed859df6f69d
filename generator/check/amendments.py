"""Nothing that was published is changed in silence: the records against the ledger."""

from collections.abc import Iterator, Mapping

from generator.check.scene import Scene
from generator.contract.book import Book
from generator.contract.entries import entries_of, standings
from generator.contract.openings import correction_form
from generator.contract.public import public_commendations, public_criticisms
from generator.contract.recommendations import public_recommendations
from generator.problems import Problem


def amendments(scene: Scene, book: Book) -> Iterator[Problem]:
    """A published record that says something else now, or is gone, without a public correction."""
    if not book.openings:
        return
    world, policy, as_of = scene.world, scene.city.policy, scene.city.as_of
    praised = public_commendations(world.commendations, world.corrections, as_of)
    blamed = public_criticisms(world.criticisms, world.corrections, policy, as_of)
    asked = public_recommendations(world.recommendations, world.corrections, as_of)
    standing = standings((*praised, *blamed, *asked))
    entries = entries_of(world.ledgered, world.corrections, standing, as_of)
    rows = _rows(scene)
    for record, opening in book.openings.items():
        dataset, _, key = record.partition("/")
        edition = book.ledger.by_record[record][-1].edition
        entry = entries.get(record)
        if entry is None:
            row = rows.get(record)
            yield scene.found("record-vanished", dataset, row, value=key, other=edition)
        elif not entry.is_excused(book.openings):
            for field in entry.amended(opening):
                yield scene.found(
                    "record-amended", dataset, rows.get(record), field, value=key, other=edition
                )


def _rows(scene: Scene) -> Mapping[str, int]:
    """The Excel row of each record, by its id with its dataset."""
    rows = {
        f"{dataset}/{record.record_id}": row
        for dataset in ("commendations", "criticisms", "recommendations")
        for row, record in scene.numbered(dataset)
    }
    for row, record in scene.numbered("corrections"):
        rows[correction_form(record).record] = row
    return rows
