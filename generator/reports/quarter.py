"""What a report on a quarter is about: all units or one, and their records of these days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.edition.edition import Edition
from generator.model.apologies import ApologyLine
from generator.model.directives import Directive
from generator.model.duty_records import Inspection
from generator.model.figures import Figure
from generator.model.obligations import Obligation
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Unit
from generator.model.text import quarter_end, quarter_of, quarter_start, vn_quarter
from generator.pages.lookups import by_name

Conduct = TypeVar("Conduct", PublicCommendation, PublicCriticism)


@dataclass(frozen=True)
class QuarterOf:
    """A quarter of an edition, of all units or (where one is given) of one."""

    edition: Edition
    quarter: str
    unit: Unit | None = None
    documents: tuple[Directive, ...] | None = None
    """The documents under which something is told; None where it is told under all at once."""

    def under(self, documents: Iterable[Directive]) -> "QuarterOf":
        """The same under some documents alone."""
        return replace(self, documents=tuple(documents))

    def is_under(self, directive: Directive | None) -> bool:
        """True of a document under which it is told."""
        return self.documents is None or directive in self.documents

    def is_under_id(self, directive_id: str) -> bool:
        """True of the id of a document under which it is told."""
        return self.documents is None or directive_id in {item.id for item in self.documents}

    @property
    def first_day(self) -> date:
        """The quarter's first day."""
        return quarter_start(self.quarter)

    @property
    def last_day(self) -> date:
        """The last day of which anything is known: the quarter's, or today."""
        return min(quarter_end(self.quarter), self.edition.as_of)

    @property
    def words(self) -> str:
        """ "quý III/2018"."""
        return vn_quarter(self.quarter)

    @cached_property
    def before(self) -> str | None:
        """The quarter before, where the data have it."""
        quarters = self.edition.figures.quarters
        place = quarters.index(self.quarter) if self.quarter in quarters else 0
        return quarters[place - 1] if place else None

    @cached_property
    def figure(self) -> Figure | None:
        """The dossiers of the quarter."""
        return self._figure(self.quarter)

    @cached_property
    def figure_before(self) -> Figure | None:
        """The dossiers of the quarter before."""
        return self._figure(self.before) if self.before else None

    @cached_property
    def letters(self) -> ApologyLine | None:
        """What the register of apologies has of the quarter."""
        unit_id = self.unit.unit_id if self.unit else None
        return self.edition.figures.letters(self.quarter, unit_id)

    def _figure(self, quarter: str) -> Figure | None:
        unit_id = self.unit.unit_id if self.unit else None
        return self.edition.figures.one(unit=unit_id, quarter=quarter)

    def is_about(self, unit_id: str) -> bool:
        """True of a unit that the report is about."""
        return self.unit is None or self.unit.unit_id == unit_id

    def has(self, day: date | None) -> bool:
        """True of a day of the quarter."""
        return day is not None and quarter_of(day) == self.quarter

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that stood at the end of the quarter, in the order of a dictionary."""
        standing = (unit for unit in self.edition.units if unit.stands_on(self.last_day))
        return tuple(by_name(unit for unit in standing if self.is_about(unit.unit_id)))

    @cached_property
    def commendations(self) -> tuple[PublicCommendation, ...]:
        """Made public in the quarter and not taken back, oldest first."""
        return self._made_public(self.edition.commendations)

    @cached_property
    def criticisms(self) -> tuple[PublicCriticism, ...]:
        """Made public in the quarter and not taken back, oldest first."""
        return self._made_public(self.edition.criticisms)

    def _made_public(self, records: Sequence[Conduct]) -> tuple[Conduct, ...]:
        return tuple(
            item
            for item in reversed(records)
            if self.has(item.approved_on) and self.is_about(item.unit_id) and not item.taken_back
        )

    @cached_property
    def recommendations(self) -> tuple[PublicRecommendation, ...]:
        """Sent in the quarter and not withdrawn, oldest first."""
        return tuple(
            item
            for item in reversed(self.edition.recommendations)
            if self.has(item.sent_on)
            and self.is_about(item.unit_id)
            and item.standing == "in_force"
        )

    @cached_property
    def inspections(self) -> tuple[Inspection, ...]:
        """Planned for the quarter, in the order of their days."""
        mine = (item for item in self.edition.inspections if self.is_about(item.unit_id))
        under = (item for item in mine if self.is_under(self.edition.city.cited(item)))
        found = (item for item in under if self.has(item.planned_on))
        return tuple(sorted(found, key=lambda item: (item.planned_on, item.inspection_id)))

    def due(self, dataset: str) -> tuple[Obligation, ...]:
        """What of a dataset was due in the quarter, by its day."""
        mine = (item for item in self._owed(dataset) if self.has(item.due_on))
        return tuple(sorted(mine, key=lambda item: (str(item.due_on), item.key)))

    def carried(self, dataset: str) -> tuple[Obligation, ...]:
        """What of a dataset was due before the quarter and not done when it ended."""
        return tuple(
            item
            for item in self._owed(dataset)
            if item.due_on
            and item.due_on < self.first_day
            and item.late_days
            and (item.done_on is None or item.done_on > self.last_day)
        )

    def _owed(self, dataset: str) -> tuple[Obligation, ...]:
        return tuple(
            item
            for item in self.edition.figures.obligations
            if item.dataset == dataset and self.is_about(item.unit_id)
        )
