"""Which small groups the rows of two quarters that follow each other tell together.

Of a group that is small in either, nobody may be told that a dossier was left open or carried over.
What the rows of the quarter that stands prove by themselves is told already: of a group that is
large there.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.measure.beside import (
    OURS,
    PASSED,
    THEIRS,
    Border,
    Column,
    Neighbour,
    Over,
    Spot,
    passes,
)
from generator.measure.primary import Group
from generator.measure.quarter import Cell, Key, Quarter
from generator.measure.two_way import TwoWay, exposed

Item = Key | Cell | Group
"""A cell to be counted for the whole city, or to lose its row; a procedure to be joined."""
T = TypeVar("T")


def told_over(mine: Quarter, beside: Neighbour, border: Border) -> Iterator[Item]:
    """What may not stay as it is in a quarter beside one that stands."""
    yield from told_by_rows(mine, border)
    for place in proved(mine, beside, border):
        yield from _taken_back(mine, border, place)
    yield from _left_in_units(mine, border)
    yield from _left_in_columns(mine, border)


def told_by_rows(mine: Quarter, border: Border) -> Iterator[Cell]:
    """The rows of cells that are small in the quarter that stands, and have none there."""
    for cell, (_, counts) in border.own.items():
        if passes(counts) and mine.is_small(counts[THEIRS]):
            yield cell


def proved(mine: Quarter, beside: Neighbour, border: Border) -> Iterator[Over]:
    """The small cells without a row in either quarter of which it is proved that some pass."""
    small = [
        place
        for place, counts in border.unknown.items()
        if place.units and (mine.is_small(counts[THEIRS]) or mine.is_small(counts[OURS]))
    ]
    told = list(exposed(TwoWay(border.unknown), small, PASSED))
    places = (*border.unknown, *(place for place, _ in border.own.values())) if told else ()
    parts = Counter(map(_theirs, places))
    for place in told:
        if parts[_theirs(place)] > 1 or _theirs(place) not in beside.alone:
            yield place


def proved_of(mine: Quarter, beside: Neighbour, border: Border) -> Iterator[Spot]:
    """The same, as the quarter that is looked at counts them."""
    return map(_ours, proved(mine, beside, border))


def _theirs(place: Over) -> Spot:
    return (place.units[0] if place.units else None), place.column[0]


def _ours(place: Over) -> Spot:
    return (place.units[1] if place.units else None), place.column[1]


def _unit(place: Over) -> str | None:
    return _theirs(place)[0] or _ours(place)[0]


def _taken_back(mine: Quarter, border: Border, place: Over) -> Iterator[Item]:
    """What to hide next so that a cell is no longer told, the smallest of the first that there are:
    rows beside it, the cell itself, cells beside it, procedures that were joined with its own, any
    other row, any other cell."""

    def is_beside(at: Over) -> bool:
        return at.column == place.column or _unit(at) == _unit(place)

    choices: tuple[Callable[[], Sequence[Item]], ...] = (
        lambda: _row(border, is_beside),
        lambda: _cell(mine, border, lambda at: at == place),
        lambda: _cell(mine, border, is_beside),
        lambda: _split(border, place),
        lambda: _row(border, bool),
        lambda: _cell(mine, border, bool),
    )
    yield from next(filter(None, (choice() for choice in choices)), ())


def _smallest(sizes: Mapping[T, int]) -> list[T]:
    return sorted(sizes, key=lambda one: (sizes[one], str(one)))[:1]


def _row(border: Border, is_meant: Callable[[Over], bool]) -> list[Cell]:
    rows = border.own.items()
    return _smallest({cell: counts[OURS] for cell, (at, counts) in rows if is_meant(at)})


def _cell(mine: Quarter, border: Border, is_meant: Callable[[Over], bool]) -> list[Key]:
    """Those of one in a unit's row."""
    cells = border.unknown.items()
    sizes = {at: counts[OURS] for at, counts in cells if _ours(at)[0] and is_meant(at)}
    return [key for at in _smallest(sizes) for key in mine.keys_of([_ours(at)])]


def _split(border: Border, place: Over) -> list[Group]:
    """A row by which procedures are told apart that were joined in the quarter that stands."""
    joined, sizes = place.column[0], Counter[Group]()
    cells = (*border.unknown.items(), *border.own.values())
    for (_, (before, now)), counts in cells if joined and not joined.procedure_id else ():
        if before == joined and now and now.procedure_id:
            sizes[now] += counts[OURS]
    return _smallest(sizes)


def _left_in_units(mine: Quarter, border: Border) -> Iterator[Item]:
    """What a unit's rows leave: no small group of either quarter of which some pass."""
    there, here = defaultdict[str, list[Over]](list), defaultdict[str, list[Over]](list)
    for place in border.unknown:
        for side, (unit_id, _) in ((there, _theirs(place)), (here, _ours(place))):
            if unit_id:
                side[unit_id].append(place)
    for unit_id, places in there.items():
        if _is_small(mine, border, places, THEIRS):
            yield from _smallest_row(border, THEIRS, unit_id)
    for places in here.values():
        if any(_is_small(mine, border, places, name) for name in (THEIRS, OURS)):
            passing = [place for place in places if passes(border.unknown[place])]
            yield from mine.keys_of(map(_ours, passing))


def _left_in_columns(mine: Quarter, border: Border) -> Iterator[Item]:
    """What a procedure's rows leave: no small group of either quarter of which some pass."""
    columns = defaultdict[Column, list[Over]](list)
    for place in border.unknown:
        columns[place.column].append(place)
    for column, places in columns.items():
        for name in (THEIRS, OURS):
            if _is_small(mine, border, places, name):
                yield from _smallest_row(border, name, column)


def _is_small(mine: Quarter, border: Border, places: Iterable[Over], name: str) -> bool:
    rows = [border.unknown[place] for place in places]
    return any(map(passes, rows)) and mine.is_small(sum(counts[name] for counts in rows))


def _smallest_row(border: Border, name: str, of: str | Column) -> list[Cell]:
    """The smallest row of a unit or of a procedure that makes what is left of it larger."""
    rows = border.own.items()
    return _smallest(
        {cell: n[OURS] for cell, (at, n) in rows if n[name] and of in (at.column, cell[0])}
    )
