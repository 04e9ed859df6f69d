"""The document that orders the column: what the station says it aired can be looked up."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from generator.check.context import CheckContext
from generator.check.record_ids import conduct_ids, record_thing
from generator.check.rule import Rule
from generator.model.duty_records import Broadcast
from generator.model.problem import Problem

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?", re.ASCII)
DATE_LETTERS = len("2018-02-28")


@Rule
def broadcast_of_nothing(context: CheckContext) -> Iterator[Problem]:
    """A bulletin that says it read out a record nobody knows."""
    known = conduct_ids(context)
    for row, broadcast in context.rows(Broadcast):
        for record_id in broadcast.records:
            if known is not None and record_id not in known:
                yield context.found(
                    "broadcast-of-nothing",
                    Broadcast,
                    row,
                    "record_ids",
                    severity="warning",
                    thing=record_thing(record_id),
                    value=record_id,
                )


@Rule
def aired_too_early(context: CheckContext) -> Iterator[Problem]:
    """A bulletin that was aired before its week began, or before what it reads out was approved."""
    approved = {record.record_id: record.approved_on for _, record in context.approved()}
    for row, broadcast in context.rows(Broadcast):
        day, week = broadcast.aired_on, _monday(broadcast.bulletin_id)
        if day and week and day < week:
            yield context.found(
                "aired-before-week", Broadcast, row, "aired_at", value=day, other=week
            )
        for record_id in broadcast.records if day else ():
            allowed = approved.get(record_id)
            if day and allowed and day < allowed:
                yield context.found(
                    "aired-before-approval",
                    Broadcast,
                    row,
                    "aired_at",
                    value=day,
                    other=allowed,
                    what=record_id,
                )


@Rule
def aired_to_come(context: CheckContext) -> Iterator[Problem]:
    """A bulletin that is said to have been aired after today."""
    today = context.city.as_of
    for row, broadcast in context.rows(Broadcast):
        if broadcast.aired_on and broadcast.aired_on > today:
            yield context.found(
                "day-to-come",
                Broadcast,
                row,
                "aired_at",
                severity="warning",
                value=broadcast.aired_on,
                other=today,
            )


def _monday(bulletin_id: str) -> date | None:
    """The first day of a bulletin's week; None when its id names no week."""
    try:
        return date.fromisoformat(f"{bulletin_id}-1")
    except ValueError:
        return None


@Rule
def aired_moments(context: CheckContext) -> Iterator[Problem]:
    """A broadcast at a moment that is in no calendar and on no clock."""
    for row, broadcast in context.rows(Broadcast):
        if MOMENT.fullmatch(broadcast.aired_at) and not _is_real(broadcast.aired_at):
            code = "moment-unreal" if len(broadcast.aired_at) > DATE_LETTERS else "date-unreal"
            yield context.found(code, Broadcast, row, "aired_at", value=broadcast.aired_at)


def _is_real(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True
