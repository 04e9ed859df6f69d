"""Invents the visits of the two inspection teams."""

from datetime import date
from random import Random

from generator.model.datasets import name_of
from generator.model.duty_records import Inspection
from generator.sample.city_facts import GRASSROOTS, CityFacts, CsvRow, Invented, iso, spread

INSPECTION_COUNT = 28


def invent_inspections(facts: CityFacts, _: Invented) -> list[CsvRow]:
    """Visits of the two teams: planned, held, concluded, and a few that fell through."""
    chance = facts.chance(name_of(Inspection))
    days = facts.working_days(facts.later(facts.start, 20), facts.last)
    planned = sorted(chance.sample(days, INSPECTION_COUNT))
    units = spread(chance.sample(facts.units("division", *GRASSROOTS), 25), INSPECTION_COUNT)
    return [
        _inspection(facts, chance, number, day, unit.unit_id)
        for number, (day, unit) in enumerate(zip(planned, units, strict=True), 1)
    ]


def _inspection(
    facts: CityFacts, chance: Random, number: int, planned: date, unit_id: str
) -> CsvRow:
    words = facts.stories[name_of(Inspection)]
    held = facts.later(planned, chance.choice((0, 0, 0, 0, 1, 3)))
    concluded = facts.later(held, chance.randint(5, 14))
    as_of = facts.city.as_of
    row = {
        "inspection_id": f"kt-{facts.year}-{number:02d}",
        "team": str(1 + number % 2),
        "unit_id": unit_id,
        "purpose": words["purposes"][number % len(words["purposes"])],
        "planned_on": iso(planned),
    }
    if held > as_of or chance.random() < 0.1:
        return row
    row["held_on"] = iso(held)
    if concluded > as_of:
        return row
    return row | {
        "conclusion_no": f"MẪU-{number}/KL-ĐKT",
        "conclusion_on": iso(concluded),
        "conclusion": words["conclusions"][number % len(words["conclusions"])],
    }
