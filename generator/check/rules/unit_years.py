"""Plain logic: whoever acts on a day, or is acted upon, exists on that day."""

from collections.abc import Iterator

from generator.check.context import CheckContext, years_of
from generator.check.declared_days import declared_days
from generator.check.rule import Rule
from generator.model.problem import Problem


@Rule
def unit_years(context: CheckContext) -> Iterator[Problem]:
    """A record of a unit on a day when that unit did not exist."""
    for given in declared_days(context, lambda column: column.needs_unit):
        unit = context.unit(getattr(given.record, given.declared.needs_unit))
        if unit and not unit.stands_on(given.day):
            yield context.found(
                "unit-out-of-years",
                given.kind,
                given.row,
                given.column,
                value=given.day,
                other=years_of(unit),
            )
