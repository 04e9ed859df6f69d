"""Dates against one another: what cannot come before what, and what lies in the future."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext, years_of
from generator.model.problems import Problem

ORDERED = (
    ("units", "valid_from", "valid_to"),
    ("procedure_limits", "valid_from", "valid_to"),
    ("criticisms", "found_on", "remedied_on"),
    ("criticisms", "found_on", "remedy_due_on"),
    ("criticisms", "notified_on", "replied_on"),
    ("criticisms", "approved_on", "effect_until"),
    ("inspections", "held_on", "conclusion_on"),
    ("recommendations", "sent_on", "due_on"),
    ("recommendations", "sent_on", "replied_on"),
)
"""(dataset, the day that comes first, the day that may not come before it)."""

HAPPENED = (
    ("commendations", ("decision_on",)),
    ("criticisms", ("found_on", "decision_on", "notified_on", "replied_on", "remedied_on")),
    ("assignments", ("done_on",)),
    ("quarterly_reports", ("submitted_on",)),
    ("inspections", ("held_on", "conclusion_on")),
    ("recommendations", ("sent_on", "replied_on")),
)
"""Days on which something happened, so that they cannot lie after today."""

UNIT_DAYS = (
    ("commendations", "unit_id", "decision_on"),
    ("criticisms", "unit_id", "found_on"),
    ("quarterly_reports", "unit_id", "submitted_on"),
    ("inspections", "unit_id", "planned_on"),
    ("recommendations", "unit_id", "sent_on"),
    ("assignments", "lead_unit", "due_on"),
)
"""(dataset, its unit, the day on which that unit must exist)."""


def date_order(context: CheckContext) -> Iterator[Problem]:
    """A day before the day that must come first."""
    for dataset, first, second in ORDERED:
        for row, record in context.numbered(dataset):
            before, after = getattr(record, first), getattr(record, second)
            if before and after and after < before:
                yield context.found(
                    "date-order",
                    dataset,
                    row,
                    second,
                    value=after,
                    other=before,
                    other_title=context.title(dataset, first),
                    other_field=first,
                )


def days_to_come(context: CheckContext) -> Iterator[Problem]:
    """Something said to have happened after today; a warning, for `as_of` may be set back."""
    today = context.city.as_of
    for dataset, fields in HAPPENED:
        for row, record in context.numbered(dataset):
            for field in fields:
                day = getattr(record, field)
                if day and day > today:
                    yield context.found(
                        "day-to-come",
                        dataset,
                        row,
                        field,
                        severity="warning",
                        value=day,
                        other=today,
                    )


def outside_unit_years(context: CheckContext) -> Iterator[Problem]:
    """A record of a unit on a day when that unit did not exist."""
    for dataset, unit_field, day_field in UNIT_DAYS:
        for row, record in context.numbered(dataset):
            unit, day = context.unit(getattr(record, unit_field)), getattr(record, day_field)
            if unit and day and not unit.stands_on(day):
                yield context.found(
                    "unit-out-of-years", dataset, row, day_field, value=day, other=years_of(unit)
                )


def report_before_quarter(context: CheckContext) -> Iterator[Problem]:
    """A quarter's report handed in before the quarter has begun."""
    for row, report in context.numbered("quarterly_reports"):
        starts = _quarter_start(report.quarter)
        if starts and report.submitted_on < starts:
            yield context.found(
                "report-before-quarter",
                "quarterly_reports",
                row,
                "submitted_on",
                value=report.submitted_on,
                other=report.quarter,
            )


def _quarter_start(quarter: str) -> date | None:
    """First day of `2018-Q4`; None when the text is no quarter, which the shape check tells."""
    year, _, number = quarter.partition("-Q")
    if not (year.isdecimal() and number in ("1", "2", "3", "4") and int(year)):
        return None
    return date(int(year), int(number) * 3 - 2, 1)
