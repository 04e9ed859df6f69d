"""How quick each unit is: most are steady, one division is slow, one ward improves."""

from dataclasses import dataclass
from datetime import date
from random import Random

from generator.sample.city_facts import GRASSROOTS, CityFacts

SLOW = "phong-quan-ly-do-thi"
IMPROVING = "p-dong-ve"
SILENT = "p-nam-ngan"
"""The ward that sends nobody a letter of apology."""


@dataclass(frozen=True)
class Pace:
    """The share of dossiers that a unit ends late, at the year's start and at its end.

    `late_days` is how late they are, in working days on average.
    """

    first_share: float
    last_share: float
    late_days: float

    def late_share(self, day: date) -> float:
        """The share on a day, moving evenly through the year."""
        passed = day.timetuple().tm_yday / 366
        return self.first_share + (self.last_share - self.first_share) * passed


def paces(facts: CityFacts, chance: Random) -> dict[str, Pace]:
    """The pace of every unit that takes dossiers."""
    steady = {
        unit.unit_id: Pace(share, share * chance.uniform(0.7, 1.2), chance.uniform(1.0, 3.0))
        for unit in facts.units_of_a_part("division", *GRASSROOTS)
        for share in (chance.triangular(0.015, 0.14, 0.05),)
    }
    special = {SLOW: Pace(0.30, 0.27, 6.0), IMPROVING: Pace(0.30, 0.02, 2.0)}
    return steady | {unit_id: pace for unit_id, pace in special.items() if unit_id in steady}
