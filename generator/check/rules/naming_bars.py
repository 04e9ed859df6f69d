"""Civil Code 2015, articles 34 and 38: who is not to be named, for how long, and his way out."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problem import Problem
from generator.model.public import is_of_person
from generator.model.records import CRITICISM, Criticism


@Rule
def bar_half_said(context: CheckContext) -> Iterator[Problem]:
    """A reason not to name without its first day, or the day without the reason."""
    for row, record in context.rows(Criticism):
        if bool(record.naming_bar) != bool(record.not_named_from):
            missing = "not_named_from" if record.naming_bar else "naming_bar"
            yield context.found("naming-bar-half", Criticism, row, missing, value=record.record_id)


@Rule
def period_of_no_measure(context: CheckContext) -> Iterator[Problem]:
    """A period of naming for a measure that the settings do not know."""
    known = {CRITICISM, *(item.code for item in context.city.disciplinary_measures)}
    for number, period in enumerate(context.city.policy.naming_periods):
        if period.measure not in known:
            yield file_problem(
                "naming-period-unknown",
                SETTINGS_FILE,
                field=f"policy.naming_periods.{number}.measure",
                value=period.measure,
                allowed=", ".join(sorted(known)),
            )


@Rule
def named_without_way(context: CheckContext) -> Iterator[Problem]:
    """A person named where no page could say whom to turn to."""
    identity = context.city.city
    ways = (identity.contact_office, identity.phone, identity.email, identity.address)
    if any(ways) or context.city.hotlines:
        return
    for row, record in context.rows(Criticism):
        if record.status == "approved" and is_of_person(record):
            yield context.found(
                "named-without-way",
                Criticism,
                row,
                "subject_name",
                value=record.record_id,
                on=record.approved_on,
            )
