"""The document that sets up the teams: what an inspection concludes, it has seen."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Inspection
from generator.model.problem import Problem


@Rule
def conclusions(context: CheckContext) -> Iterator[Problem]:
    """An inspection that was concluded but, by its record, never held."""
    for row, inspection in context.rows(Inspection):
        if inspection.conclusion_on and not inspection.held_on:
            yield context.found(
                "conclusion-without-visit",
                Inspection,
                row,
                "held_on",
                value=inspection.conclusion_on,
            )
