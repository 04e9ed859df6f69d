"""A quarter whose rows are being decided, or are: its cells, and in which rows each is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.measure.primary import Group
from generator.measure.two_way import Counts, dossiers_in

NOWHERE, IN_CITY, IN_UNIT, BY_ITSELF = "nowhere", "city", "unit", "unit_procedure"
"""Where a cell is shown: not at all, in the city's rows only, in its unit's row too, in a row of
its unit and procedure as well."""


class Key(NamedTuple):
    """The dossiers of a unit and a procedure in a quarter; no unit where it is sensitive."""

    unit_id: str | None
    procedure_id: str


Cell = tuple[str | None, Group]
"""A unit, or None for what is counted in no unit's row, and a published procedure."""


@dataclass
class Quarter:
    """A quarter's cells, the published row of the city that each procedure is counted in, and what
    is known so far: cells counted for the whole city only, cells without a row of their own.

    Those two only grow, so the search ends.
    """

    cells: Mapping[Key, Counts]
    groups: Mapping[str, Group]
    least: int
    city_only: set[Key] = field(default_factory=set)
    hidden: set[Cell] = field(default_factory=set)

    def cell(self, key: Key) -> Cell:
        """The unit and the published procedure; no unit where it is not counted for one."""
        return (None if key in self.city_only else key.unit_id, self.groups[key.procedure_id])

    def sums(self) -> dict[Cell, Counts]:
        """The counts by unit and published procedure, what is counted for no unit apart."""
        found: dict[Cell, Counts] = {}
        for key, counts in self.cells.items():
            cell = self.cell(key)
            found[cell] = found[cell] + counts if cell in found else counts
        return found

    def keys_of(self, cells: Iterable[object]) -> Iterator[Key]:
        """The cells that are added up to some of those."""
        wanted = set(cells)
        return (key for key in self.cells if self.cell(key) in wanted)

    def has_row(self, cell: Cell, size: int) -> bool:
        """True of a unit's procedure of so many dossiers that is published by itself."""
        unit_id, group = cell
        is_one = unit_id is not None and group.procedure_id is not None
        return is_one and size >= self.least and cell not in self.hidden

    def shown(self) -> set[Cell]:
        """The units' procedures that are published by themselves."""
        sizes: Counter[Cell] = Counter()
        for key, counts in self.cells.items():
            sizes[self.cell(key)] += dossiers_in(counts)
        return {cell for cell, size in sizes.items() if self.has_row(cell, size)}

    def is_small(self, count: int) -> bool:
        """True of a group that may not be told."""
        return 0 < count < self.least
