"""Invents the quarterly reports."""

from itertools import chain

from generator.sample.city_facts import CityFacts, CsvRow, Invented, iso


def invent_reports(facts: CityFacts, _: Invented) -> list[CsvRow]:
    """A report of each unit and quarter: most in time, some late, some missing."""
    chance = facts.chance("reports")
    rows = []
    every = [facts.city.reporting(f"{facts.year}-Q{number}") for number in range(1, 5)]
    for ordered in chain(*every):
        quarter = int(ordered.quarter[-1])
        due = facts.calendar.roll_forward(ordered.day)
        missing, late = {1: (0.10, 0.22)}.get(quarter, (0.04, 0.10))
        for number, unit in enumerate(facts.units_on(ordered.day, *ordered.duty.unit_kinds), 1):
            drawn = chance.random()
            if drawn < missing:
                continue
            offset = chance.randint(1, 9) if drawn < missing + late else -chance.randint(0, 4)
            rows.append(
                {
                    "unit_id": unit.unit_id,
                    "quarter": ordered.quarter,
                    "submitted_on": iso(facts.later(due, offset)),
                    "document_no": f"MẪU-{quarter * 100 + number}/BC",
                    "directive": ordered.directive.id if ordered.is_one_of_several else "",
                }
            )
    return [row for row in rows if row["submitted_on"] <= iso(facts.city.as_of)]
