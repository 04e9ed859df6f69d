"""The day of the figures is not before the day of the last edition: nothing goes back in time."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problem import Problem


@Rule
def closed_days(context: CheckContext) -> Iterator[Problem]:
    """A day of the figures that an edition has already passed."""
    editions = context.ledger.chain.editions
    if editions and context.city.as_of < editions[-1].on:
        yield file_problem(
            "day-before-edition",
            SETTINGS_FILE,
            field="as_of",
            value=context.city.as_of.isoformat(),
            other=editions[-1].on.isoformat(),
            edition=editions[-1].edition,
        )
