"""Invents criticisms in every stage, from what was found to what was remedied."""

from datetime import date
from random import Random
from typing import Any

from generator.model.datasets import name_of
from generator.model.records import Criticism, Unit
from generator.sample.city_facts import GRASSROOTS, CityFacts, CsvRow, Invented, iso
from generator.sample.subjects import approval, approval_days, story_order, subject_of


def invent_criticisms(facts: CityFacts, _: Invented) -> list[CsvRow]:
    """One row a story; the last three are drafts."""
    chance = facts.chance(name_of(Criticism))
    chosen = story_order(chance, facts.stories[name_of(Criticism)])
    people = [facts.placeholder(100 + number) for number in range(len(chosen))]
    days = approval_days(facts, chance, len(chosen))
    return [
        _criticism(facts, chance, number, story, person, day, number <= len(chosen) - 3)
        for number, (story, person, day) in enumerate(zip(chosen, people, days, strict=True), 1)
    ]


def _criticism(
    facts: CityFacts,
    chance: Random,
    number: int,
    story: Any,
    person: str,
    approved_on: date,
    approved: bool,
) -> CsvRow:
    unit, subject = subject_of(facts, chance, story, person)
    measure = story.get("measure", "criticism")
    answers = [point.get("reply") for point in story.get("points", [story])]
    steps = _steps(facts, chance, approved_on, all(answers))
    if "points" in story:
        steps |= {"replied_on": None}
    symbol = "TB-UBND" if measure == "criticism" else "QĐ-UBND"
    return {
        "record_id": f"pb-{facts.year}-{number:03d}",
        **subject,
        "unit_id": unit.unit_id,
        "violation": story["text"],
        "clause": story["clause"],
        "found_by": chance.choice([body for body in facts.stories["finders"] if body != unit.name]),
        "measure": measure,
        "decision_no": f"MẪU-{200 + number}/{symbol}",
        "issued_by": facts.chair,
        "evidence": f"Biên bản kiểm tra MẪU-{number}/BB-ĐKT",
        "responsible_head": _head(unit),
        "reply": story.get("reply", ""),
        "remedy": story["remedy"],
        **{name: iso(day) for name, day in steps.items()},
        "effect_until": iso(_early_end(facts, chance, approved_on)),
        "status": "approved" if approved else "draft",
        **approval(facts, approved_on if approved else None),
    }


def _head(unit: Unit) -> str:
    if unit.kind in GRASSROOTS:
        return "Chủ tịch Ủy ban nhân dân " + ("phường" if unit.kind == "ward" else "xã")
    return {"van-phong": "Chánh Văn phòng", "thanh-tra": "Chánh Thanh tra"}.get(
        unit.unit_id, "Trưởng phòng"
    )


def _steps(
    facts: CityFacts, chance: Random, approved_on: date, replied: bool
) -> dict[str, date | None]:
    """Found, notified, replied, decided, remedied: each a few working days after the other."""
    decided = facts.later(approved_on, -chance.randint(1, 3))
    replied_on = facts.later(decided, -chance.randint(2, 4))
    notified = facts.later(replied_on, -chance.randint(2, 5))
    if not replied:  # silence must have lasted beyond the period for a reply
        notified = min(notified, facts.later(approved_on, -facts.city.policy.reply_days - 1))
    due = facts.later(approved_on, chance.choice((10, 15, 20, 30)))
    remedied = facts.later(due, chance.choice((-8, -5, -3, -1, 0, 4, 9)))
    unfinished = chance.random() < 0.25 or remedied > facts.city.as_of
    return {
        "found_on": facts.later(notified, -chance.randint(1, 4)),
        "notified_on": notified,
        "replied_on": replied_on if replied else None,
        "decision_on": decided,
        "remedy_due_on": due,
        "remedied_on": None if unfinished else remedied,
    }


def _early_end(facts: CityFacts, chance: Random, approved_on: date) -> date | None:
    """A third of the early records are named for three months only."""
    early = approved_on.month <= 8 and chance.random() < 0.35
    return facts.later(approved_on, 65) if early else None
