"""What the margins of a two-way table tell of its cells."""

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Counts = Counter[str | int]
"""Dossiers by what is counted of them: a column's name, or a number of days until the end."""
Row = Hashable
"""A unit, or None for what is counted in no unit's row."""
Column = Hashable
"""A published procedure."""
Crossing = tuple[Row, Column]
C = TypeVar("C", bound=Crossing)
Columns = dict[Row, dict[Column, None]]
"""Columns by row, as a set that keeps its order."""
Held = dict[Column, Counter[Row]]
"""How much of one thing that is counted lies in which row of each column."""


@dataclass(frozen=True)
class TwoWay(Generic[C]):
    """Counts by unit and by published procedure, of which everybody knows the margins.

    What no unit's row counts stands in the row None, and may lie in any column.
    """

    cells: Mapping[C, Counts]

    @property
    def columns_of(self) -> Columns:
        """The columns in which each row has anything; it is taken for known which those are."""
        found: Columns = defaultdict(dict)
        for row, column in self.cells:
            found[row][column] = found[None][column] = None
        return found


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
    held = _held(table, {what for _, counted in tried for what in counted})
    for cell, counted in tried:
        if not all(_can_be_zero(held[what], columns_of, cell) for what in counted):
            yield cell


def _held(table: TwoWay[C], wanted: set[str | int]) -> dict[str | int, Held]:
    held: dict[str | int, Held] = defaultdict(lambda: defaultdict(Counter))
    for (row, column), counts in table.cells.items():
        for what, count in counts.items():
            if count and what in wanted:
                held[what][column][row] = count
    return held


def _can_be_zero(held: Held, columns_of: Columns, cell: Crossing) -> bool:
    if _can_change_places(held, columns_of, cell):
        return True
    now = {column: Counter(rows) for column, rows in held.items()}
    for _ in range(held[cell[1]][cell[0]]):
        path = _way_round(now, columns_of, cell)
        if path is None:
            return False
        for lowered, raised in path:
            now[lowered[1]][lowered[0]] -= 1
            now.setdefault(raised[1], Counter())[raised[0]] += 1
    return True


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


def _way_round(
    held: Held, columns_of: Columns, cell: Crossing
) -> list[tuple[Crossing, Crossing]] | None:
    """Pairs of cells, one to lower by one and one to raise, that free the cell of one; or None."""
    came: dict[Row, Crossing | None] = {cell[0]: None}
    queue = deque([cell[0]])
    while queue:
        row = queue.popleft()
        for column in columns_of[row]:
            if (row, column) == cell:
                continue
            if column == cell[1]:
                return _told(came, row, cell)
            for other, count in held.get(column, {}).items():
                if count > 0 and other not in came:
                    came[other] = (row, column)
                    queue.append(other)
    return None


def _told(
    came: Mapping[Row, Crossing | None], last: Row, cell: Crossing
) -> list[tuple[Crossing, Crossing]]:
    lowered, raised = [cell], [(last, cell[1])]
    while step := came[last]:
        before, column = step
        lowered.append((last, column))
        raised.append((before, column))
        last = before
    return list(zip(lowered, raised, strict=True))
