"""Secondary suppression: which small groups could be told by subtracting what is published.

A quarter's rows are decided once, when its edition is closed: what comes in later changes nothing
of it. Which corrections a later closing may count is in `corrections`, what two quarters tell
together in `over_quarters`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import cycle

from generator.measure.beside import Neighbour, Passing, border_of, laid_over, side_of
from generator.measure.exchange import irreplaceable
from generator.measure.hiding import Aside
from generator.measure.over_quarters import told_over
from generator.measure.primary import Group
from generator.measure.quarter import Cell, Key, Quarter
from generator.measure.two_way import Counts, TwoWay, dossiers_in, exposed


def search(quarter: Quarter, beside: Sequence[Neighbour] = ()) -> set[Group]:
    """Hides cells of a quarter until nothing is told, or finds procedures that are to be joined.

    It is looked at by itself, beside the others, and by what dossiers are like, each until there is
    nothing to find.
    """
    quarter.city_only |= {key for key in quarter.cells if key.unit_id is None}
    passing = [(other, laid_over(quarter, other)) for other in beside]
    ways: Sequence[Callable[[], Sequence[Key | Cell | Group]]] = (
        partial(told, quarter),
        partial(told_beside, quarter, passing),
        partial(told_by_dossiers, quarter),
    )
    looks = cycle(ways)
    look, idle = next(looks), 0
    while idle < len(ways):
        found = look()
        if groups := {item for item in found if isinstance(item, Group)}:
            return groups
        quarter.city_only.update(item for item in found if isinstance(item, Key))
        quarter.hidden.update(item for item in found if not isinstance(item, Key | Group))
        look, idle = (look, 0) if found else (next(looks), idle + 1)
    return set()


def told(quarter: Quarter) -> list[Key | Cell]:
    """What may not stay as it is by the quarter's own rows: it is to be counted for the whole city,
    or to lose its row."""
    return [*_told(quarter), *_rest(quarter)]


def told_beside(
    quarter: Quarter, passing: Iterable[tuple[Neighbour, Sequence[Passing]]]
) -> list[Key | Cell | Group]:
    """What may not stay beside the quarters that stand."""
    mine = side_of(quarter)
    found = [
        item
        for other, rows in passing
        for item in told_over(quarter, other, border_of(mine, other, rows))
    ]
    aside = [tuple(item) for item in found if isinstance(item, Aside)]
    return [*quarter.keys_of(aside), *(item for item in found if not isinstance(item, Aside))]


def told_by_dossiers(quarter: Quarter) -> list[Key]:
    """Of which small groups the quarter's own rows may tell whoever knows what dossiers are like:
    those that no other table with the same rows is found to do without."""
    others, small = _without_row(quarter)
    return [*quarter.keys_of(irreplaceable(TwoWay(others), small))]


def _without_row(quarter: Quarter) -> tuple[dict[Cell, Counts], list[Cell]]:
    """The cells without a row of their own, and those of them that are small groups of a unit."""
    others = {
        cell: counts
        for cell, counts in quarter.sums().items()
        if not quarter.has_row(cell, dossiers_in(counts))
    }
    return others, [
        cell for cell, counts in others.items() if cell[0] and quarter.is_small(dossiers_in(counts))
    ]


def _told(quarter: Quarter) -> Iterator[Key | Cell]:
    """What the published rows tell: it is to be counted for the whole city, or to lose its row."""
    sums = quarter.sums()
    others, small = _without_row(quarter)
    shown = sums.keys() - others.keys()
    yield from quarter.keys_of(exposed(TwoWay(others), small))
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
