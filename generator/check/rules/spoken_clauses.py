"""The document that orders the column: what is read on air is a sentence, not a list of cells."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.clauses import trouble_of
from generator.model.problem import Problem
from generator.model.records import Commendation, Criticism

_SHOWN = 6
"""So many words of a cell are quoted."""


@Rule
def cell_not_a_clause(context: CheckContext) -> Iterator[Problem]:
    """A reason or a fault that cannot be said after "vì"; a record with words of its own may."""
    if context.city.radio is None:
        return
    for row, praise in context.rows(Commendation):
        if not praise.broadcast_text and trouble_of(praise.reason):
            yield _found(context, row, praise, "reason", praise.reason)
    for row, blame in context.rows(Criticism):
        if not blame.broadcast_text and trouble_of(blame.violation):
            yield _found(context, row, blame, "violation", blame.violation)


def _found(
    context: CheckContext, row: int, record: Commendation | Criticism, field: str, text: str
) -> Problem:
    words = text.split()
    shown = " ".join(words[:_SHOWN]) + (" …" if words[_SHOWN:] else "")
    return context.found(
        "cell-not-a-clause", type(record), row, field, severity="warning", value=shown
    )
