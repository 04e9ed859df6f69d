"""Commendations, criticisms in every stage of life, and their corrections."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from generator.model.records import Unit
from generator.sample.scene import CHAIR, GRASSROOTS, CsvRow, Scene, iso

FINDERS = (
    "Đoàn kiểm tra công vụ số 1",
    "Đoàn kiểm tra công vụ số 2",
    "Thanh tra thành phố",
    "Phòng Nội vụ",
)
PLACES: dict[str, tuple[str, ...]] = {
    "grassroots": GRASSROOTS,
    "person": GRASSROOTS,
    "division": ("division",),
    "officer": ("division",),
}
"""Kinds of unit a story can happen in."""


def _story_order(chance: Random, stories_of_kind: Sequence[Any]) -> list[Any]:
    order = list(stories_of_kind)
    chance.shuffle(order)
    return order


def _approval_days(scene: Scene, chance: Random, count: int) -> list[date]:
    """Days of approval, in order: some weeks full, some quiet, none before the letter."""
    days = scene.working_days(scene.later(scene.start, 10), scene.later(scene.city.as_of, 0))
    weeks = sorted({day.isocalendar().week for day in days})
    mood = {week: chance.choice((0.0, 0.6, 1.0, 1.6, 3.0)) for week in weeks}
    weights = [mood[day.isocalendar().week] for day in days]
    return sorted(chance.choices(days, weights=weights, k=count))


def _subject(scene: Scene, chance: Random, story: Any, person: str) -> tuple[Unit, dict[str, str]]:
    unit = scene.place_of(story, chance, PLACES[story["who"]])
    if "position" not in story:
        return unit, {"subject_kind": "unit", "subject_name": unit.name}
    return unit, {
        "subject_kind": "person",
        "subject_name": person,
        "position": story["position"],
        "person_kind": story.get("person_kind", ""),
    }


def invent_commendations(scene: Scene) -> list[CsvRow]:
    """One row a story; the last two are drafts."""
    chance = scene.chance("commendations")
    chosen = _story_order(chance, scene.stories["commendations"])
    people = [scene.placeholder(number) for number in range(len(chosen))]
    days = _approval_days(scene, chance, len(chosen))
    return [
        _commendation(scene, chance, number, story, person, day, number <= len(chosen) - 2)
        for number, (story, person, day) in enumerate(zip(chosen, people, days, strict=True), 1)
    ]


def _commendation(
    scene: Scene,
    chance: Random,
    number: int,
    story: Any,
    person: str,
    approved_on: date,
    approved: bool,
) -> CsvRow:
    unit, subject = _subject(scene, chance, story, person)
    subject.pop("person_kind", None)
    symbol = "QĐ-UBND" if story["form"] == "merit_certificate" else "TB-UBND"
    return {
        "record_id": f"ng-{scene.year}-{number:03d}",
        **subject,
        "unit_id": unit.unit_id,
        "form": story["form"],
        "reason": story["text"],
        "clause": story["clause"],
        "decision_no": f"MẪU-{100 + number}/{symbol}",
        "decision_on": iso(scene.later(approved_on, -chance.randint(1, 4))),
        "issued_by": CHAIR,
        "evidence": f"Tờ trình MẪU-{40 + number}/TTr-PNV của Phòng Nội vụ",
        "status": "approved" if approved else "draft",
        **_approval(approved_on if approved else None),
    }


def _approval(day: date | None) -> dict[str, str]:
    return {"approved_by": CHAIR, "approved_on": iso(day)} if day else {}


def invent_criticisms(scene: Scene) -> list[CsvRow]:
    """One row a story; the last three are drafts."""
    chance = scene.chance("criticisms")
    chosen = _story_order(chance, scene.stories["criticisms"])
    people = [scene.placeholder(100 + number) for number in range(len(chosen))]
    days = _approval_days(scene, chance, len(chosen))
    return [
        _criticism(scene, chance, number, story, person, day, number <= len(chosen) - 3)
        for number, (story, person, day) in enumerate(zip(chosen, people, days, strict=True), 1)
    ]


def _criticism(
    scene: Scene,
    chance: Random,
    number: int,
    story: Any,
    person: str,
    approved_on: date,
    approved: bool,
) -> CsvRow:
    unit, subject = _subject(scene, chance, story, person)
    measure = story.get("measure", "criticism")
    steps = _steps(scene, chance, approved_on, bool(story["reply"]))
    symbol = "TB-UBND" if measure == "criticism" else "QĐ-UBND"
    return {
        "record_id": f"pb-{scene.year}-{number:03d}",
        **subject,
        "unit_id": unit.unit_id,
        "violation": story["text"],
        "clause": story["clause"],
        "found_by": chance.choice([body for body in FINDERS if body != unit.name]),
        "measure": measure,
        "decision_no": f"MẪU-{200 + number}/{symbol}",
        "issued_by": CHAIR,
        "evidence": f"Biên bản kiểm tra MẪU-{number}/BB-ĐKT",
        "responsible_head": _head(unit),
        "reply": story["reply"],
        "remedy": story["remedy"],
        **{name: iso(day) for name, day in steps.items()},
        "effect_until": iso(_early_end(scene, chance, approved_on)),
        "status": "approved" if approved else "draft",
        **_approval(approved_on if approved else None),
    }


def _head(unit: Unit) -> str:
    if unit.kind in GRASSROOTS:
        return "Chủ tịch Ủy ban nhân dân " + ("phường" if unit.kind == "ward" else "xã")
    return {"van-phong": "Chánh Văn phòng", "thanh-tra": "Chánh Thanh tra"}.get(
        unit.unit_id, "Trưởng phòng"
    )


def _steps(
    scene: Scene, chance: Random, approved_on: date, replied: bool
) -> dict[str, date | None]:
    """Found, notified, replied, decided, remedied: each a few working days after the other."""
    decided = scene.later(approved_on, -chance.randint(1, 3))
    replied_on = scene.later(decided, -chance.randint(2, 4))
    notified = scene.later(replied_on, -chance.randint(2, 5))
    if not replied:  # silence must have lasted beyond the period for a reply
        notified = min(notified, scene.later(approved_on, -scene.city.policy.reply_days - 1))
    due = scene.later(approved_on, chance.choice((10, 15, 20, 30)))
    remedied = scene.later(due, chance.choice((-8, -5, -3, -1, 0, 4, 9)))
    unfinished = chance.random() < 0.25 or remedied > scene.city.as_of
    return {
        "found_on": scene.later(notified, -chance.randint(1, 4)),
        "notified_on": notified,
        "replied_on": replied_on if replied else None,
        "decision_on": decided,
        "remedy_due_on": due,
        "remedied_on": None if unfinished else remedied,
    }


def _early_end(scene: Scene, chance: Random, approved_on: date) -> date | None:
    """A third of the early records are named for three months only."""
    early = approved_on.month <= 8 and chance.random() < 0.35
    return scene.later(approved_on, 65) if early else None


def invent_corrections(
    scene: Scene, commendations: Sequence[CsvRow], criticisms: Sequence[CsvRow]
) -> list[CsvRow]:
    """Every kind of correction, on records approved long enough before the year's end."""
    chance = scene.chance("corrections")
    limit = iso(scene.later(scene.city.as_of, -25))
    old = [r for r in criticisms if r["status"] == "approved" and r["approved_on"] < limit]
    people = [r for r in old if r["subject_kind"] == "person" and not r["effect_until"]]
    units = [r for r in old if r["subject_kind"] == "unit"]
    praised = [r for r in commendations if r["status"] == "approved" and r["approved_on"] < limit]
    plan = [
        ("corrected", chance.sample(units, 2)),
        ("withdrawn", chance.sample(people, 2)),
        ("revoked", [chance.choice([r for r in praised if r["subject_kind"] == "person"])]),
        ("expired", [chance.choice([r for r in units if not r["effect_until"]])]),
    ]
    rows = [_correction(scene, chance, kind, record) for kind, some in plan for record in some]
    return sorted(rows, key=lambda row: (row["published_on"], row["record_id"]))


def _correction(scene: Scene, chance: Random, kind: str, record: CsvRow) -> CsvRow:
    words = scene.stories["corrections"][kind]
    if kind == "corrected":
        words = words | _mended(scene, record)
    approved_on = date.fromisoformat(record["approved_on"])
    return {
        "record_id": record["record_id"],
        "kind": kind,
        "reason": words["reason"],
        "text": words["text"],
        "published_on": iso(scene.later(approved_on, chance.randint(8, 20))),
        "said": words.get("said", ""),
    }


def _mended(scene: Scene, record: CsvRow) -> dict[str, str]:
    """What the story was first told with, and what is right, where the story knows it."""
    told = [
        story for story in scene.stories["criticisms"] if story["text"] == record.get("violation")
    ]
    mended: dict[str, str] = told[0].get("corrected", {}) if told else {}
    return mended
