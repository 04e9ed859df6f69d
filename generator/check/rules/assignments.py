"""The five clarities, as documents order them: who supports a task is a unit of the list."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.datasets import name_of
from generator.model.duty_records import Assignment
from generator.model.problem import Problem
from generator.model.records import Unit


@Rule
def support_units(context: CheckContext) -> Iterator[Problem]:
    """A supporting unit that is not in the list of units."""
    known = context.ids(Unit, "unit_id")
    for row, assignment in context.rows(Assignment):
        for unit_id in assignment.support_unit_ids:
            if known is not None and unit_id not in known:
                yield context.found(
                    "support-unit-unknown",
                    Assignment,
                    row,
                    "support_units",
                    thing=f"{name_of(Unit)}/{unit_id}",
                    value=unit_id,
                )
