"""Who is praised or criticised in the sample, and when that is approved."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from generator.model.records import Unit
from generator.sample.city_facts import GRASSROOTS, CityFacts, iso

PLACES: dict[str, tuple[str, ...]] = {
    "grassroots": GRASSROOTS,
    "person": GRASSROOTS,
    "division": ("division",),
    "officer": ("division",),
}
"""Kinds of unit a story can happen in."""


def story_order(chance: Random, stories_of_kind: Sequence[Any]) -> list[Any]:
    """The stories in an order of chance."""
    order = list(stories_of_kind)
    chance.shuffle(order)
    return order


def approval_days(facts: CityFacts, chance: Random, count: int) -> list[date]:
    """Days of approval, in order: some weeks full, some quiet, none before the letter."""
    days = facts.working_days(facts.later(facts.start, 10), facts.last)
    weeks = sorted({day.isocalendar().week for day in days})
    mood = {week: chance.choice((0.0, 0.6, 1.0, 1.6, 3.0)) for week in weeks}
    weights = [mood[day.isocalendar().week] for day in days]
    return sorted(chance.choices(days, weights=weights, k=count))


def subject_of(
    facts: CityFacts, chance: Random, story: Any, person: str
) -> tuple[Unit, dict[str, str]]:
    """The unit a story happens in, and the cells that say whom it is about."""
    unit = facts.place_of(story, chance, PLACES[story["who"]])
    if "position" not in story:
        return unit, {"subject_kind": "unit", "subject_name": unit.name}
    return unit, {
        "subject_kind": "person",
        "subject_name": person,
        "position": story["position"],
        "person_kind": story.get("person_kind", ""),
    }


def approval(facts: CityFacts, day: date | None) -> dict[str, str]:
    """The cells of an approval; none of a draft."""
    return {"approved_by": facts.chair, "approved_on": iso(day)} if day else {}
