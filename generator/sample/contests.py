"""Invents contests of criticisms: open, suspended, upheld, annulled, and pleas for an early end."""

from collections.abc import Sequence
from datetime import date, timedelta

from generator.model.datasets import name_of
from generator.model.records import Contest, Correction, Criticism
from generator.sample.city_facts import CityFacts, CsvRow, Invented, iso

REVIEWED_DAYS = 3
"""Working days that the review of a record took which was withdrawn after it."""


def invent_contests(facts: CityFacts, made: Invented) -> list[CsvRow]:
    """One of every kind and outcome, as far as the year has records for it, oldest first."""
    corrected = {(row["kind"], row["record_id"]): row for row in made[Correction]}
    rows = [
        *_reviewed(facts, made, corrected.values()),
        *_complained(facts, made, {record_id for _, record_id in corrected}),
    ]
    return sorted(rows, key=lambda row: (row["opened_on"], row["record_id"], row["kind"]))


def _reviewed(facts: CityFacts, made: Invented, corrections: object) -> list[CsvRow]:
    """What a correction followed: a review that annulled, a plea that was granted."""
    blamed = {row["record_id"] for row in made[Criticism]}
    rows = []
    for row in made[Correction]:
        if row["kind"] in ("withdrawn", "expired") and row["record_id"] in blamed:
            kind = "review" if row["kind"] == "withdrawn" else "early_end"
            ended = date.fromisoformat(row["published_on"])
            opened = facts.later(ended, -REVIEWED_DAYS)
            outcome = "annulled" if kind == "review" else "granted"
            rows.append(_contest(facts, row["record_id"], kind, opened, outcome, ended))
    return rows


def _complained(facts: CityFacts, made: Invented, corrected: set[str]) -> list[CsvRow]:
    """Complaints of records that stand: one upheld, one open, one whose naming is suspended."""
    chance = facts.chance(name_of(Contest))
    free = [
        row
        for row in made[Criticism]
        if row["status"] == "approved"
        and row["record_id"] not in corrected
        and not row["effect_until"]
    ]
    units = [row for row in free if row["subject_kind"] == "unit"]
    people = [row for row in free if row["subject_kind"] == "person"]
    early, late = units[: len(units) // 2], units[len(units) // 2 :]
    plan: list[tuple[Sequence[CsvRow], str, str, int]] = [
        (early, "complaint", "upheld", 22),
        (late[-1:], "complaint", "pending", 0),
        (people[-1:], "complaint", "pending", 0),
        (people[:1], "early_end", "refused", 8),
    ]
    rows = []
    for some, kind, outcome, days in plan:
        if some:
            record = chance.choice(some)
            opened = facts.later(date.fromisoformat(record["approved_on"]), chance.randint(6, 12))
            ended = facts.later(opened, days) if days else None
            paused = opened if not days and record["subject_kind"] == "person" else None
            rows.append(_contest(facts, record["record_id"], kind, opened, outcome, ended, paused))
    until = facts.last - timedelta(days=1)
    return [row for row in rows if max(row["opened_on"], row["ended_on"]) <= iso(until)]


def _contest(
    facts: CityFacts,
    record_id: str,
    kind: str,
    opened: date,
    outcome: str,
    ended: date | None,
    paused: date | None = None,
) -> CsvRow:
    words = facts.stories[name_of(Contest)]
    return {
        "record_id": record_id,
        "kind": kind,
        "opened_on": iso(opened),
        "body": words["bodies"][kind],
        "suspended_on": iso(paused),
        "outcome": outcome,
        "ended_on": iso(ended),
        "decision_no": f"MẪU-{record_id.rpartition('-')[2]}/KL-UBND" if ended else "",
        "conclusion": words["conclusions"][f"{kind} {outcome}"] if ended else "",
    }
