"""What to hide in a quarter when beside another it tells of a small group: as little as will do."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from generator.measure.beside import OURS, PASSED, Border, Over, Spot
from generator.measure.primary import Group
from generator.measure.quarter import Cell
from generator.measure.two_way import Counts, Detours, TwoWay, detours
from generator.measure.ways import Crossing


class Aside(NamedTuple):
    """A cell of a unit's row that is to be counted for the whole city only."""

    unit_id: str | None
    group: Group | None


Item = Aside | Cell | Group
"""A cell to be counted for the whole city, or to lose its row; a procedure to be joined."""
ALL = ()
"""The name under which everything is found."""
T = TypeVar("T")


def theirs(place: Over) -> Spot:
    """The cell in the quarter that stands."""
    return (place.units[0] if place.units else None), place.column[0]


def ours(place: Over) -> Spot:
    """The cell in the quarter looked at."""
    return (place.units[1] if place.units else None), place.column[1]


@dataclass(frozen=True)
class Nearby:
    """What could be hidden at a border, by unit and by column: rows, and cells of units' rows."""

    border: Border
    rows: Mapping[object, Sequence[Cell]]
    cells: Mapping[object, Sequence[Over]]
    items: Mapping[Crossing, Item]
    detours: Detours

    def row(self, *names: object, counted: str = OURS) -> list[Cell]:
        """The smallest row of those names with any dossier in a quarter."""
        own = self.border.own
        mine = (cell for name in names for cell in self.rows.get(name, ()))
        return _smallest({cell: own[cell][1][OURS] for cell in mine if own[cell][1][counted]})

    def cell(self, *names: object) -> list[Aside]:
        """The smallest cell of those names."""
        mine = (place for name in names for place in self.cells.get(name, ()))
        sizes = {place: self.border.unknown[place][OURS] for place in mine}
        return [Aside(*ours(place)) for place in _smallest(sizes)]


def nearby(border: Border) -> Nearby:
    """What could be hidden at a border."""
    rows, cells = defaultdict[object, list[Cell]](list), defaultdict[object, list[Over]](list)
    for cell, (place, _) in border.own.items():
        for name in (cell[0], place.column, ALL):
            rows[name].append(cell)
    for place in border.unknown:
        if ours(place)[0]:
            for name in (ours(place)[0], place.column, ALL):
                cells[name].append(place)
    hideable = _hideable(border)
    items: dict[Crossing, Item] = {over: item for over, (item, _) in hideable.items()}
    return Nearby(border, rows, cells, items, _detours(border, hideable))


def taken_back(near: Nearby, place: Over) -> Iterator[Item]:
    """What to hide next so that a cell is no longer told, the first that there is: what lies on the
    ways over which what passes of it can be led round at the least cost, the cell itself, a cell
    beside it, a row of procedures that were joined with its own, any other row, any other cell."""
    beside = (theirs(place)[0] or ours(place)[0], place.column)
    itself = [Aside(*ours(place))] if ours(place)[0] else []
    yield from (
        _on_the_way(near, place)
        or itself
        or near.cell(*beside)
        or _split(near.border, place)
        or near.row(ALL)
        or near.cell(ALL)
    )


def _on_the_way(near: Nearby, place: Over) -> list[Item]:
    """Rows to hide, and cells to set aside, so that what passes of a cell can be led round."""
    return [near.items[over] for over in near.detours.around(place, closed=_beside(place))]


def _beside(place: Over) -> Over:
    """Where a cell of a unit's row is counted once it is set aside."""
    return Over((theirs(place)[0], None), place.column)


def _hideable(border: Border) -> dict[Over, tuple[Item, Counts]]:
    """What could be hidden, by the place at which it is counted then."""
    found: dict[Over, tuple[Item, Counts]] = {
        over: (cell, counts) for cell, (over, counts) in border.own.items()
    }
    for over, counts in border.unknown.items():
        if theirs(over)[0] and ours(over)[0] and _beside(over) not in border.unknown:
            found[_beside(over)] = Aside(*ours(over)), counts
    return found


def _detours(border: Border, hideable: Mapping[Over, tuple[Item, Counts]]) -> Detours:
    """The ways round over what could be hidden: as few dossiers as it takes, and a row rather than
    a cell that its unit's row would lose."""
    shown = {over: counts for over, (_, counts) in hideable.items()}
    dearer = max((counts[OURS] for _, counts in border.own.values()), default=0)
    prices: dict[Crossing, int] = {
        over: counts[OURS] + (dearer if isinstance(item, Aside) else 0)
        for over, (item, counts) in hideable.items()
    }
    return detours(TwoWay(border.unknown, shown, prices), PASSED)


def _split(border: Border, place: Over) -> list[Group]:
    """A row by which procedures are told apart that were joined in the quarter that stands."""
    joined, sizes = place.column[0], Counter[Group]()
    cells = (*border.unknown.items(), *border.own.values())
    for (_, (before, now)), counts in cells if joined and not joined.procedure_id else ():
        if before == joined and now and now.procedure_id:
            sizes[now] += counts[OURS]
    return _smallest(sizes)


def _smallest(sizes: Mapping[T, int]) -> list[T]:
    return sorted(sizes, key=lambda one: (sizes[one], str(one)))[:1]
