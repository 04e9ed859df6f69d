"""What lies between dossiers and figures: the published counts, and the SQL that joins the two."""

from dataclasses import dataclass, replace
from typing import Literal

DOSSIER_COUNTS, HISTOGRAM, PHASE_DAYS = "dossier_counts", "histogram", "phase_days"
"""The tables of counts that every figure comes from: dossiers by what became of them, by days."""
Scope = Literal["all", "field", "unit", "city_only"]


@dataclass(frozen=True)
class CountTable:
    """One table of published counts: rows of text, whole numbers or nothing, in key order."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]


@dataclass(frozen=True)
class MethodStep:
    """One step of the method: SQL with Vietnamese comments, whose first sentence is `title`.

    A private step reads dossiers, or counts of groups too small to be published, which stay with
    the city; anyone can run the others on the published counts.
    """

    name: str
    title: str
    text: str
    is_private: bool


@dataclass(frozen=True)
class LateChange:
    """A closed quarter whose dossiers are counted otherwise now than is published of it.

    `changed_count` is by how many dossiers its cells (a unit and a procedure) differ at least,
    added up; `gone_count` of them are missing. Both are of the whole city.
    """

    quarter: str
    changed_count: int
    gone_count: int

    def coarse(self, least: int) -> "LateChange":
        """The same without a number of fewer dossiers than a group: it tells that there are some,
        and whether all that changed is missing."""
        changed = self.changed_count if self.changed_count >= least else least - 1
        if self.gone_count == self.changed_count:
            return replace(self, changed_count=changed, gone_count=changed)
        gone = self.gone_count if self.gone_count >= least else min(self.gone_count, 1)
        return replace(self, changed_count=changed, gone_count=gone)


@dataclass(frozen=True)
class OneStopLine:
    """A quarter's line of the official one-stop report (form II.06a of Circular 01/2020/TT-VPCP).

    `scope` is the whole city, a field, a unit, or `city_only`: what sensitive procedures and small
    groups leave between the units' sum and the city. Counts are dossiers. `accepted` is new and
    carried over; it equals `ended` plus `open`. `no_deadline`, which the form does not have, is the
    part of `ended` and `open` that nothing can be said late or early of.
    """

    quarter: str
    scope: Scope
    unit_id: str | None
    field: str | None
    accepted_count: int
    received_online_count: int
    received_in_person_count: int
    carried_over_count: int
    ended_count: int
    early_count: int
    on_time_count: int
    overdue_count: int
    open_count: int
    open_within_count: int
    open_overdue_count: int
    no_deadline_count: int

    @property
    def received_count(self) -> int:
        """What other tables call received: new in the quarter, nothing carried over."""
        return self.received_online_count + self.received_in_person_count


@dataclass(frozen=True, slots=True)
class DayCount:
    """Ended dossiers of one procedure that took a number of working days (the histogram).

    `overdue_count` of them were overdue by their own deadline, as `Figure.overdue_count` counts.
    """

    procedure_id: str
    quarter: str
    days: int
    count: int
    overdue_count: int = 0
