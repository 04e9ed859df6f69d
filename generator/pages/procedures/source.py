"""What the pages of procedures are made from: lines of lists, usual times, histograms."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.model.counts import PHASE_DAYS
from generator.model.figures import Cut, Figure, Figures
from generator.model.records import Procedure
from generator.model.text import collation_key, vn_quarter
from generator.pages.lookups import (
    Period,
    grouped,
    latest,
    share_axis,
    whole_period,
)
from generator.pages.peers import peers_of
from generator.pages.procedures.limits import limit_order, limit_text
from generator.pages.renderer import Renderer


@dataclass(frozen=True)
class ProcedureRow:
    """One line of a list of procedures: the figures are those of the whole data."""

    procedure: Procedure
    cut: Cut | None
    figure: Figure | None
    confirmed: bool
    """False when the limit is known but was not checked; an unknown limit has no such mark."""
    baseline: str
    limit: str
    baseline_order: float | None
    limit_order: float | None
    """What lists are sorted by: the two limits in days of the calendar, roughly."""
    change_p90: tuple[int, int] | None
    """Days in which 9 of 10 had ended before and after the limit changed, where both are known."""


@dataclass(frozen=True)
class Usual:
    """What a procedure usually takes, in the newest period that has enough dossiers."""

    period: Period
    figure: Figure | None


class DayTally(NamedTuple):
    """Ended dossiers by working days, and those of them that were overdue by their own deadline."""

    counts: Counter[int]
    overdue: Counter[int]

    def add(self, days: int, count: int, overdue_count: int) -> None:
        """Count some more."""
        self.counts[days] += count
        self.overdue[days] += overdue_count

    def without(self, others: Iterable["DayTally"]) -> "DayTally":
        """What is left when others are taken out."""
        left = DayTally(Counter(self.counts), Counter(self.overdue))
        for other in others:
            left.counts.subtract(other.counts)
            left.overdue.subtract(other.overdue)
        return DayTally(+left.counts, +left.overdue)


class PhaseDays(NamedTuple):
    """Ended dossiers of a procedure and quarter by days, before or after its limit changed."""

    procedure_id: str
    quarter: str
    phase: str
    days: int
    dossier_count: int
    overdue_count: int


def _phase_days(figures: Figures) -> Iterator[PhaseDays]:
    for table in figures.count_tables:
        if table.name == PHASE_DAYS:
            places = [table.columns.index(name) for name in PhaseDays._fields]
            cells: list[Any]
            for row in table.rows:
                cells = [row[place] for place in places]
                yield PhaseDays(*cells)


class Procedures:
    """Everything the pages of procedures are made from, grouped once for all of them."""

    def __init__(self, renderer: Renderer) -> None:
        """`renderer` of the edition."""
        edition = renderer.edition
        figures = edition.figures
        self.renderer, self.edition, self.figures = renderer, edition, figures
        self.period = whole_period(figures.told_quarters("procedure"))
        self.cuts = {cut.procedure_id: cut for cut in figures.cuts}
        self.limits = grouped(edition.procedure_limits, lambda limit: limit.procedure_id)
        self.focal = grouped(edition.focal_units, lambda item: item.procedure_id)
        self.by_quarter = grouped(figures.by("procedure", "quarter"), lambda row: row.procedure_id)
        self.by_unit = grouped(figures.by("unit", "procedure"), lambda row: row.procedure_id)
        self.by_group = grouped(figures.by("group", "procedure"), lambda row: row.procedure_id)
        self.peers = peers_of(edition)
        self.before_after = grouped(figures.before_after, lambda item: item.procedure_id)
        self.days = grouped(figures.day_counts, lambda row: row.procedure_id)
        self.phases = grouped(_phase_days(figures), lambda row: row.procedure_id)
        self.units = edition.units
        self.share_axis = share_axis(edition)

    def row(self, procedure: Procedure) -> ProcedureRow:
        """The procedure's line in a list."""
        cut = self.cuts.get(procedure.procedure_id)
        return ProcedureRow(
            procedure=procedure,
            cut=cut,
            figure=self.figures.one(procedure=procedure.procedure_id),
            confirmed=cut is None or cut.limit_unit is None or cut.confirmed,
            baseline=limit_text(cut.baseline_value, cut.baseline_unit) if cut else "chưa rõ",
            limit=limit_text(cut.limit_value, cut.limit_unit) if cut else "chưa rõ",
            baseline_order=limit_order(cut.baseline_value, cut.baseline_unit) if cut else None,
            limit_order=limit_order(cut.limit_value, cut.limit_unit) if cut else None,
            change_p90=self._change_p90(procedure.procedure_id),
        )

    def units_of(self, procedure: Procedure) -> tuple[str, ...]:
        """The units with dossiers of a procedure; none of one that is sensitive."""
        rows = self.by_unit.get(procedure.procedure_id, ())
        return tuple(row.unit_id for row in rows if row.unit_id and row.received_count)

    def _change_p90(self, procedure_id: str) -> tuple[int, int] | None:
        days = {item.phase: item.p90_days for item in self.before_after.get(procedure_id, ())}
        before, after = days.get("before"), days.get("after")
        return None if before is None or after is None else (before, after)

    def usual(self, procedure_id: str) -> Usual:
        """The newest quarter when it has enough dossiers for a median, else all quarters."""
        newest, _ = latest(self.figures.told_quarters("procedure"))
        figure = self.figures.one(procedure=procedure_id, quarter=newest)
        if newest and figure and figure.median_days is not None:
            return Usual(Period(newest, vn_quarter(newest)), figure)
        return Usual(self.period, self.figures.one(procedure=procedure_id))

    def day_counts(self, procedure_id: str, period: Period) -> DayTally:
        """Ended dossiers by working days in a period."""
        found = DayTally(Counter(), Counter())
        for row in self.days.get(procedure_id, ()):
            if period.quarter in (None, row.quarter):
                found.add(row.days, row.count, row.overdue_count)
        return found

    def phase_counts(self, procedure_id: str, period: Period) -> dict[str, DayTally]:
        """The same before and after the limit changed, of the quarters that may be split."""
        found: dict[str, DayTally] = {}
        for row in self.phases.get(procedure_id, ()):
            if period.quarter in (None, row.quarter):
                tally = found.setdefault(row.phase, DayTally(Counter(), Counter()))
                tally.add(row.days, row.dossier_count, row.overdue_count)
        return found


def by_field(rows: list[ProcedureRow]) -> dict[str, tuple[ProcedureRow, ...]]:
    """Lines by field of procedures, fields and names in the order of a Vietnamese dictionary."""
    ordered = sorted(
        rows,
        key=lambda row: (
            collation_key(row.procedure.field),
            collation_key(row.procedure.short_name),
        ),
    )
    return grouped(ordered, lambda row: row.procedure.field)
