"""Plain logic: of two days in a record, the one that must come first does."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Inspection
from generator.model.problems import Problem
from generator.model.record import Record
from generator.model.records import Criticism, ProcedureLimit, Recommendation, Unit

ORDERED: tuple[tuple[type[Record], str, str], ...] = (
    (Unit, "valid_from", "valid_to"),
    (ProcedureLimit, "valid_from", "valid_to"),
    (Criticism, "found_on", "remedied_on"),
    (Criticism, "found_on", "remedy_due_on"),
    (Criticism, "notified_on", "replied_on"),
    (Criticism, "approved_on", "effect_until"),
    (Inspection, "held_on", "conclusion_on"),
    (Recommendation, "sent_on", "due_on"),
    (Recommendation, "sent_on", "replied_on"),
)
"""(type of record, the day that comes first, the day that may not come before it)."""


@Rule
def date_order(context: CheckContext) -> Iterator[Problem]:
    """A day before the day that must come first."""
    for kind, first, second in ORDERED:
        for row, record in context.rows(kind):
            before: date | None = getattr(record, first)
            after: date | None = getattr(record, second)
            if before and after and after < before:
                yield context.found(
                    "date-order",
                    kind,
                    row,
                    second,
                    value=after,
                    other=before,
                    other_title=context.dataset(kind).field(first).title,
                    other_field=first,
                )
