"""When dossiers come: a dip at Tết, peaks on Mondays, quiet lunch hours."""

from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from generator.sample.city_facts import CityFacts

HOURS = (7, 8, 8, 8, 9, 9, 9, 10, 10, 13, 14, 14, 15, 15, 16)
"""Hours at the counter: most come in the morning, nobody at lunch (11:00 to 13:30)."""


def moments(facts: CityFacts, chance: Random, count: int) -> list[tuple[datetime, bool]]:
    """(moment of receipt, whether it came online) of `count` dossiers, in no order."""
    days = facts.working_days(facts.first, facts.last)
    weights = [_busyness(facts, day) for day in days]
    chosen = chance.choices(days, cum_weights=list(accumulate(weights)), k=count)
    return [_moment(chance, day) for day in chosen]


def _busyness(facts: CityFacts, day: date) -> float:
    """How many dossiers come on a day, beside 1 on a usual one."""
    weight = {0: 1.5, 1: 1.15, 4: 0.85, 5: 0.5}.get(day.weekday(), 1.0)
    tet = [d.date for d in facts.world.calendar if "Tết" in d.name and d.date.year == day.year]
    around = [d for d in tet if d.month in (1, 2) and d != date(day.year, 1, 1)]
    if around and around[0] - timedelta(days=12) <= day <= around[-1] + timedelta(days=10):
        weight *= 0.45
    return weight * (1.0 + 0.15 * (day.month in (6, 7, 8)))


def _moment(chance: Random, day: date) -> tuple[datetime, bool]:
    minute = chance.randrange(60)
    if chance.random() < 0.14:
        return datetime.combine(day, time(chance.randrange(6, 23), minute)), True
    hour = chance.choice(HOURS)
    if hour == 7 or hour == 13:
        minute = 30 + minute // 2
    return datetime.combine(day, time(hour, minute)), False
