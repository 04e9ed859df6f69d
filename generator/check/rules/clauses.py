"""The city's letter (643, if it says which points it has): a record rests on one of its points."""

from collections.abc import Iterator
from itertools import chain

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Assignment
from generator.model.problem import Problem


@Rule
def clauses(context: CheckContext) -> Iterator[Problem]:
    """A clause that the city's letter does not have."""
    known = context.city.directive.clauses if context.city.directive else ()
    for row, record in chain(context.conduct(), context.rows(Assignment)) if known else ():
        if record.clause not in known:
            yield context.found(
                "clause-unknown",
                type(record),
                row,
                "clause",
                value=record.clause,
                allowed=", ".join(known),
            )
