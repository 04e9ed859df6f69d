"""What the pages of units are made from, grouped once for all of them."""

from dataclasses import dataclass
from datetime import date

from generator.contract.records import Unit
from generator.publish.duties import Duties, Duty
from generator.publish.environment import Renderer
from generator.publish.lookups import city_by_quarter, grouped, whole_period
from generator.text import vn_date


@dataclass(frozen=True)
class Neighbour:
    """A unit before or after another: `after` when it takes over, `whole` when all of it goes."""

    unit: Unit
    after: bool
    whole: bool
    effective_on: date
    resolution_no: str | None
    confirmed: bool


class Units:
    """The records and figures of every unit."""

    def __init__(self, renderer: Renderer) -> None:
        """`renderer` of the edition."""
        edition = renderer.edition
        figures = edition.figures
        self.renderer, self.edition, self.figures = renderer, edition, figures
        self.period = whole_period(figures.quarters)
        self.city_by_quarter = city_by_quarter(figures)
        self.by_quarter = grouped(figures.by("unit", "quarter"), lambda row: row.unit_id)
        self.by_procedure = grouped(figures.by("unit", "procedure"), lambda row: row.unit_id)
        self.commendations = grouped(edition.commendations, lambda item: item.unit_id)
        self.criticisms = grouped(edition.criticisms, lambda item: item.unit_id)
        self.inspections = grouped(edition.inspections, lambda item: item.unit_id)
        self.recommendations = grouped(edition.recommendations, lambda item: item.unit_id)
        self.obligations = grouped(figures.obligations, lambda item: item.unit_id)
        self.leads = grouped(edition.assignments, lambda item: item.lead_unit)
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

    def duties(self, unit_id: str) -> tuple[Duty, ...]:
        """What the unit owes, without visits it receives: overdue first, then by day."""
        mine = self.obligations.get(unit_id, ())
        owed = sorted(
            (item for item in mine if item.dataset != "inspections"),
            key=lambda item: (item.state != "overdue", item.due_on or date.max, item.key),
        )
        return tuple(self.duty_of(item) for item in owed)
