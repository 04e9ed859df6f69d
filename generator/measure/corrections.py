"""Which corrections of a closed quarter are counted when the next edition is closed.

Two editions differ by what was corrected between them, so a correction is published as any group
is: of no fewer dossiers than the city's smallest count. Law on Personal Data Protection
91/2025/QH15; Law on Statistics 89/2015/QH13, confidentiality.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.measure.beside import Neighbour, Spot, border_of, laid_over, side_of
from generator.measure.hiding import Item, ours
from generator.measure.over_quarters import proved, told_over
from generator.measure.primary import Group
from generator.measure.quarter import BY_ITSELF, IN_CITY, IN_UNIT, Key, Quarter
from generator.measure.secondary import told, told_by_dossiers
from generator.measure.shown_cells import ShownCell
from generator.model.closed_quarters import GONE_SHARE


class Change(NamedTuple):
    """By how much a cell is counted otherwise now: dossiers more or less, and all that differ."""

    received: int
    carried_over: int
    changed: int

    @property
    def size(self) -> int:
        """Dossiers more, or less."""
        return self.received + self.carried_over


Cells = Mapping[Key, ShownCell]


def corrected(
    published: Cells,
    now: Cells,
    changes: Mapping[Key, Change],
    least: int,
    beside: Sequence[Neighbour] = (),
) -> dict[Key, ShownCell]:
    """The cells of a closed quarter with those corrections that may be told; all rows stay.

    `now` has the cells as they are counted today, `changes` how they differ from the published
    ones. Each change that is counted is of at least so many dossiers, and so is what all of them
    together are in a published row and in what is left of it beside its published parts; no row
    gets a group that could be told, by the quarters beside it neither.
    """
    taken = _large(published, changes, least)
    while taken:
        cells = _with(published, now, taken)
        rows = {key: _rows_of(key, cells.get(key) or published[key]) for key in taken}
        left = taken - _smallest_of(_small_sums(rows, changes, least), changes)
        if left == taken:
            small = _small_in(cells, least, beside)
            if not small:
                return cells
            left = {key for key in taken if not small.intersection(rows[key])}
        taken = left if left < taken else set()
    return dict(published)


def _large(published: Cells, changes: Mapping[Key, Change], least: int) -> set[Key]:
    """The cells whose change is no small group; none when the quarter's dossiers are gone."""
    gone = -sum(change.size for change in changes.values())
    if gone >= GONE_SHARE * sum(cell.size for cell in published.values()):
        return set()
    return {
        key
        for key, change in changes.items()
        if change.changed >= least
        and not any(0 < abs(n) < least for n in (change.received, change.carried_over, change.size))
    }


def _rows_of(key: Key, cell: ShownCell) -> tuple[object, ...]:
    """The published rows and sums that a cell is part of, and what is left of them beside it."""
    unit_id = None if cell.shown_as == IN_CITY else key.unit_id
    rows = ("city", ("field", cell.group.field), ("unit", unit_id), cell.group)
    units = ("all units",) if unit_id else ()
    beside = (("beside", unit_id), ("beside", cell.group)) if cell.shown_as != BY_ITSELF else ()
    return (*rows, *units, *beside)


def _small_sums(
    rows: Mapping[Key, tuple[object, ...]], changes: Mapping[Key, Change], least: int
) -> list[list[Key]]:
    """The cells of each row that has fewer dossiers than a group more or less, by all of them."""
    members: dict[object, list[Key]] = defaultdict(list)
    for key, names in rows.items():
        for name in names:
            members[name].append(key)
    sums = ((keys, sum(changes[key].size for key in keys)) for keys in members.values())
    return [keys for keys, size in sums if 0 < abs(size) < least]


def _smallest_of(groups: Iterable[list[Key]], changes: Mapping[Key, Change]) -> set[Key]:
    """Of each group the cell with the smallest change of its size."""
    moved = ([key for key in keys if changes[key].size] for keys in groups)
    return {min(keys, key=lambda key: (abs(changes[key].size), str(key))) for keys in moved}


def _with(published: Cells, now: Cells, taken: set[Key]) -> dict[Key, ShownCell]:
    """The cells with these counted anew, in the rows in which they are shown; a new one joins the
    rows of its procedure and its unit, and has none of its own."""
    groups = {key.procedure_id: cell.group for key, cell in published.items()}
    cells = {key: cell for key, cell in published.items() if key not in taken}
    for key in taken & now.keys():
        cell, before = now[key], published.get(key)
        group = groups.get(key.procedure_id, Group(key.procedure_id, cell.field))
        shown_as = IN_CITY if key.unit_id is None else IN_UNIT
        if before:
            group, shown_as = before.group, before.shown_as
        cells[key] = cell._replace(group=group, shown_as=shown_as)
    return cells


def _small_in(cells: Cells, least: int, beside: Sequence[Neighbour]) -> set[object]:
    """The rows of units and published procedures that would tell of a small group."""
    quarter = Quarter(
        {key: cell.all_counts for key, cell in cells.items()},
        {key.procedure_id: cell.group for key, cell in cells.items()},
        least,
        {key for key, cell in cells.items() if cell.shown_as == IN_CITY},
        {(key.unit_id, cell.group) for key, cell in cells.items() if cell.shown_as == IN_UNIT},
    )
    found: list[Item | Key | Spot] = [*told(quarter), *told_by_dossiers(quarter)]
    for other in beside:
        border = border_of(side_of(quarter), other, laid_over(quarter, other))
        found += told_over(quarter, other, border)
        found += map(ours, proved(quarter, other, border))
    sizes: Counter[Group] = Counter()
    for key, cell in cells.items():
        sizes[cell.group] += cell.size
        if cell.shown_as == BY_ITSELF and quarter.is_small(cell.size):
            found.append((key.unit_id, cell.group))
    small = {group for group, size in sizes.items() if quarter.is_small(size)}
    return small.union(*(_rows_told(quarter, item) for item in found))


def _rows_told(quarter: Quarter, item: Item | Key | Spot) -> set[object]:
    if isinstance(item, Group):
        return {item}
    unit_id, group = quarter.cell(item) if isinstance(item, Key) else item
    return {("unit", unit_id), group}
