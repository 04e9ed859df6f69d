"""The export of another system: one table of any size, laid before a database engine as text.

A plain text file is read by the engine itself, and only the columns that are wanted. Of any other
file the wanted columns are laid anew, in memory: what is not wanted is written nowhere.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import duckdb

from generator.datafolder.csv_layout import Layout, layout_of
from generator.datafolder.relation import csv_reader
from generator.entry.cells import Cell, Unread, as_typed, is_blank
from generator.entry.fonts import font_of, in_unicode
from generator.entry.words import bare
from generator.workbooks.csv_text import SEPARATORS
from generator.workbooks.export_rows import Sheet, sheets_of, text_sheet
from generator.workbooks.laid_rows import Numbered, lay_rows
from generator.workbooks.no_records import counts_columns
from generator.workbooks.open_file import OLD, ZIP, Unopened

LOOKED_AT = 30
"""So many rows may stand above the names of columns."""
FEWEST = 2
"""So many names of columns must be known."""
GROUPS = 2
"""So many rows of names of groups may stand above those of the columns."""
_LONGEST_HEADING = 1 << 16
Known = Callable[[str], bool]
Watched = Callable[[Iterator[Numbered]], Iterator[Numbered]]
"""Hands the rows on as they are, and may tell how many there have been."""


@dataclass(frozen=True)
class Headed:
    """A sheet and where the names of its columns stand: their row, and each name's place."""

    sheet: Sheet
    row: int
    places: dict[str, int]


@dataclass(frozen=True)
class Laid:
    """SQL of a query for `sheet`, `row` and k0, k1, … of the wanted columns, each cell a text.

    Rows are numbered as Excel numbers them, if they are so many as `rows` says, where it does.
    """

    query: str
    rows: int | None = None


