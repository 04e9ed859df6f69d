"""The city's own documents, if they say which points they have: a record rests on one of them."""

from collections.abc import Iterator
from itertools import chain

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Assignment
from generator.model.problem import Problem


@Rule
def clauses(context: CheckContext) -> Iterator[Problem]:
    """A clause that the document which it cites does not have."""
    for row, record in chain(context.conduct(), context.rows(Assignment)):
        directive = context.city.cited(day=record.cited_on)
        known = directive.clause_numbers if directive else ()
        if directive and known and record.clause not in known:
            yield context.found(
                "clause-unknown",
                type(record),
                row,
                "clause",
                value=record.clause,
                allowed=", ".join(known),
                other=directive.cited,
            )
