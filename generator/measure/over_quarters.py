"""Which small groups the rows of two quarters that follow each other tell together.

Of a group that is small in either, nobody may be told that a dossier was left open or carried over.
What the rows of the quarter that stands prove by themselves is told already: of a group that is
large there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from generator.measure.beside import OURS, PASSED, THEIRS, Border, Neighbour, Over, passes
from generator.measure.hiding import Aside, Item, Nearby, nearby, ours, taken_back, theirs
from generator.measure.quarter import Cell, Quarter
from generator.measure.two_way import TwoWay, exposed


def told_over(mine: Quarter, beside: Neighbour, border: Border) -> Iterator[Item]:
    """What may not stay as it is in a quarter beside one that stands."""
    near = nearby(border)
    yield from told_by_rows(mine, border)
    for place in proved(mine, beside, border):
        yield from taken_back(near, place)
    yield from _left_in_units(mine, near)
    yield from _left_in_columns(mine, near)


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
    parts = Counter(map(theirs, places))
    for place in told:
        if parts[theirs(place)] > 1 or theirs(place) not in beside.alone:
            yield place


def _left_in_units(mine: Quarter, near: Nearby) -> Iterator[Item]:
    """What a unit's rows leave: no small group of either quarter of which some pass."""
    before, now = defaultdict[str, list[Over]](list), defaultdict[str, list[Over]](list)
    for place in near.border.unknown:
        for side, (unit_id, _) in ((before, theirs(place)), (now, ours(place))):
            if unit_id:
                side[unit_id].append(place)
    for unit_id, places in before.items():
        if _is_small(mine, near, places, THEIRS):
            yield from near.row(unit_id, counted=THEIRS)
    for places in now.values():
        if any(_is_small(mine, near, places, name) for name in (THEIRS, OURS)):
            yield from (
                Aside(*ours(place)) for place in places if passes(near.border.unknown[place])
            )


def _left_in_columns(mine: Quarter, near: Nearby) -> Iterator[Item]:
    """What a procedure's rows leave: no small group of either quarter of which some pass."""
    columns = defaultdict[object, list[Over]](list)
    for place in near.border.unknown:
        columns[place.column].append(place)
    for column, places in columns.items():
        for name in (THEIRS, OURS):
            if _is_small(mine, near, places, name):
                yield from near.row(column, counted=name)


def _is_small(mine: Quarter, near: Nearby, places: Iterable[Over], name: str) -> bool:
    rows = [near.border.unknown[place] for place in places]
    return any(map(passes, rows)) and mine.is_small(sum(counts[name] for counts in rows))
