"""Invents the commendations."""

from datetime import date
from random import Random
from typing import Any

from generator.model.datasets import name_of
from generator.model.records import Commendation
from generator.sample.city_facts import CityFacts, CsvRow, Invented, iso
from generator.sample.subjects import approval, approval_days, story_order, subject_of


def invent_commendations(facts: CityFacts, _: Invented) -> list[CsvRow]:
    """One row a story; the last two are drafts."""
    chance = facts.chance(name_of(Commendation))
    chosen = story_order(chance, facts.stories[name_of(Commendation)])
    people = [facts.placeholder(number) for number in range(len(chosen))]
    days = approval_days(facts, chance, len(chosen))
    return [
        _commendation(facts, chance, number, story, person, day, number <= len(chosen) - 2)
        for number, (story, person, day) in enumerate(zip(chosen, people, days, strict=True), 1)
    ]


def _commendation(
    facts: CityFacts,
    chance: Random,
    number: int,
    story: Any,
    person: str,
    approved_on: date,
    approved: bool,
) -> CsvRow:
    unit, subject = subject_of(facts, chance, story, person)
    subject.pop("person_kind", None)
    symbol = "QĐ-UBND" if story["form"] == "merit_certificate" else "TB-UBND"
    return {
        "record_id": f"ng-{facts.year}-{number:03d}",
        **subject,
        "unit_id": unit.unit_id,
        "form": story["form"],
        "reason": story["text"],
        "clause": story["clause"],
        "decision_no": f"MẪU-{100 + number}/{symbol}",
        "decision_on": iso(facts.later(approved_on, -chance.randint(1, 4))),
        "issued_by": facts.chair,
        "evidence": f"Tờ trình MẪU-{40 + number}/TTr-PNV của Phòng Nội vụ",
        "status": "approved" if approved else "draft",
        **approval(facts, approved_on if approved else None),
    }
