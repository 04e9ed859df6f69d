"""Invents corrections of commendations and criticisms."""

from datetime import date
from random import Random

from generator.model.datasets import name_of
from generator.model.records import Commendation, Correction, Criticism
from generator.sample.city_facts import CityFacts, CsvRow, Invented, iso


def invent_corrections(facts: CityFacts, made: Invented) -> list[CsvRow]:
    """Every kind of correction, on records approved long enough before the year's end."""
    chance = facts.chance(name_of(Correction))
    limit = iso(facts.later(facts.last, -25))
    old = [r for r in made[Criticism] if r["status"] == "approved" and r["approved_on"] < limit]
    people = [r for r in old if r["subject_kind"] == "person" and not r["effect_until"]]
    units = [r for r in old if r["subject_kind"] == "unit"]
    praised = [
        r for r in made[Commendation] if r["status"] == "approved" and r["approved_on"] < limit
    ]
    plan = [
        ("corrected", chance.sample(units, 2)),
        ("withdrawn", chance.sample(people, 2)),
        ("revoked", [chance.choice([r for r in praised if r["subject_kind"] == "person"])]),
        ("expired", [chance.choice([r for r in units if not r["effect_until"]])]),
    ]
    rows = [
        _correction(facts, chance, kind, record, by_name=kind == "withdrawn" and place > 0)
        for kind, some in plan
        for place, record in enumerate(some)
    ]
    return sorted(rows, key=lambda row: (row["published_on"], row["record_id"]))


def _correction(
    facts: CityFacts, chance: Random, kind: str, record: CsvRow, *, by_name: bool
) -> CsvRow:
    """One correction; `by_name` when whoever was named asked to be cleared by name."""
    words = facts.stories[name_of(Correction)][kind]
    if kind == "withdrawn":
        words = words | {"in_general": words["general"][record["clause"]]}
    if kind == "corrected":
        words = words | _mended(facts, record)
    approved_on = date.fromisoformat(record["approved_on"])
    return {
        "record_id": record["record_id"],
        "kind": kind,
        "reason": words["reason"],
        "text": words["text"],
        "published_on": iso(facts.later(approved_on, chance.randint(8, 20))),
        "said": words.get("said", ""),
        "in_general": words.get("in_general", ""),
        "cleared_name": record["subject_name"] if by_name else "",
    }


def _mended(facts: CityFacts, record: CsvRow) -> dict[str, str]:
    """What the story was first told with, and what is right, where the story knows it."""
    told = [
        story
        for story in facts.stories[name_of(Criticism)]
        if story["text"] == record.get("violation")
    ]
    mended: dict[str, str] = told[0].get("corrected", {}) if told else {}
    return mended
