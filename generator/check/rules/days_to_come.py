"""Plain logic: what has happened did not happen after today."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.declared_days import declared_days
from generator.check.rule import Rule
from generator.model.problem import Problem


@Rule
def days_to_come(context: CheckContext) -> Iterator[Problem]:
    """Something said to have happened after today; a warning, for `as_of` may be set back."""
    today = context.city.as_of
    for given in declared_days(context, lambda column: column.happened):
        if given.day > today:
            yield context.found(
                "day-to-come",
                given.kind,
                given.row,
                given.column,
                severity="warning",
                value=given.day,
                other=today,
            )
