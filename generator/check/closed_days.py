"""The day of the figures is not before the day of the last edition: nothing goes back in time."""

from dataclasses import dataclass
from datetime import date

from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.ledger.chain import Chain
from generator.model.problem import Problem


@dataclass(frozen=True)
class Behind:
    """What there is to say of a day that an edition has passed, and the first day there may be."""

    problem: Problem
    day: date


def day_before_edition(as_of: date, chain: Chain) -> Behind | None:
    """A day of the figures that an edition has passed: all else is judged by the edition's day.

    By the wrong day nearly every record of the time between would be told, for the one cause.
    """
    last = chain.editions[-1] if chain.editions else None
    if last is None or as_of >= last.on:
        return None
    problem = file_problem(
        "day-before-edition",
        SETTINGS_FILE,
        field="as_of",
        value=as_of.isoformat(),
        other=last.on.isoformat(),
        edition=last.edition,
    )
    return Behind(problem, last.on)
