"""Dossiers with the shapes of life: a dip at Tết, peaks on Mondays, quiet lunch hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from generator.clock import deadline
from generator.model.records import Procedure, ProcedureLimit
from generator.sample.pace import Pace, paces
from generator.sample.scene import GRASSROOTS, Scene, iso

POPULAR = {
    "2.000815": 60.0,
    "2.000884": 18.0,
    "1.001193": 14.0,
    "1.004873": 10.0,
    "2.000635": 9.0,
    "1.000894": 6.0,
    "1.000656": 5.0,
    "1.004884": 4.0,
    "1.001612": 5.0,
    "2.000720": 3.0,
    "1.013225": 6.0,
    "2.001035": 4.0,
    "1.012753": 2.5,
    "1.014159": 2.0,
    "1.004859": 3.0,
}
"""How often people come for a procedure, beside 1 for any other."""
DIVISIONS = {
    "Hoạt động xây dựng": "phong-quan-ly-do-thi",
    "Quy hoạch đô thị và nông thôn": "phong-quan-ly-do-thi",
    "Đất đai": "phong-tai-nguyen-moi-truong",
    "Hộ kinh doanh": "phong-tai-chinh-ke-hoach",
    "Hộ tịch": "phong-tu-phap",
    "Chứng thực": "phong-tu-phap",
}
"""The division that answers for a field of procedures."""
HOURS = (7, 8, 8, 8, 9, 9, 9, 10, 10, 13, 14, 14, 15, 15, 16)
"""Hours at the counter: most come in the morning, nobody at lunch (11:00 to 13:30)."""


@dataclass(frozen=True)
class Desk:
    """One procedure at one unit, with its limits and the unit's pace."""

    procedure: Procedure
    unit_id: str
    limits: tuple[ProcedureLimit, ...]
    pace: Pace

    def limit_on(self, day: date) -> ProcedureLimit | None:
        """The limit in force on a day."""
        for limit in self.limits:
            if limit.valid_from <= day <= (limit.valid_to or day) and limit.limit_unit:
                return limit
        return None


