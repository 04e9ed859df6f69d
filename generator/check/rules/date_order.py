"""Plain logic: of two days in a record, the one that must come first does."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.declared_days import declared_days
from generator.check.rule import Rule
from generator.model.problem import Problem


@Rule
def date_order(context: CheckContext) -> Iterator[Problem]:
    """A day before the day that its column says must come first."""
    for given in declared_days(context, lambda column: column.not_before):
        first = given.declared.not_before
        before: date | None = getattr(given.record, first)
        if before and given.day < before:
            yield context.found(
                "date-order",
                given.kind,
                given.row,
                given.column,
                value=given.day,
                other=before,
                other_title=context.dataset(given.kind).field(first).title,
                other_field=first,
            )
