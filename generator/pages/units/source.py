"""What the pages of units are made from, grouped once for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.apologies import ApologyLine
from generator.model.datasets import name_of
from generator.model.duty_records import Inspection, ReportEntry
from generator.model.figures import Figure
from generator.model.obligations import Obligation
from generator.model.records import Procedure, Succession, Unit
from generator.model.text import quarter_of, vn_date
from generator.pages.duties.words import PUBLISHING, Duties, Duty
from generator.pages.folds import Folded, folded
from generator.pages.lookups import by_short_name, grouped, share_axis, whole_period
from generator.pages.peers import peers_of
from generator.pages.renderer import Renderer
from generator.pages.stages import Stage, remedies, stages
from generator.pages.units.scorecard import scales_of

BESIDE_FIGURES = (Succession, Procedure, ReportEntry)


@dataclass(frozen=True)
class Neighbour:
    """A unit before or after another: `after` when it takes over, `whole` when all of it goes."""

    unit: Unit
    after: bool
    whole: bool
    effective_on: date
    resolution_no: str | None
    confirmed: bool


@dataclass(frozen=True)
class Ancestor:
    """A unit another one comes from, with its own figures of the whole data.

    `through` are the units between the two, nearest first; empty for a direct predecessor.
    """

    unit: Unit
    title: str
    whole: bool
    effective_on: date
    through: tuple[Unit, ...]
    figure: Figure | None


def units_of(renderer: Renderer) -> "Units":
    """The source of an edition; what is shown beside figures sees few records of it."""
    return Units(renderer, Units(renderer.of_records(BESIDE_FIGURES)))


class Units:
    """The records and figures of every unit."""

    def __init__(self, renderer: Renderer, of_figures: "Units | None" = None) -> None:
        """`renderer` of the edition, and where else what is shown beside figures is taken from."""
        self.of_figures = of_figures or self
        edition = renderer.edition
        figures = edition.figures
        self.renderer, self.edition, self.figures = renderer, edition, figures
        self.period = whole_period(figures.told_quarters("unit"))
        self.peers = peers_of(edition)
        self.share_axis = share_axis(edition)
        self.scales = scales_of(figures)
        self.by_quarter = grouped(figures.by("unit", "quarter"), lambda row: row.unit_id)
        self.apologies = grouped(figures.apologies, lambda line: line.unit_id)
        self.by_procedure = grouped(figures.by("unit", "procedure"), lambda row: row.unit_id)
        self.commendations = grouped(edition.commendations, lambda item: item.unit_id)
        self.criticisms = grouped(edition.criticisms, lambda item: item.unit_id)
        self.inspections = grouped(edition.inspections, lambda item: item.unit_id)
        self.recommendations = grouped(edition.recommendations, lambda item: item.unit_id)
        self.reported = grouped(figures.reported, lambda row: row.unit_id)
        self.remedies = remedies(figures)
        self.obligations = grouped(figures.obligations, lambda item: item.unit_id)
        self.leads = grouped(edition.assignments, lambda item: item.focal_unit)
        self.focal = grouped(
            (item for item in edition.focal_units if item.holds_on(edition.as_of)),
            lambda item: item.unit_id,
        )
        self.task_counts = {count.unit_id: count for count in figures.task_counts}
        self.duty_of = Duties(edition).duty
        self.namesakes = grouped(edition.units, lambda item: item.name)
        self.before = grouped(edition.unit_succession, lambda item: item.to_unit)
        self.after = grouped(edition.unit_succession, lambda item: item.from_unit)

    def title(self, unit: Unit) -> str:
        """The unit's name, with its years when another unit bore the same name in others."""
        if unit.stands_on(self.edition.as_of) or len(self.namesakes[unit.name]) == 1:
            return unit.name
        if unit.valid_from:
            return f"{unit.name} (từ {vn_date(unit.valid_from)})"
        return f"{unit.name} (đến {vn_date(unit.valid_to)})" if unit.valid_to else unit.name

    def neighbours(self, unit_id: str) -> tuple[Neighbour, ...]:
        """Predecessors, then successors, each in the order of the records."""
        unit = self.edition.unit
        pieces = [
            *((item, item.from_unit, False) for item in self.before.get(unit_id, ())),
            *((item, item.to_unit, True) for item in self.after.get(unit_id, ())),
        ]
        return tuple(
            Neighbour(
                unit(other),
                after,
                item.extent == "whole",
                item.effective_on,
                item.resolution_no,
                item.confirmed,
            )
            for item, other, after in pieces
        )

    def ancestors(self, unit_id: str) -> tuple[Ancestor, ...]:
        """Every unit that this one comes from, near or far: each keeps its own figures."""
        return tuple(self._ancestors(unit_id, (), {unit_id}))

    def _ancestors(
        self, unit_id: str, through: tuple[Unit, ...], seen: set[str]
    ) -> Iterator[Ancestor]:
        for piece in self.before.get(unit_id, ()):
            if piece.from_unit in seen:
                continue
            seen.add(piece.from_unit)
            unit = self.edition.unit(piece.from_unit)
            figure = self.figures.one(unit=unit.unit_id)
            whole, day = piece.extent == "whole", piece.effective_on
            yield Ancestor(unit, self.title(unit), whole, day, through, figure)
            yield from self._ancestors(unit.unit_id, (unit, *through), seen)

    def focal_of(self, unit_id: str) -> list[Procedure]:
        """The procedures that the unit answers for today, by their short names."""
        mine = self.focal.get(unit_id, ())
        return by_short_name([self.edition.procedure(item.procedure_id) for item in mine])

    def life_of(self, unit_id: str) -> dict[str, tuple[Stage, ...]]:
        """How far each criticism of the unit has come, by the record's id."""
        return {
            record.record_id: stages(record, self.remedies.get(record.record_id))
            for record in self.criticisms.get(unit_id, ())
        }

    def letters(self, unit_id: str) -> Folded[ApologyLine]:
        """The quarters in which the unit owed letters of apology or had set new days."""
        mine = self.apologies.get(unit_id, ())
        return folded((line for line in mine if not line.is_empty), lambda line: line.quarter)

    def duties(self, unit_id: str) -> Folded[Duty]:
        """What the unit owes, without visits it receives: overdue first, then what is to be done by
        day, then what is done, newest first, that of older quarters folded away.

        Of what it publishes again and again, only what was not on time.
        """
        mine = [
            item
            for item in self.obligations.get(unit_id, ())
            if item.dataset != name_of(Inspection) and not _is_routine(item)
        ]
        owed = sorted(
            (item for item in mine if not item.done_on),
            key=lambda item: (item.state != "overdue", item.due_on or date.max, item.key),
        )
        done = folded(
            (self.duty_of(item) for item in sorted(mine, key=_day_of)[::-1] if item.done_on),
            lambda duty: quarter_of(_day_of(duty.obligation)),
        )
        return Folded((*map(self.duty_of, owed), *done.shown), done.years)


def _day_of(item: Obligation) -> date:
    return item.due_on or item.done_on or date.max


def _is_routine(item: Obligation) -> bool:
    return item.dataset in PUBLISHING and item.state == "done_on_time"
