"""Two quarters that follow each other, laid over one another.

What is open at the end of the earlier one is carried over into the later one, so the rows of both
are margins of one table of the dossiers that passed from the one into the other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from generator.measure.aspects import OPEN
from generator.measure.primary import WHOLE, Group
from generator.measure.quarter import Cell, Key, Quarter
from generator.measure.two_way import Counts, TwoWay, dossiers_in, exposed

CARRIED_OVER = "carried_over_count"
OPENED = "opened"
"""All that is open when a quarter ends."""
PASSED = (OPENED, CARRIED_OVER)
"""What passes from a quarter into the next, as each of both counts it: the same, but for what was
corrected in between."""
THEIRS, OURS = "theirs", "ours"
"""How many dossiers there are of a cell in the quarter that stands, and in the one looked at."""
Spot = tuple[str | None, Group | None]
"""A unit and a published procedure of a quarter; None where nothing says which."""
Units = tuple[str | None, str | None] | None
"""In which unit's row a cell is counted in the quarter that stands, and in the one looked at."""
Column = tuple[Group | None, Group | None]
"""The same of its published procedure."""


class Over(NamedTuple):
    """Where a cell lies in the table of what passes over."""

    units: Units
    column: Column


def passed(counts: Counts, *, is_earlier: bool) -> int:
    """How many dossiers pass into the next quarter, or come from the one before."""
    return sum(counts[name] for name in OPEN) if is_earlier else counts[CARRIED_OVER]


def row_beside(
    groups: Mapping[str, Group], rows: Set[Group], key: Key, field: str | None
) -> Group | None:
    """The row of a procedure; where it has no dossier, the row in which some would pass unseen."""
    if group := groups.get(key.procedure_id):
        return group
    return next((row for row in (Group(None, field), WHOLE) if row in rows), None)


@dataclass(frozen=True)
class Side:
    """A quarter, and which cells have a row of their own: in no quarter that is left out, any."""

    quarter: Quarter
    own: Set[Cell]
    units: Set[Cell]
    rows: Set[Group]

    def unit(self, key: Key, group: Group | None) -> str | None:
        """In which unit's row a cell is counted; where it has no dossier, would pass unseen."""
        if key in self.quarter.cells and self.rows:
            return self.quarter.cell(key)[0]
        return key.unit_id if (key.unit_id, group) in self.units else None


def side_of(quarter: Quarter, own: Set[Cell] | None = None) -> Side:
    """A quarter as it is published, or would be."""
    if not quarter.groups:
        return Side(quarter, frozenset(), frozenset(), frozenset())
    shown = quarter.shown() if own is None else own
    units = frozenset(quarter.cell(key) for key in quarter.cells)
    return Side(quarter, shown, units, frozenset(quarter.groups.values()))


def passes(counts: Counts) -> bool:
    """True when by either quarter some dossier passes from the one into the other."""
    return any(counts[name] for name in PASSED)


@dataclass(frozen=True)
class Neighbour:
    """The quarter before, or after, whose rows are decided; `alone` are those of its cells without
    a row of which its own rows prove that something passes over."""

    side: Side
    is_earlier: bool
    alone: Set[Cell]


def neighbour_of(side: Side, *, is_earlier: bool) -> Neighbour:
    """The quarter with what its own rows prove."""
    counts: Mapping[Cell, Counts] = side.quarter.sums() if side.quarter.groups else {}
    over: dict[Cell, Counts] = {
        cell: Counter({OPENED: passed(mine, is_earlier=is_earlier)})
        for cell, mine in counts.items()
        if cell not in side.own
    }
    alone = exposed(TwoWay(over), [cell for cell in over if cell[0] is not None])
    return Neighbour(side, is_earlier, frozenset(alone))


@dataclass(frozen=True)
class Border:
    """What passes from a quarter into the next, by the rows of both in which it is counted.

    `own` are the rows that a unit's procedure has in the quarter looked at alone, `unknown` are the
    cells without a row in either; what has a row in the quarter that stands is known.
    """

    own: Mapping[Cell, tuple[Over, Counts]]
    unknown: Mapping[Over, Counts]


class Passing(NamedTuple):
    """What passes of one cell, where the quarter that stands counts it, and in which column."""

    key: Key
    there: Spot
    column: Column
    counts: Counts


def laid_over(mine: Quarter, beside: Neighbour) -> list[Passing]:
    """Every cell of a quarter and of the one that stands."""
    theirs, rows = beside.side, frozenset(mine.groups.values())
    found = []
    for key in dict.fromkeys((*theirs.quarter.cells, *mine.cells)):
        there, here = theirs.quarter.cells.get(key, Counter()), mine.cells.get(key, Counter())
        before, after = (there, here) if beside.is_earlier else (here, there)
        counts: Counts = Counter({THEIRS: dossiers_in(there), OURS: dossiers_in(here)})
        counts[OPENED] = passed(before, is_earlier=True)
        counts[CARRIED_OVER] = passed(after, is_earlier=False)
        column = (
            row_beside(theirs.quarter.groups, theirs.rows, key, _field(mine, key)),
            row_beside(mine.groups, rows, key, _field(theirs.quarter, key)),
        )
        found.append(Passing(key, (theirs.unit(key, column[0]), column[0]), column, counts))
    return found


def _field(quarter: Quarter, key: Key) -> str | None:
    group = quarter.groups.get(key.procedure_id)
    return group.field if group else None


def border_of(mine: Side, beside: Neighbour, passing: Iterable[Passing]) -> Border:
    """What passes, as both quarters are or would be published."""
    own: dict[Cell, tuple[Over, Counts]] = {}
    unknown: dict[Over, Counts] = {}
    for key, there, column, counts in passing:
        if there in beside.side.own:
            continue
        unit_id, group = mine.unit(key, column[1]), column[1]
        over = Over((there[0], unit_id) if there[0] or unit_id else None, column)
        if group and (unit_id, group) in mine.own:
            own[unit_id, group] = over, counts
        else:
            unknown[over] = unknown[over] + counts if over in unknown else counts
    return Border(own, unknown)
