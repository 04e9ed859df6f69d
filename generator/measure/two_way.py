"""What the margins of a two-way table tell of its cells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.measure.ways import Column, Columns, Crossing, Held, Row, Ways

Counts = Counter[str | int]
"""Dossiers by what is counted of them: a column's name, or a number of days until the end."""
C = TypeVar("C", bound=Crossing)


@dataclass(frozen=True)
class TwoWay(Generic[C]):
    """Counts by unit and by published procedure, of which everybody knows the margins.

    What no unit's row counts stands in the row None, and may lie in any column. What is `shown` is
    known, too, and could be hidden, each at its price.
    """

    cells: Mapping[C, Counts]
    shown: Mapping[C, Counts] = field(default_factory=dict)
    prices: Mapping[Crossing, int] = field(default_factory=dict)

    @property
    def columns_of(self) -> Columns:
        """The columns in which each row has anything; it is taken for known which those are."""
        found: Columns = {None: {}}
        for row, column in (*self.cells, *self.shown):
            found.setdefault(row, {})[column] = found[None][column] = None
        return found

    def held(self, wanted: Iterable[str | int]) -> dict[str | int, Held]:
        """How much of some things that are counted lies where."""
        held: dict[str | int, dict[Column, dict[Row, int]]] = {what: {} for what in wanted}
        for (row, column), counts in (*self.cells.items(), *self.shown.items()):
            for what, count in counts.items():
                if count and what in held:
                    rows = held[what].setdefault(column, {})
                    rows[row] = rows.get(row, 0) + count
        return dict(held)


def dossiers_in(counts: Counts) -> int:
    """How many dossiers a group has: new ones, and those carried over."""
    return counts["received_count"] + counts["carried_over_count"]


def exposed(
    table: TwoWay[C], hidden: Iterable[C], names: Sequence[str] | None = None
) -> Iterator[C]:
    """Those of the hidden cells of which the margins prove that a count, or one of these, is not 0.

    It is not proved as long as another table of whole numbers with the same margins has nothing
    there: what the cell has can be led round over other cells, to its column from its row.
    """
    columns_of = table.columns_of
    tried = [
        (cell, [what for what in names or counts if counts[what]])
        for cell, counts in ((cell, table.cells[cell]) for cell in hidden)
    ]
    held = table.held({what for _, counted in tried for what in counted})
    for cell, counted in tried:
        if not all(_can_be_zero(held[what], columns_of, cell) for what in counted):
            yield cell


def _can_be_zero(held: Held, columns_of: Columns, cell: Crossing) -> bool:
    return (
        _can_change_places(held, columns_of, cell)
        or Ways(held, columns_of).emptied(cell) is not None
    )


def _can_change_places(held: Held, columns_of: Columns, cell: Crossing) -> bool:
    """True when other rows have enough in this row's other columns, and may have it in this one:
    the shortest way round, which is nearly always there."""
    row, column = cell
    left = held[column][row]
    for place in columns_of[row]:
        if place != column:
            for other, count in held.get(place, {}).items():
                if other != row and column in columns_of[other]:
                    left -= count
                    if left <= 0:
                        return True
    return False


@dataclass(frozen=True)
class Detours:
    """The ways over a table and over what is shown in it, made ready once for all its cells."""

    shown: Set[Crossing]
    prices: Mapping[Crossing, int]
    columns_of: Columns
    held: Mapping[str | int, Held]

    def around(self, cell: Crossing, closed: Crossing | None = None) -> list[Crossing]:
        """What is shown and would have to be hidden so that nothing is proved of a cell any more:
        as little as each of its dossiers needs to be led round, over one crossing not at all;
        nothing where that does not do."""
        found: dict[Crossing, None] = {}
        for held in self.held.values():
            if held.get(cell[1], {}).get(cell[0]):
                crossed = Ways(held, self.columns_of, self.prices, closed).emptied(cell)
                if crossed is None:
                    return []
                found |= crossed
        return [crossing for crossing in found if crossing in self.shown]


def detours(table: TwoWay[C], names: Iterable[str | int]) -> Detours:
    """The ways over which some things that are counted can be led round."""
    return Detours(table.shown.keys(), table.prices, table.columns_of, table.held(names))
