"""The press law in force and Civil Code 2015, article 34: heard first, then named."""

from collections.abc import Iterator
from datetime import date

from generator.check.calendar_years import year_missing
from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.clock import Calendar, UnknownYear
from generator.model.points import answered_on, points_by_record
from generator.model.problem import Problem
from generator.model.records import CalendarDay, Criticism


@Rule
def heard(context: CheckContext) -> Iterator[Problem]:
    """Named although the unit was not told, or before it had answered or had time to."""
    calendar, world = Calendar(context.world.calendar), context.world
    points = points_by_record(world.criticism_points, context.city.as_of)
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
            continue
        replied_on = answered_on(record, points.get(record.record_id, ()))
        if record.approved_on and not (replied_on and replied_on <= record.approved_on):
            told = (record.notified_on, replied_on, record.approved_on)
            yield from _early(context, calendar, row, record, *told)


def _early(
    context: CheckContext,
    calendar: Calendar,
    row: int,
    record: Criticism,
    notified_on: date,
    replied_on: date | None,
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
    code = "named-before-reply" if replied_on else "reply-period-open"
    yield context.found(
        code,
        Criticism,
        row,
        "approved_on",
        value=record.record_id,
        other=replied_on or last,
        days=days,
        on=approved_on,
    )
