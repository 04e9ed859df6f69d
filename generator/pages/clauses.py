"""The clauses that records cite, in the order of their documents and with what they are about."""

from collections.abc import Iterable

from generator.edition.edition import Edition
from generator.model.directives import Directive
from generator.model.duty_records import Assignment
from generator.model.records import Commendation, Criticism

Citing = Commendation | Criticism | Assignment


def cited(edition: Edition, record: Citing) -> Directive | None:
    """The document that a record cites; None when the settings have none that it can mean."""
    return edition.city.cited(day=record.cited_on)


def clause_key(edition: Edition, record: Citing) -> str:
    """What tells a clause from all others in an address: its number, of one document alone."""
    directive = cited(edition, record)
    if directive is None or len(edition.city.directives) == 1:
        return record.clause
    return f"{directive.id}-{record.clause}"


def clause_words(edition: Edition, records: Iterable[Citing]) -> dict[str, str]:
    """The cited clauses by key, each with what it is about: "3.2: làm đủ …"."""
    found = {clause_key(edition, record): record for record in records}
    ordered = sorted(found, key=lambda key: _order(edition, found[key]))
    return {key: _words(edition, found[key]) for key in ordered}


def _order(edition: Edition, record: Citing) -> tuple[int, int, str]:
    """A place among all clauses: that of the document, then that of the clause in it."""
    directive = cited(edition, record)
    if directive is None:
        return len(edition.city.directives), 0, record.clause
    numbers = directive.clause_numbers
    place = numbers.index(record.clause) if record.clause in numbers else len(numbers)
    return edition.city.directives.index(directive), place, record.clause


def _words(edition: Edition, record: Citing) -> str:
    directive = cited(edition, record)
    number = record.clause
    if directive and len(edition.city.directives) > 1:
        number = f"{number} {directive.name}"
    about = directive.about(record.clause) if directive else ""
    return f"{number}: {about}" if about else number
