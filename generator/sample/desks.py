"""Where dossiers are handed in: each procedure at each unit, and how many come there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from generator.model.records import Procedure, ProcedureLimit
from generator.sample.city_facts import GRASSROOTS, CityFacts
from generator.sample.pace import Pace, paces

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


def desks_of(facts: CityFacts, chance: Random) -> tuple[list[Desk], list[float]]:
    """Every desk, and beside it how often people come there: weights for a choice by chance."""
    speed = paces(facts, chance)
    sizes = {unit.unit_id: chance.uniform(0.4, 1.8) for unit in facts.units_of_a_part(*GRASSROOTS)}
    desks, weights = [], []
    for procedure in facts.world.procedures:
        limits = tuple(
            limit
            for limit in facts.world.procedure_limits
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
