"""What will be published on which day, said in advance: until the next quarter's edition is due."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta

from generator.clock import Calendar, UnknownYear
from generator.datafolder.world import World
from generator.measure.publishing import EDITIONS, air_days, edition_due_on
from generator.model.datasets import name_of
from generator.model.duty_records import Broadcast, QuarterlyReport
from generator.model.planned import Planned
from generator.model.policy_settings import Publishing
from generator.model.settings import City
from generator.model.text import quarter_end, quarter_of, quarters, week_of


def plan_of(
    world: World, city: City, closings: Mapping[str, date] | None = None
) -> tuple[Planned, ...]:
    """Everything due after `city.as_of`, by day; nothing while the city set no days for itself.

    `closings` are the days on which the edition of a quarter was closed.
    """
    owed = city.publishing
    if owed is None:
        return ()
    now = quarter_of(city.as_of)
    following = quarter_of(quarter_end(now) + timedelta(days=1))
    plan = [
        *_editions(quarters(quarter_of(owed.since), following), owed, closings or {}),
        *_broadcasts(city, owed, edition_due_on(following, owed)),
        *_reports((now, following), world, city),
    ]
    plan = [item for item in plan if item.due_on > city.as_of]
    return tuple(sorted(plan, key=lambda item: (item.due_on, item.dataset, item.key)))


def _editions(
    of: Iterable[str], owed: Publishing, closings: Mapping[str, date]
) -> Iterator[Planned]:
    for quarter in of:
        if quarter not in closings:
            yield Planned(EDITIONS, quarter, owed.edition_unit, edition_due_on(quarter, owed))


def _broadcasts(city: City, owed: Publishing, last: date) -> Iterator[Planned]:
    for day in air_days(city, last + timedelta(days=1)):
        yield Planned(name_of(Broadcast), week_of(day), owed.broadcast_unit, day)


def _reports(of: Iterable[str], world: World, city: City) -> Iterator[Planned]:
    """Where reports are owed at all; a year whose days off are not known yet tells no day."""
    calendar = Calendar(world.calendar)
    for quarter in of:
        for ordered in city.reporting(quarter):
            with suppress(UnknownYear):
                due_on = calendar.roll_forward(ordered.day)
                reports, of = name_of(QuarterlyReport), ordered.report
                yield Planned(reports, ordered.key, None, due_on, of)
