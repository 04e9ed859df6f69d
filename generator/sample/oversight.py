"""Quarterly reports, inspections, and recommendations of the Front."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from generator.sample.scene import GRASSROOTS, REPORTING, CsvRow, Scene, iso, spread

INSPECTION_COUNT = 28


def invent_reports(scene: Scene) -> list[CsvRow]:
    """A report of each unit and quarter: most in time, some late, some missing."""
    chance = scene.chance("reports")
    rows = []
    for quarter in range(1, 5):
        day = date(scene.year, quarter * 3, scene.city.policy.report_day)
        due = scene.calendar.roll_forward(day)
        missing, late = {1: (0.10, 0.22)}.get(quarter, (0.04, 0.10))
        for number, unit in enumerate(scene.units(*REPORTING), 1):
            drawn = chance.random()
            if drawn < missing:
                continue
            offset = chance.randint(1, 9) if drawn < missing + late else -chance.randint(0, 4)
            rows.append(
                {
                    "unit_id": unit.unit_id,
                    "quarter": f"{scene.year}-Q{quarter}",
                    "submitted_on": iso(scene.later(due, offset)),
                    "document_no": f"MẪU-{quarter * 100 + number}/BC",
                }
            )
    return [row for row in rows if row["submitted_on"] <= iso(scene.city.as_of)]


def invent_inspections(scene: Scene) -> list[CsvRow]:
    """Visits of the two teams: planned, held, concluded, and a few that fell through."""
    chance = scene.chance("inspections")
    days = scene.working_days(scene.later(scene.start, 20), scene.city.as_of)
    planned = sorted(chance.sample(days, INSPECTION_COUNT))
    units = spread(chance.sample(scene.units("division", *GRASSROOTS), 25), INSPECTION_COUNT)
    return [
        _inspection(scene, chance, number, day, unit.unit_id)
        for number, (day, unit) in enumerate(zip(planned, units, strict=True), 1)
    ]


def _inspection(scene: Scene, chance: Random, number: int, planned: date, unit_id: str) -> CsvRow:
    words = scene.stories["inspections"]
    held = scene.later(planned, chance.choice((0, 0, 0, 0, 1, 3)))
    concluded = scene.later(held, chance.randint(5, 14))
    as_of = scene.city.as_of
    row = {
        "inspection_id": f"kt-{scene.year}-{number:02d}",
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


def invent_recommendations(scene: Scene, conduct: Sequence[CsvRow]) -> list[CsvRow]:
    """What the Front and others asked for, answered in time, late, or not yet.

    Some were closed by one of the commendations and criticisms, `conduct`.
    """
    chance = scene.chance("recommendations")
    texts = scene.stories["recommendations"]
    days = sorted(chance.sample(scene.working_days(scene.start, scene.city.as_of), len(texts)))
    return [
        _recommendation(scene, chance, number, text, day, conduct)
        for number, (text, day) in enumerate(zip(texts, days, strict=True), 1)
    ]


def _recommendation(
    scene: Scene, chance: Random, number: int, text: Any, sent: date, conduct: Sequence[CsvRow]
) -> CsvRow:
    due = scene.later(sent, 15)
    replied = scene.later(due, chance.choice((-9, -6, -4, -2, -1, 0, 3, 7)))
    answered = bool(text["reply"]) and replied <= scene.city.as_of
    unit = scene.place_of(text, chance, GRASSROOTS)
    return {
        "recommendation_id": f"kn-{scene.year}-{number:02d}",
        "body": scene.stories["bodies"][number % len(scene.stories["bodies"])],
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
