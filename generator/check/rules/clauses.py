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
    """A clause that the document which it cites does not have."""
    for row, record in chain(context.conduct(), context.rows(Assignment)):
        directive = _cited(context.city, record)
        known = directive.clause_numbers if directive else ()
        if directive and known and record.clause not in known:
            yield context.found(
                "clause-unknown",
                type(record),
                row,
                "clause",
                value=record.clause or "",
                allowed=", ".join(known),
                other=directive.cited,
            )


def _cited(city: City, record: Commendation | Criticism | Assignment) -> Directive | None:
    if isinstance(record, Assignment):
        return city.of_task(record)
    return city.cited(day=record.cited_on)
