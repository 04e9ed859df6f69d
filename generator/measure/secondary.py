"""Secondary suppression: which small groups could be told by subtracting what is published.

Each quarter is looked at by itself, and its rows are decided once, when its edition is closed: what
comes in later changes nothing of it. Which corrections a later closing may count is in
`corrections`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.measure.primary import Group
from generator.measure.two_way import Cell, Counts, TwoWay, dossiers_in, exposed


class Key(NamedTuple):
    """The dossiers of a unit and a procedure in a quarter; no unit where it is sensitive."""

    unit_id: str | None
    procedure_id: str


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
        found: dict[Cell, Counts] = defaultdict(Counter)
        for key, counts in self.cells.items():
            found[self.cell(key)].update(counts)
        return found

    def keys_of(self, cells: Iterable[Cell]) -> Iterator[Key]:
        """The cells that are added up to some of those."""
        wanted = set(cells)
        return (key for key in self.cells if self.cell(key) in wanted)

    def has_row(self, cell: Cell, counts: Counts) -> bool:
        """True of a unit's procedure that is published by itself."""
        unit_id, group = cell
        is_one = unit_id is not None and group.procedure_id is not None
        return is_one and cell not in self.hidden and dossiers_in(counts) >= self.least

    def is_small(self, count: int) -> bool:
        """True of a group that may not be told."""
        return 0 < count < self.least


def search(
    cells: Mapping[Key, Counts], groups: Mapping[str, Group], least: int
) -> tuple[set[Key], set[Cell]]:
    """The cells of a quarter that are counted for the whole city only, and those with a row."""
    quarter = Quarter(cells, groups, least, {key for key in cells if key.unit_id is None})
    while found := told(quarter):
        quarter.city_only.update(item for item in found if isinstance(item, Key))
        quarter.hidden.update(item for item in found if not isinstance(item, Key))
    shown = {cell for cell, counts in quarter.sums().items() if quarter.has_row(cell, counts)}
    return quarter.city_only, shown


def told(quarter: Quarter) -> list[Key | Cell]:
    """The cells that may not stay as they are: to be counted for the city, or without a row."""
    return [*_told(quarter), *_rest(quarter)]


def _told(quarter: Quarter) -> Iterator[Key | Cell]:
    """What the published rows tell: it is to be counted for the whole city, or to lose its row."""
    sums = quarter.sums()
    shown = {cell for cell, counts in sums.items() if quarter.has_row(cell, counts)}
    others = {cell: counts for cell, counts in sums.items() if cell not in shown}
    yield from quarter.keys_of(exposed(TwoWay(others), quarter.least))
    by_unit, by_group = Counter[str | None](), Counter[Group]()
    for (unit_id, group), counts in others.items():
        by_unit[unit_id] += dossiers_in(counts)
        by_group[group] += dossiers_in(counts)
    small_units = {unit_id for unit_id, count in by_unit.items() if quarter.is_small(count)} - {
        None
    }
    yield from quarter.keys_of(cell for cell in others if cell[0] in small_units)
    for group in (group for group, count in by_group.items() if quarter.is_small(count)):
        beside = [cell for cell in shown if cell[1] == group]
        yield from sorted(beside, key=lambda cell: (dossiers_in(sums[cell]), str(cell)))[:1]


def _rest(quarter: Quarter) -> Iterator[Key]:
    """The smallest cells, until what no unit's row counts is no small group of its own.

    Of that, the sensitive procedures with a row of their own are known to everybody.
    """
    cells = quarter.cells
    known = {key for key in cells if key.unit_id is None and quarter.cell(key)[1].procedure_id}
    size = sum(dossiers_in(cells[key]) for key in quarter.city_only - known)
    others = sorted(set(cells) - quarter.city_only, key=lambda key: (dossiers_in(cells[key]), key))
    for key in others if size else ():
        if size >= quarter.least:
            break
        size += dossiers_in(cells[key])
        yield key
