"""Invents what the Front and others ask for, and how it is answered."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from generator.model.datasets import name_of
from generator.model.records import Commendation, Criticism, Recommendation
from generator.sample.city_facts import GRASSROOTS, CityFacts, CsvRow, Invented, iso


def invent_recommendations(facts: CityFacts, made: Invented) -> list[CsvRow]:
    """What the Front and others asked for, answered in time, late, or not yet.

    Some were closed by one of the commendations and criticisms.
    """
    conduct = [*made[Commendation], *made[Criticism]]
    chance = facts.chance(name_of(Recommendation))
    texts = facts.stories[name_of(Recommendation)]
    days = sorted(chance.sample(facts.working_days(facts.start, facts.last), len(texts)))
    return [
        _recommendation(facts, chance, number, text, day, conduct)
        for number, (text, day) in enumerate(zip(texts, days, strict=True), 1)
    ]


def _recommendation(
    facts: CityFacts, chance: Random, number: int, text: Any, sent: date, conduct: Sequence[CsvRow]
) -> CsvRow:
    due = facts.later(sent, 15)
    replied = facts.later(due, chance.choice((-9, -6, -4, -2, -1, 0, 3, 7)))
    answered = bool(text["reply"]) and replied <= facts.city.as_of
    unit = facts.place_of(text, chance, GRASSROOTS)
    return {
        "recommendation_id": f"kn-{facts.year}-{number:02d}",
        "body": facts.stories["bodies"][number % len(facts.stories["bodies"])],
        "unit_id": unit.unit_id,
        "about": text["about"],
        "text": text["text"],
        "sent_on": iso(sent),
        "due_on": iso(due),
        "reply": text["reply"] if answered else "",
        "replied_on": iso(replied) if answered else "",
        "outcome": _outcome(text["reply"]) if answered else "pending",
        "closed_by": _closing(text, unit.unit_id, iso(sent), conduct),
    }


def _closing(text: Any, unit_id: str, sent_on: str, conduct: Sequence[CsvRow]) -> str:
    """The record of the unit, made public later, that tells what the story says it ended with."""
    told = [
        row["record_id"]
        for row in conduct
        if row["status"] == "approved"
        and row["unit_id"] == unit_id
        and row["approved_on"] >= sent_on
        and text.get("closed_by") == (row.get("violation") or row.get("reason"))
    ]
    return told[0] if told else ""


def _outcome(reply: str) -> str:
    if reply.startswith("Không tiếp thu"):
        return "declined"
    return "partly_accepted" if reply.startswith("Tiếp thu một phần") else "accepted"
