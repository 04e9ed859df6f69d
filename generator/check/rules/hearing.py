"""The press law in force and Civil Code 2015, article 34: heard first, then named."""

from collections.abc import Iterator
from datetime import date

from generator.check.calendar_years import year_missing
from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.clock import Calendar, UnknownYear
from generator.model.problem import Problem
from generator.model.records import CalendarDay, Criticism


@Rule
def heard(context: CheckContext) -> Iterator[Problem]:
    """Named although the unit was not told, or before it had answered or had time to."""
    calendar = Calendar(context.world.calendar)
    for row, record in context.rows(Criticism):
        if record.status != "approved":
            continue
        if not record.notified_on:
            yield context.found(
                "notice-missing",
                Criticism,
                row,
                "notified_on",
                value=record.record_id,
                on=record.approved_on,
            )
        elif record.approved_on and not _had_replied(record, record.approved_on):
            yield from _early(
                context, calendar, row, record, record.notified_on, record.approved_on
            )


def _had_replied(record: Criticism, day: date) -> bool:
    return record.replied_on is not None and record.replied_on <= day


def _early(
    context: CheckContext,
    calendar: Calendar,
    row: int,
    record: Criticism,
    notified_on: date,
    approved_on: date,
) -> Iterator[Problem]:
    """Named while the period for a reply was still running."""
    days = context.city.policy.reply_days
    try:
        last = calendar.add_working_days(notified_on, days)
    except UnknownYear as unknown:
        if context.is_readable(CalendarDay):
            place = (Criticism, row, "notified_on")
            yield year_missing(context, unknown.year, unknown.years, place)
        return
    if approved_on > last:
        return
    code = "named-before-reply" if record.replied_on else "reply-period-open"
    yield context.found(
        code,
        Criticism,
        row,
        "approved_on",
        value=record.record_id,
        other=record.replied_on or last,
        days=days,
        on=approved_on,
    )