@dataclass(frozen=True)
class Export:
    """A file of another system: the names of its columns, each once, and its sheets.

    `plain` is the file's layout where the engine may read it itself, with its separator.
    """

    path: Path
    labels: tuple[str, ...]
    headed: tuple[Headed, ...]
    plain: tuple[Layout, str] | None = None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are read."""
        return tuple(item.sheet.name for item in self.headed)

    def first_rows(self, most: int) -> Iterator[dict[str, Cell]]:
        """The first rows below the headings, cells by the names of columns."""
        return islice(self._named_rows(), most)

    def _named_rows(self) -> Iterator[dict[str, Cell]]:
        for item in self.headed:
            for row in islice(item.sheet.rows(), item.row + 1, None):
                if not all(map(is_blank, row)):
                    yield {
                        name: row[place] if place < len(row) else None
                        for name, place in item.places.items()
                    }

    def lay(
        self,
        connection: duckdb.DuckDBPyConnection,
        wanted: Sequence[str],
        watched: Watched = iter,
    ) -> "Laid":
        """Lay the wanted columns before the engine.

        Where the engine reads the file itself and finds another number of rows than the file has,
        it has left out blank ones and numbered the rest wrongly: then `lay_anew` is to be used.
        """
        if self.plain is None:
            return Laid(self.lay_anew(connection, wanted, watched))
        layout, separator = self.plain
        places = self.headed[0].places
        names = [f"c{at}" for at in range(max(places.values()) + 1)]
        reader = csv_reader([str(self.path)], names, layout, separator)
        cells = "".join(f", c{places[name]} AS k{at}" for at, name in enumerate(wanted))
        numbered = "0 AS sheet, row_number() OVER () + 1 AS row"
        return Laid(f"SELECT {numbered}{cells} FROM {reader}", layout.row_count - 1)  # noqa: S608

    def lay_anew(
        self,
        connection: duckdb.DuckDBPyConnection,
        wanted: Sequence[str],
        watched: Watched = iter,
    ) -> str:
        """Lay the wanted columns as Python reads them; the query of their rows."""
        return lay_rows(connection, watched(self._wanted_rows(wanted)), len(wanted))

    def _wanted_rows(self, wanted: Sequence[str]) -> Iterator[Numbered]:
        for number, item in enumerate(self.headed):
            places = [item.places.get(name) for name in wanted]
            rows = enumerate(islice(item.sheet.rows(), item.row + 1, None), item.row + 2)
            for row_number, row in rows:
                width = len(row)
                yield (
                    number,
                    row_number,
                    [row[at] if at is not None and at < width else None for at in places],
                )


def open_export(path: Path, known: Known) -> Export:
    """The export in a file; `known` tells the names of columns by which its heading is found.

    Raises Unopened, and OSError for a file that is not there.
    """
    if plain := _plain(path, known):
        return plain
    headed = [found for sheet in sheets_of(path) if (found := _headed(sheet, known))]
    if not headed:
        raise Unopened("no-heading", path.name)
    labels = dict.fromkeys(name for item in headed for name in item.places)
    return Export(path, tuple(labels), tuple(headed))


def _plain(path: Path, known: Known) -> Export | None:
    """The export where the engine can read the file: plain UTF-8 whose first row is the heading."""
    with path.open("rb") as file:
        first, second = file.readline(_LONGEST_HEADING), file.readline(_LONGEST_HEADING)
    if first.startswith((ZIP, OLD)):
        return None
    try:
        line = first.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    by_separator = {sign: found for sign in SEPARATORS if (found := _cells(line, sign)) is not None}
    separator = max(by_separator, key=lambda sign: _count(by_separator[sign], known))
    labels = by_separator[separator]
    if _count(labels, known) < FEWEST or "" in labels or len(set(labels)) < len(labels):
        return None
    if _is_counted([_cells(second.decode("utf-8", "replace"), separator) or ()]):
        return None
    layout = layout_of(path, separator)
    if not isinstance(layout, Layout) or not layout.is_regular or layout.line_end is None:
        return None
    places = {label: place for place, label in enumerate(labels)}
    sheet = text_sheet(path, partial(path.open, encoding="utf-8-sig", newline=""), separator)
    return Export(path, tuple(labels), (Headed(sheet, 0, places),), (layout, separator))


def _cells(line: str, separator: str) -> list[str] | None:
    try:
        return [_label(cell) for cell in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return None


def _count(labels: Sequence[str], known: Known) -> int:
    return sum(known(label) for label in dict.fromkeys(labels) if label)


def _headed(sheet: Sheet, known: Known) -> Headed | None:
    """A sheet with the row of its first ones that holds most known names of columns."""
    rows = _in_one_writing(list(islice(sheet.rows(), LOOKED_AT)))
    found = [_places(rows, number) for number in range(len(rows))]
    counts = [_count(tuple(places), known) for places in found]
    if max(counts, default=0) < FEWEST:
        return None
    row = counts.index(max(counts))
    return Headed(sheet, row + _is_counted(rows[row + 1 : row + 2]), found[row])


def _is_counted(below: Sequence[Sequence[Cell]]) -> bool:
    """True where the numbers of columns stand below their names: (1), (2), (3)."""
    return any(
        counts_columns([as_typed(cell).strip() for cell in row if not is_blank(cell)])
        for row in below
    )


def _in_one_writing(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with what an old font has written in Unicode."""
    font = font_of({cell for row in rows for cell in row if isinstance(cell, str)})
    if font is None:
        return rows
    return [[_in_unicode(cell, font) for cell in row] for row in rows]


def _in_unicode(cell: Cell, font: str) -> Cell:
    try:
        return in_unicode(cell, font) if isinstance(cell, str) else cell
    except Unread:
        return cell


def _places(rows: Sequence[Sequence[Cell]], row: int) -> dict[str, int]:
    """The names in a row, or above it where it has none, each at its first place."""
    places: dict[str, int] = {}
    for place in range(len(rows[row])):
        for above in range(row, max(row - GROUPS, 0) - 1, -1):
            if label := _label(as_typed(rows[above][place]) if place < len(rows[above]) else ""):
                places.setdefault(label, place)
                break
    return places


def _label(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").split()) if bare(text) else ""
