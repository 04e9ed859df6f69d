"""The clauses that records cite, in the order of their documents and with what they are about."""

from collections.abc import Iterable

from generator.edition.edition import Edition
from generator.model.citations import Citing
from generator.model.directives import Directive
from generator.model.duty_records import Assignment
from generator.model.records import Commendation, Criticism
from generator.model.settings import City

Pointing = Commendation | Criticism | Assignment


def cited(edition: Edition, record: Citing) -> Directive | None:
    """The document that a record cites; None when it is of another, or names none of several."""
    return edition.city.cited(record)


def clause_key(city: City, record: Pointing) -> str:
    """What tells a clause from all others in an address: its number, of one document alone."""
    directive, clause = city.cited(record), record.clause or ""
    if directive is None or len(city.directives) == 1:
        return clause
    return f"{directive.id}-{clause}"


def clause_words(edition: Edition, records: Iterable[Pointing]) -> dict[str, str]:
    """The cited clauses by key, each with what it is about: "3.2: làm đủ …"."""
    found = {clause_key(edition.city, record): record for record in records if record.clause}
    ordered = sorted(found, key=lambda key: _order(edition, found[key]))
    return {key: _words(edition, found[key]) for key in ordered}


def _order(edition: Edition, record: Pointing) -> tuple[int, int, str]:
    """A place among all clauses: that of the document, then that of the clause in it."""
    directive, clause = cited(edition, record), record.clause or ""
    if directive is None:
        return len(edition.city.directives), 0, clause
    numbers = directive.clause_numbers
    place = numbers.index(clause) if clause in numbers else len(numbers)
    return edition.city.directives.index(directive), place, clause


def _words(edition: Edition, record: Pointing) -> str:
    directive, clause = cited(edition, record), record.clause or ""
    number = clause
    if directive and len(edition.city.directives) > 1:
        number = f"{clause} {directive.name}"
    about = directive.about(clause) if directive else ""
    return f"{number}: {about}" if about else number
