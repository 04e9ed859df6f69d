"""When a record was first published and what changed of it since, as the ledger has it."""

from dataclasses import dataclass
from datetime import date

from generator.contract.edition import Edition
from generator.contract.edition_words import DID, edition_url


@dataclass(frozen=True)
class Entered:
    """One line of the ledger about a record: what happened, in which edition, which columns."""

    words: str
    edition: str
    url: str
    on: date
    number: int
    columns: tuple[str, ...]


def entered(edition: Edition, dataset: str, record_id: str) -> tuple[Entered, ...]:
    """The lines about a record, oldest first; none before an edition was closed with it."""
    words = dict(DID)
    described = edition.contract.dataset(dataset)
    return tuple(
        Entered(
            words[line.event],
            line.edition,
            edition_url(line.edition),
            line.on,
            line.number,
            tuple(described.field(field).title for field in line.fields),
        )
        for line in edition.book.ledger.by_record.get(f"{dataset}/{record_id}", ())
    )
