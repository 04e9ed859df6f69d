"""What every invented record is made from: the city's facts, its working days, a seeded chance."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from generator.clock import Calendars
from generator.datafolder.world import World
from generator.model.own_yaml import own_yaml
from generator.model.record import Record
from generator.model.records import Unit
from generator.model.settings import City

GRASSROOTS = ("ward", "commune")
REPORTING = ("division", "public_service", *GRASSROOTS)
STORIES = Path(__file__).with_name("stories.yaml")
LETTERS = "ABCDEGHIKLMNOPQSTUVXY"
T = TypeVar("T")
CsvRow = Mapping[str, str]
"""The cells of an invented record, by column."""
Invented = Mapping[type[Record], Sequence[CsvRow]]
"""The rows invented so far, by the type of their records."""


def _of_place(told: Any, place: str) -> Any:
    """The same texts with the kind of the place put in where they say {place}."""
    if isinstance(told, dict):
        return {key: _of_place(value, place) for key, value in told.items()}
    if isinstance(told, list):
        return [_of_place(value, place) for value in told]
    return told.replace("{place}", place) if isinstance(told, str) else told


def stories_of(city: City) -> dict[str, Any]:
    """The deeds, faults, findings and requests that a city's records are filled with."""
    told: dict[str, Any] = _of_place(own_yaml(STORIES), city.place)
    return told


class CityFacts:
    """A city's facts in one sample year, the first of its years or a later one.

    `stories` are the deeds, faults, findings and requests that records are filled with.
    """

    def __init__(self, world: World, city: City, seed: int, year: int, first_year: int) -> None:
        """`world` gives the units, procedures, limits and calendar."""
        self.world = world
        self.city = city
        self.seed = seed
        self.year = year
        self.first_year = first_year
        self._unit_of = {unit.unit_id: unit for unit in world.units}
        self.calendars = Calendars(world.calendar, city.service)
        self.calendar = self.calendars.office
        self.stories = stories_of(city)
        self.chair = f"Chủ tịch Ủy ban nhân dân {city.place}"

    def chance(self, room: str) -> Random:
        """A chance of its own for each kind of record and year: one does not move another."""
        later = f"/{self.year}" if self.year > self.first_year else ""
        return Random(f"{self.seed}/{room}{later}")  # noqa: S311  # a sample, no secret

    @property
    def first(self) -> date:
        """The sample year's first day."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The sample year's last day, or that of the figures."""
        return min(date(self.year, 12, 31), self.city.as_of)

    @property
    def start(self) -> date:
        """The day naming and reporting begin: the letter's day, or the year's first."""
        return max(self.first, self.city.begins_on)

    def units(self, *kinds: str) -> list[Unit]:
        """Units of these kinds that stand from the sample year's first day to its last."""
        days = (self.first, self.last)
        return [u for u in self.world.units if u.kind in kinds and all(map(u.stands_on, days))]

    def units_of_a_part(self, *kinds: str) -> list[Unit]:
        """Units of these kinds that stand on the sample year's first day or last, in file order."""
        days = (self.first, self.last)
        return [u for u in self.world.units if u.kind in kinds and any(map(u.stands_on, days))]

    def stands(self, unit_id: str, day: date) -> bool:
        """True when a unit stands on a day."""
        return self._unit_of[unit_id].stands_on(day)

    def units_on(self, day: date, *kinds: str) -> list[Unit]:
        """Units of these kinds that stand on a day, in file order."""
        return [u for u in self.world.units if u.kind in kinds and u.stands_on(day)]

    def place_of(self, story: Mapping[str, Any], chance: Random, kinds: Sequence[str]) -> Unit:
        """The unit a story happens in: the one it names, or any of these kinds."""
        standing = self.units(*kinds)
        named = [u for u in self.units(*REPORTING) if u.unit_id == story.get("unit")]
        return named[0] if named else chance.choice(standing)

    def working_days(self, first: date, last: date) -> list[date]:
        """The working days from `first` to `last`."""
        length = (last - first).days + 1
        days = (first + timedelta(days=place) for place in range(length))
        return [day for day in days if self.calendar.is_working_day(day)]

    def later(self, day: date, count: int) -> date:
        """The working day `count` working days after `day`, before it when negative."""
        if count >= 0:
            return self.calendar.add_working_days(day, count)
        while count < 0:
            day -= timedelta(days=1)
            count += self.calendar.is_working_day(day)
        return day

    def placeholder(self, number: int) -> str:
        """A name that is nobody's, in the Vietnamese manner: Nguyễn Văn A, Trần Thị B.

        Different for each of the first 546 numbers, so that a name withdrawn is shown nowhere else.
        A year has numbers below 40 and from 100 to 139: no name comes back within six years.
        """
        later = self.year - self.first_year
        number += 182 * later + 40 * (later // 3)
        families = self.stories["families"]
        middle = ("Văn", "Thị")[number % 2]
        return f"{families[number % len(families)]} {middle} {LETTERS[number % len(LETTERS)]}"


def spread(items: Sequence[T], count: int) -> list[T]:
    """`count` items, the whole list again and again in order."""
    return [items[place % len(items)] for place in range(count)]


def iso(day: date | None) -> str:
    """A date cell; empty for none."""
    return day.isoformat() if day else ""
