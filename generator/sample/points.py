"""Invents the points of a criticism that has several: answered, judged, or still owed."""

from collections.abc import Mapping
from datetime import date
from random import Random

from generator.model.contests import OPEN_OUTCOME
from generator.model.datasets import name_of
from generator.model.point_records import CriticismPoint
from generator.model.records import Correction, Criticism
from generator.sample.city_facts import CityFacts, CsvRow, Invented, iso

THEMSELVES = "Người bị phê bình"
"""Who answers where a person is criticised."""


def invent_points(facts: CityFacts, made: Invented) -> list[CsvRow]:
    """The points of every criticism whose story has some."""
    chance = facts.chance(name_of(CriticismPoint))
    told = {story["text"]: story.get("points", ()) for story in facts.stories[name_of(Criticism)]}
    corrected = {
        row["record_id"]: row["published_on"]
        for row in made[Correction]
        if row["kind"] == "corrected"
    }
    return [
        _point(facts, chance, record, number, point, corrected.get(record["record_id"], ""))
        for record in made[Criticism]
        for number, point in enumerate(told.get(record["violation"], ()), 1)
    ]


def _point(
    facts: CityFacts,
    chance: Random,
    record: CsvRow,
    number: int,
    told: Mapping[str, str],
    corrected_on: str,
) -> CsvRow:
    """One point; it is changed only where the record was, on the day of its correction."""
    notified = date.fromisoformat(record["notified_on"])
    replied = facts.later(notified, chance.randint(2, 4))
    judged = iso(facts.later(replied, chance.randint(12, 18)))
    outcome = told["outcome"]
    if outcome == "changed":
        judged = corrected_on
    is_answered = "reply" in told
    is_judged = outcome != OPEN_OUTCOME and "" < judged <= iso(facts.last)
    who = THEMSELVES if record["subject_kind"] == "person" else record["responsible_head"]
    return {
        "record_id": record["record_id"],
        "point_no": str(number),
        "violation": told["violation"],
        "reply": told.get("reply", ""),
        "replied_by": who if is_answered else "",
        "replied_on": iso(replied) if is_answered else "",
        "outcome": outcome if is_judged else OPEN_OUTCOME,
        "judged_by": _judge(facts, record) if is_judged else "",
        "judged_on": judged if is_judged else "",
        "conclusion": told["conclusion"] if is_judged else "",
    }


def _judge(facts: CityFacts, record: CsvRow) -> str:
    """A body that neither found the fault nor is criticised for it."""
    names = {unit.unit_id: unit.name for unit in facts.units("division")}
    parties = (record["found_by"], names.get(record["unit_id"], ""))
    judges: list[str] = facts.stories["judges"]
    return next(body for body in judges if body not in parties)
