"""When a record was first published and what changed of it since: by the ledger, by the commits."""

from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.edition.revisions import Did
from generator.ledger.log_files import proof_path
from generator.ledger.words import DID, edition_url
from generator.model.site_paths import LOG

SAVED: dict[Did, str] = {
    "published": "Công bố",
    "changed": "Sửa",
    "removed": "Rút khỏi dữ liệu",
}


@dataclass(frozen=True)
class Entered:
    """One line of the ledger about a record: what happened, in which edition, which columns; and
    of the last line where its proof lies."""

    words: str
    edition: str
    url: str
    on: date
    number: int
    columns: tuple[str, ...]
    proof: str


@dataclass(frozen=True)
class SavedLine:
    """One commit that touched a record: what it did, when, and which columns."""

    words: str
    commit: str
    on: date
    columns: tuple[str, ...]


def entered(edition: Edition, dataset: str, record_id: str) -> tuple[Entered, ...]:
    """The lines about a record, oldest first; none before an edition was closed with it."""
    words = dict(DID)
    described = edition.contract.dataset(dataset)
    key, chain = f"{dataset}/{record_id}", edition.ledger.chain
    lines = chain.lines_of(key)
    return tuple(
        Entered(
            words[line.event],
            line.edition,
            edition_url(line.edition),
            line.on,
            number,
            tuple(described.field(field).title for field in line.fields),
            f"{LOG}{proof_path(key)}" if line is lines[-1] else "",
        )
        for number, line in zip(chain.numbers.get(key, ()), lines, strict=True)
    )


def saved_lines(edition: Edition, dataset: str, record_id: str) -> tuple[SavedLine, ...]:
    """The commits that touched a record, oldest first; none when that cannot be said."""
    described = edition.contract.dataset(dataset)
    return tuple(
        SavedLine(
            SAVED[saved.did],
            saved.commit,
            saved.on,
            tuple(described.field(field).title for field in saved.fields),
        )
        for saved in edition.saved.get(f"{dataset}/{record_id}", ())
    )
