"""Invents dossiers, from their receipt to their end."""

from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from generator.clock import deadline
from generator.model.datasets import DOSSIERS
from generator.sample.arrivals import moments
from generator.sample.city_facts import CityFacts, iso
from generator.sample.desks import Desk, desks_of
from generator.sample.pace import SILENT


def invent_dossiers(facts: CityFacts, count: int) -> dict[int, list[dict[str, str]]]:
    """Rows by the quarter of receipt (1 to 4), each in the order of receipt."""
    chance = facts.chance(DOSSIERS)
    received = sorted(moments(facts, chance, count), key=lambda pair: pair[0])
    desks, weights = desks_of(facts, chance)
    chosen = chance.choices(desks, cum_weights=list(accumulate(weights)), k=count)
    quarters: dict[int, list[dict[str, str]]] = {1: [], 2: [], 3: [], 4: []}
    for number, ((moment, online), desk) in enumerate(zip(received, chosen, strict=True), 1):
        if not facts.stands(desk.unit_id, moment.date()):  # it was merged, or is to come
            desk = _desk_on(facts, chance, moment.date(), desks, weights)
        row = _row(facts, chance, desk, moment, online)
        row["dossier_id"] = f"MAU-{facts.year}-{number:06d}"
        quarters[(moment.month + 2) // 3].append(row)
    return quarters


def _desk_on(
    facts: CityFacts, chance: Random, day: date, desks: list[Desk], weights: list[float]
) -> Desk:
    """One of the desks whose units stand on a day."""
    open_then = [place for place, desk in enumerate(desks) if facts.stands(desk.unit_id, day)]
    return desks[chance.choices(open_then, [weights[place] for place in open_then])[0]]


def _row(
    facts: CityFacts, chance: Random, desk: Desk, moment: datetime, online: bool
) -> dict[str, str]:
    promised = _promise(facts, chance, desk, moment)
    requests = _supplements(chance)
    waited = chance.randint(1, 5) if requests else 0
    returned, late = _end(facts, chance, desk, moment, promised, waited)
    done = returned.date() <= facts.city.as_of
    if not done:  # nobody has waited longer than the dossier has been there
        open_days = facts.calendar.working_days_between(moment.date(), facts.city.as_of)
        waited = min(waited, open_days)
    channel = "online" if online else ("post" if chance.random() < 0.04 else "counter")
    row = {
        "procedure_id": desk.procedure.procedure_id,
        "unit_id": desk.unit_id,
        "channel": channel,
        "received_at": moment.isoformat(timespec="minutes"),
        "promised_at": iso(promised),
        "returned_at": returned.isoformat(timespec="minutes") if done else "",
        "supplement_days": str(waited) if requests else "",
        "supplement_requests": str(requests) if requests else "",
        "outcome": _outcome(chance) if done else "pending",
    }
    letter = _apology(facts, chance, promised, returned) if late and promised else {}
    return row if desk.unit_id == SILENT else row | letter


def _promise(facts: CityFacts, chance: Random, desk: Desk, moment: datetime) -> date | None:
    limit = desk.limit_on(moment.date())
    if limit is None or limit.limit_value is None or chance.random() < 0.008:
        return None
    due = deadline(
        facts.calendars.of(desk.unit_id),
        moment,
        limit.limit_value,
        str(limit.limit_unit),
        same_day_cutoff=facts.city.policy.same_day_cutoff,
    )
    return due.date() if isinstance(due, datetime) else due


def _supplements(chance: Random) -> int:
    drawn = chance.random()
    return 2 if drawn < 0.004 else 1 if drawn < 0.06 else 0


def _end(
    facts: CityFacts,
    chance: Random,
    desk: Desk,
    moment: datetime,
    promised: date | None,
    waited: int,
) -> tuple[datetime, bool]:
    """When the dossier ended, and whether that was after the promised day."""
    received = moment.date()
    allowed = facts.calendar.working_days_between(received, promised) if promised else 5
    late = chance.random() < desk.pace.late_share(received)
    if late:
        taken = allowed + 1 + int(chance.expovariate(1 / desk.pace.late_days))
    else:
        taken = min(allowed, int(allowed * chance.betavariate(3.2, 1.6) + 0.5))
    day = facts.later(received, taken + waited)
    if taken + waited == 0:
        day = facts.calendar.roll_forward(received)
    hour = time(chance.choice((9, 10, 11, 14, 15, 16)), chance.randrange(60))
    return max(datetime.combine(day, hour), moment + timedelta(minutes=15)), late


def _outcome(chance: Random) -> str:
    drawn = chance.random()
    if drawn < 0.024:
        return "rejected"
    if drawn < 0.038:
        return "withdrawn"
    return "stopped" if drawn < 0.046 else "granted"


def _apology(
    facts: CityFacts, chance: Random, promised: date, returned: datetime
) -> dict[str, str]:
    """Six in ten late dossiers get their letter, on the day promised or the next."""
    sent = facts.later(promised, chance.randint(0, 1))
    if chance.random() > 0.62 or sent > facts.city.as_of or sent > returned.date():
        return {}
    return {
        "apology_on": iso(sent),
        "rescheduled_to": iso(facts.later(sent, chance.randint(1, 5))),
    }
