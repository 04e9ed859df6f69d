"""The city's own documents, if they say which points they have: a record rests on one of them."""

from collections.abc import Iterator
from itertools import chain

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.directives import Directive
from generator.model.duty_records import Assignment
from generator.model.problem import Problem
from generator.model.records import Commendation, Criticism
from generator.model.settings import City


@Rule
def clauses(context: CheckContext) -> Iterator[Problem]:
    """A clause that the document which it cites does not have, or that no document is there for."""
    for row, record in chain(context.conduct(), context.rows(Assignment)):
        place = (type(record), row, "clause")
        directive, clause = _cited(context.city, record), record.clause
        known = directive.clause_numbers if directive else ()
        if directive and known and clause not in known:
            code = "clause-unknown" if clause else "clause-missing"
            allowed, cited = ", ".join(known), directive.cited
            yield context.found(code, *place, value=clause or "", allowed=allowed, other=cited)
        elif clause and not context.city.directives and not isinstance(record, Assignment):
            yield context.found("clause-without-document", *place, value=clause)


def _cited(city: City, record: Commendation | Criticism | Assignment) -> Directive | None:
    if isinstance(record, Assignment):
        return city.of_task(record)
    return city.cited(day=record.cited_on)
