"""The register of apologies: the letters that units owe for late dossiers, and the days in them.

Decree 61/2018/NĐ-CP on one-stop service: who cannot keep the day owes the applicant a letter that
apologises and sets a new day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal

from generator.model.counts import CountTable

APOLOGY_COUNTS = "apology_counts"
"""The published table of the register."""


@dataclass(frozen=True)
class ApologyLine:
    """What was owed in a quarter by the whole city or a unit, or in a month by the whole city.

    A letter is owed once for each dossier that was not ended on its last day, in the month in which
    it became late: sent in time (by that day), late (until the period ends), or missing. A new day
    is told once, when it is known whether it was kept; pending are those still to come when the
    quarter ends, `None` of a month. The scope `unit` without a unit is what no unit's row counts.
    """

    scope: Literal["all", "unit"]
    unit_id: str | None
    quarter: str
    month: str | None
    owed_count: int
    in_time_count: int
    late_count: int
    missing_count: int
    kept_count: int
    broken_count: int
    pending_count: int | None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the other lines."""
        return (self.scope, self.unit_id or "", self.quarter, self.month or "")

    @property
    def sent_count(self) -> int:
        """The letters that were sent, in time or late."""
        return self.in_time_count + self.late_count

    @property
    def promised_count(self) -> int:
        """The new days in force: decided in the period, or still to come."""
        return self.kept_count + self.broken_count + (self.pending_count or 0)

    @property
    def is_empty(self) -> bool:
        """True of a line in which nothing was owed and no new day was told."""
        return not self.owed_count and not self.promised_count


APOLOGY_COLUMNS = tuple(field.name for field in fields(ApologyLine))
APOLOGY_KEY = ("scope", "unit_id", "quarter", "month")
"""The columns that tell lines apart, in the order in which they lie."""


def lines_in(tables: Iterable[CountTable]) -> tuple[ApologyLine, ...]:
    """The lines of the register among the tables of counts, in their order."""
    rows: list[tuple[Any, ...]] = [
        row for table in tables if table.name == APOLOGY_COUNTS for row in table.rows
    ]
    return tuple(ApologyLine(*row) for row in rows)
