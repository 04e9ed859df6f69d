"""What the city owes the public itself: an edition of every quarter, a broadcast every week."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.datasets import name_of
from generator.model.duty_records import Broadcast
from generator.model.policy_settings import Publishing
from generator.model.reporting import ReportOf
from generator.model.settings import City
from generator.model.text import quarter_end, quarter_of, quarters, week_of

EDITIONS = "editions"
"""What stands for a dataset where an edition is owed: editions are lines of the ledger."""


class Debt(NamedTuple):
    """What a unit owes by a day: of which dataset, its key there, and when it was done.

    `report` is what a report is of.
    """

    dataset: str
    key: str
    unit_id: str
    due_on: date | None
    done_on: date | None
    report: ReportOf | None = None


WEEK = timedelta(days=7)


def editions_owed(city: City, closings: Mapping[str, date]) -> Iterator[Debt]:
    """One of every quarter up to today's; an edition's day is that of the figures it closed."""
    if owed := city.publishing:
        for quarter in quarters(quarter_of(owed.since), quarter_of(city.as_of)):
            due_on = edition_due_on(quarter, owed)
            yield Debt(EDITIONS, quarter, owed.edition_unit, due_on, closings.get(quarter))


def edition_due_on(quarter: str, owed: Publishing) -> date:
    """The last day to close a quarter's edition."""
    return quarter_end(quarter) + timedelta(days=owed.edition_days)


def broadcasts_owed(city: City, broadcasts: Iterable[Broadcast]) -> Iterator[Debt]:
    """One in every week up to the one that is being prepared: what the station says it aired."""
    unit_id = city.publishing.broadcast_unit if city.publishing else None
    if unit_id is None:
        return
    said = sorted(broadcasts, key=lambda item: item.aired_at, reverse=True)
    aired = {item.bulletin_id: item.aired_on for item in said}  # the first time of each week
    for due_on in air_days(city, city.as_of + WEEK):
        week = week_of(due_on)
        yield Debt(name_of(Broadcast), week, unit_id, due_on, aired.get(week))


def air_days(city: City, before: date) -> Iterator[date]:
    """The days of the weekly broadcasts that are owed, up to a day that is left out."""
    if (owed := city.publishing) and city.radio and owed.broadcast_unit:
        weekday = city.radio.air_weekday
        since = max(owed.since, city.radio.begins_on or owed.since)
        due_on = since + timedelta(days=(weekday - since.isoweekday()) % 7)
        while due_on < before:
            yield due_on
            due_on += WEEK
