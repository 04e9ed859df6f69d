"""One sheet of any file as rows of cells, numbered from 0 as they stand in the file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from generator.entry.cells import Cell, Unread, is_blank
from generator.entry.fonts import font_of, in_unicode

MOST_TURNED = 60
"""So many rows and columns are looked at for names of columns that stand below one another."""
Spot = tuple[int, int]
"""A row and a column, from 0."""
Merged = Iterable[tuple[Spot, Spot]]
"""The first and the last cell of each area that is merged into one."""


@dataclass(frozen=True)
class Grid:
    """A sheet: its name and its cells; `unread` are texts that nobody can be sure of."""

    name: str
    rows: Sequence[Sequence[Cell]]
    is_hidden: bool = False
    unread: Mapping[Spot, Unread] = field(default_factory=dict, hash=False)

    def cell(self, row: int, column: int | None) -> Cell:
        """The cell at a place; None where there is no such place."""
        if column is None or row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    @property
    def turned(self) -> "Grid":
        """The first cells of the sheet with rows as columns."""
        rows = [row[:MOST_TURNED] for row in self.rows[:MOST_TURNED]]
        return Grid(self.name, list(map(list, zip_longest(*rows))), self.is_hidden)

    @property
    def is_empty(self) -> bool:
        """True when nothing stands in it."""
        return all(is_blank(cell) for row in self.rows for cell in row)


def filled_down(rows: Sequence[Sequence[Cell]], merged: Merged) -> list[list[Cell]]:
    """The rows with what stands in a merged area in each of its rows: it is said of them all."""
    filled = [list(row) for row in rows]
    for (first, place), (last, _) in merged:
        for number in range(first + 1, min(last + 1, len(filled))):
            if place < len(filled[number]) and place < len(filled[first]):
                filled[number][place] = filled[first][place]
    return filled


def in_one_writing(grid: Grid) -> Grid:
    """The sheet with texts of old fonts in Unicode, as far as that is certain."""
    texts = {cell for row in grid.rows for cell in row if isinstance(cell, str)}
    font = font_of(texts)
    read: dict[str, str] = {}
    wrong: dict[str, Unread] = {}
    for text in texts:
        try:
            read[text] = in_unicode(text, font)
        except Unread as unread:
            wrong[text] = unread
    rows = [
        [read.get(cell, cell) if isinstance(cell, str) else cell for cell in row]
        for row in grid.rows
    ]
    unread_spots = {
        (number, place): wrong[cell]
        for number, row in enumerate(grid.rows)
        for place, cell in enumerate(row)
        if isinstance(cell, str) and cell in wrong
    }
    return replace(grid, rows=rows, unread=unread_spots)
