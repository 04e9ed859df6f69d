"""Plain logic: what has happened did not happen after today."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Assignment, Inspection, QuarterlyReport
from generator.model.problems import Problem
from generator.model.record import Record
from generator.model.records import Commendation, Criticism, Recommendation

HAPPENED: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Commendation, ("decision_on",)),
    (Criticism, ("found_on", "decision_on", "notified_on", "replied_on", "remedied_on")),
    (Assignment, ("done_on",)),
    (QuarterlyReport, ("submitted_on",)),
    (Inspection, ("held_on", "conclusion_on")),
    (Recommendation, ("sent_on", "replied_on")),
)
"""Days on which something happened, so that they cannot lie after today."""


@Rule
def days_to_come(context: CheckContext) -> Iterator[Problem]:
    """Something said to have happened after today; a warning, for `as_of` may be set back."""
    today = context.city.as_of
    for kind, columns in HAPPENED:
        for row, record in context.rows(kind):
            for column in columns:
                day: date | None = getattr(record, column)
                if day and day > today:
                    yield context.found(
                        "day-to-come",
                        kind,
                        row,
                        column,
                        severity="warning",
                        value=day,
                        other=today,
                    )
