"""Plain logic: nobody sets a day so far off that none of those it binds will be there."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.declared_days import declared_days
from generator.check.rule import Rule
from generator.model.problem import Problem

YEARS = 10
OPEN_ENDS = ("valid_from", "valid_to", "effective_on")
"""Periods may begin with a law of later, and 2099 stands in many exports for no end."""


@Rule
def far_days(context: CheckContext) -> Iterator[Problem]:
    """A day to come, of a plan or a period, more than ten years after the day of the data."""
    today = context.city.as_of
    for given in declared_days(context, lambda column: not column.happened):
        if given.column not in OPEN_ENDS and given.day.year > today.year + YEARS:
            yield context.found(
                "day-far-off", given.kind, given.row, given.column, "warning",
                value=given.day, other=today,
            )  # fmt: skip