def invent_dossiers(scene: Scene, count: int) -> dict[int, list[dict[str, str]]]:
    """Rows by the quarter of receipt (1 to 4), each in the order of receipt."""
    chance = scene.chance("dossiers")
    received = sorted(_moments(scene, chance, count), key=lambda pair: pair[0])
    desks, weights = _desks(scene, chance)
    chosen = chance.choices(desks, cum_weights=list(accumulate(weights)), k=count)
    quarters: dict[int, list[dict[str, str]]] = {1: [], 2: [], 3: [], 4: []}
    for number, ((moment, online), desk) in enumerate(zip(received, chosen, strict=True), 1):
        row = _row(scene, chance, desk, moment, online)
        row["dossier_id"] = f"MAU-{scene.year}-{number:06d}"
        quarters[(moment.month + 2) // 3].append(row)
    return quarters


def _desks(scene: Scene, chance: Random) -> tuple[list[Desk], list[float]]:
    speed = paces(scene, chance)
    sizes = {unit.unit_id: chance.uniform(0.4, 1.8) for unit in scene.units(*GRASSROOTS)}
    desks, weights = [], []
    for procedure in scene.world.procedures:
        limits = tuple(
            limit
            for limit in scene.world.procedure_limits
            if limit.procedure_id == procedure.procedure_id
        )
        for unit_id, share in _counters(procedure, sizes):
            desks.append(Desk(procedure, unit_id, limits, speed[unit_id]))
            weights.append(share * POPULAR.get(procedure.procedure_id, 0.6))
    return desks, weights


def _counters(procedure: Procedure, sizes: dict[str, float]) -> Iterator[tuple[str, float]]:
    """(unit_id, share of the procedure's dossiers); the police keep no dossiers here."""
    division = DIVISIONS.get(procedure.field)
    at_wards = {"ward": 1.0, "ward_city": 0.9}.get(procedure.level, 0.0)
    if division is None and procedure.level in ("city", "ward_city"):
        division = "van-phong"
    if procedure.level in ("city", "ward_city") and division:
        yield division, 1.0 - at_wards
    total = sum(sizes.values())
    if at_wards:
        for unit_id, size in sizes.items():
            yield unit_id, at_wards * size / total


def _moments(scene: Scene, chance: Random, count: int) -> list[tuple[datetime, bool]]:
    """(moment of receipt, whether online) of every dossier, in no order."""
    days = scene.working_days(date(scene.year, 1, 1), scene.city.as_of)
    weights = [_busyness(scene, day) for day in days]
    chosen = chance.choices(days, cum_weights=list(accumulate(weights)), k=count)
    return [_moment(chance, day) for day in chosen]


def _busyness(scene: Scene, day: date) -> float:
    weight = {0: 1.5, 1: 1.15, 4: 0.85, 5: 0.5}.get(day.weekday(), 1.0)
    tet = [d.date for d in scene.world.calendar if "Tết" in d.name and d.date.year == day.year]
    around = [d for d in tet if d.month in (1, 2) and d != date(day.year, 1, 1)]
    if around and around[0] - timedelta(days=12) <= day <= around[-1] + timedelta(days=10):
        weight *= 0.45
    return weight * (1.0 + 0.15 * (day.month in (6, 7, 8)))


def _moment(chance: Random, day: date) -> tuple[datetime, bool]:
    minute = chance.randrange(60)
    if chance.random() < 0.14:
        return datetime.combine(day, time(chance.randrange(6, 23), minute)), True
    hour = chance.choice(HOURS)
    if hour == 7 or hour == 13:
        minute = 30 + minute // 2
    return datetime.combine(day, time(hour, minute)), False


def _row(
    scene: Scene, chance: Random, desk: Desk, moment: datetime, online: bool
) -> dict[str, str]:
    promised = _promise(scene, chance, desk, moment)
    requests = _supplements(chance)
    waited = chance.randint(1, 5) if requests else 0
    returned, late = _end(scene, chance, desk, moment, promised, waited)
    done = returned.date() <= scene.city.as_of
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
    return row | (_apology(scene, chance, promised, returned) if late and promised else {})


def _promise(scene: Scene, chance: Random, desk: Desk, moment: datetime) -> date | None:
    limit = desk.limit_on(moment.date())
    if limit is None or limit.limit_value is None or chance.random() < 0.008:
        return None
    due = deadline(
        scene.calendar,
        moment,
        limit.limit_value,
        str(limit.limit_unit),
        same_day_cutoff=scene.city.policy.same_day_cutoff,
    )
    return due.date() if isinstance(due, datetime) else due


def _supplements(chance: Random) -> int:
    drawn = chance.random()
    return 2 if drawn < 0.004 else 1 if drawn < 0.06 else 0


def _end(
    scene: Scene,
    chance: Random,
    desk: Desk,
    moment: datetime,
    promised: date | None,
    waited: int,
) -> tuple[datetime, bool]:
    """When the dossier ended, and whether that was after the promised day."""
    received = moment.date()
    allowed = scene.calendar.working_days_between(received, promised) if promised else 5
    late = chance.random() < desk.pace.late_share(received)
    if late:
        taken = allowed + 1 + int(chance.expovariate(1 / desk.pace.late_days))
    else:
        taken = min(allowed, int(allowed * chance.betavariate(3.2, 1.6) + 0.5))
    day = scene.later(received, taken + waited)
    if taken + waited == 0:
        day = scene.calendar.roll_forward(received)
    hour = time(chance.choice((9, 10, 11, 14, 15, 16)), chance.randrange(60))
    return max(datetime.combine(day, hour), moment + timedelta(minutes=15)), late


def _outcome(chance: Random) -> str:
    drawn = chance.random()
    if drawn < 0.024:
        return "rejected"
    if drawn < 0.038:
        return "withdrawn"
    return "stopped" if drawn < 0.046 else "granted"


def _apology(scene: Scene, chance: Random, promised: date, returned: datetime) -> dict[str, str]:
    """Six in ten late dossiers get their letter, on the day promised or the next."""
    sent = scene.later(promised, chance.randint(0, 1))
    if chance.random() > 0.62 or sent > scene.city.as_of or sent > returned.date():
        return {}
    return {
        "apology_on": iso(sent),
        "rescheduled_to": iso(scene.later(sent, chance.randint(1, 5))),
    }
