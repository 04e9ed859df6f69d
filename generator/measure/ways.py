"""Ways over a two-way table by which what a cell has is led to other cells; its margins stay."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import NamedTuple

Row = Hashable
"""A unit, or None for what is counted in no unit's row."""
Column = Hashable
"""A published procedure."""
Crossing = tuple[Row, Column]
Columns = dict[Row, dict[Column, None]]
"""Columns by row, as a set that keeps its order."""
Held = Mapping[Column, Mapping[Row, int]]
"""How much of one thing that is counted lies in which row of each column."""


class Node(NamedTuple):
    """A row or a column."""

    is_row: bool
    name: Hashable


@dataclass
class Ways:
    """A table of one thing that is counted, and what has been led to where so far.

    A way leads from a row to any column in which the row may have something, and from a column to
    any row that has something there. Some crossings cost something, one
    may be closed.
    """

    held: Held
    columns_of: Columns
    prices: Mapping[Crossing, int] = field(default_factory=dict)
    closed: Crossing | None = None
    changed: dict[Column, dict[Row, int]] = field(default_factory=dict)

    def emptied(self, cell: Crossing) -> dict[Crossing, None] | None:
        """The crossings over which all that a cell has was led round; None where not all can be."""
        crossed: dict[Crossing, None] = {}
        for _ in range(self.held[cell[1]][cell[0]]):
            way = self._cheapest(cell)
            if way is None:
                return None
            crossed |= dict.fromkeys(self._lead(cell, way))
        return crossed

    def _cheapest(self, cell: Crossing) -> list[Node] | None:
        """The cheapest way from the cell's row to its column, not over the cell itself."""
        start, goal, turn = Node(True, cell[0]), Node(False, cell[1]), count()
        came: dict[Node, Node | None] = {}
        ahead: list[tuple[int, int, Node, Node | None]] = [(0, next(turn), start, None)]
        while ahead:
            paid, _, node, before = heappop(ahead)
            if node in came:
                continue
            came[node] = before
            if node == goal:
                return _back(came, goal)
            for beyond, crossing in self._beyond(node):
                if crossing not in (cell, self.closed) and beyond not in came:
                    price = paid + self.prices.get(crossing, 0)
                    heappush(ahead, (price, next(turn), beyond, node))
        return None

    def _beyond(self, node: Node) -> Iterator[tuple[Node, Crossing]]:
        if node.is_row:
            for column in self.columns_of[node.name]:
                yield Node(False, column), (node.name, column)
        else:
            for row, left in self._column(node.name).items():
                if left > 0:
                    yield Node(True, row), (row, node.name)

    def _column(self, column: Column) -> Mapping[Row, int]:
        return self.changed.get(column) or self.held.get(column, {})

    def _lead(self, cell: Crossing, way: list[Node]) -> Iterator[Crossing]:
        """One is led along a way: raised from row to column, lowered from column to row."""
        self._add(cell, -1)
        for here, there in pairwise(way):
            crossing = (here.name, there.name) if here.is_row else (there.name, here.name)
            self._add(crossing, 1 if here.is_row else -1)
            yield crossing

    def _add(self, crossing: Crossing, step: int) -> None:
        row, column = crossing
        rows = self.changed.setdefault(column, dict(self.held.get(column, {})))
        rows[row] = rows.get(row, 0) + step


def _back(came: Mapping[Node, Node | None], last: Node) -> list[Node]:
    way = [last]
    while before := came[way[-1]]:
        way.append(before)
    return way[::-1]
