"""Where the names of columns stand in a sheet, and which dataset they are of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.entry.cells import as_typed, is_blank
from generator.entry.columns import EntryDataset
from generator.entry.words import bare
from generator.workbooks.entry_sheet import MARK_HEADING
from generator.workbooks.grid import Grid

LOOKED_AT = 30
"""So many rows may stand above the names of columns."""
GROUPS = 2
"""So many rows of names of groups may stand above those of the columns."""
Label = tuple[str, str]
FEWEST, ENOUGH = 2, 3
"""So many columns must be known; fewer than enough only where they are half of all."""
_ASIDE = re.compile(r"^\s*\d{1,2}\s*[.)]|\([^()]*\)|\*")


@dataclass(frozen=True)
class Heading:
    """The names of columns in a sheet: the last of their rows, the place of each column.

    `unknown` are the names that no column has, by their places; `mark` is where rows are marked as
    samples.
    """

    entry: EntryDataset
    row: int
    places: Mapping[str, int]
    unknown: Mapping[int, str]
    mark: int | None = None


class SeveralDatasets(Exception):
    """The columns of a sheet may be of several datasets alike."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        """`titles` are those of the datasets."""
        super().__init__(titles)
        self.titles = titles


def heading_of(grid: Grid, entries: Iterable[EntryDataset]) -> Heading | None:
    """The heading of the dataset that most columns of a sheet are of; None when there is none.

    The name of the sheet decides between equals. Raises SeveralDatasets.
    """
    labels = _labels(grid)
    found = [heading for entry in entries if (heading := _heading(grid, labels, entry))]
    if not found:
        return None
    most = max(len(heading.places) for heading in found)
    best = [heading for heading in found if len(heading.places) == most]
    named = [heading for heading in found if bare(grid.name) in _names(heading.entry)]
    if len(best) > 1 or (named and len(named[0].places) >= FEWEST):
        best = named or best
    if len(best) > 1:
        raise SeveralDatasets(tuple(heading.entry.dataset.title for heading in best))
    return best[0]


def _names(entry: EntryDataset) -> tuple[str, str]:
    return bare(entry.dataset.title), bare(entry.dataset.name)


def _labels(grid: Grid) -> list[list[Label]]:
    """What the cells of the first rows may be as names of columns: as a whole, and plain."""
    return [
        [(bare(text), plain(text)) if (text := as_typed(cell)) else ("", "") for cell in row]
        for row in grid.rows[:LOOKED_AT]
    ]


def _heading(grid: Grid, labels: Sequence[Sequence[Label]], entry: EntryDataset) -> Heading | None:
    """The row with most names of the dataset's columns; names above it count where it has none."""
    known = _known(entry)
    rows = range(len(labels))
    places = {row: dict(_places(labels, row, known)) for row in rows}
    row = max(rows, key=lambda number: len(places[number]), default=0)
    if not places or len(places[row]) < min(FEWEST, len(entry.columns)):
        return None
    taken = set(places[row].values())
    others = {
        place: label
        for place in range(len(grid.rows[row]))
        if place not in taken and (label := _label(grid, row, place))
    }
    if len(taken) < ENOUGH and len(taken) < len(others):
        return None
    mark = next((place for place, label in others.items() if plain(label) == _MARK), None)
    unknown = {place: label for place, label in others.items() if place != mark}
    return Heading(entry, row, places[row], unknown, mark)


def _known(entry: EntryDataset) -> Mapping[str, str]:
    """The columns by what they may be called: title, name, and what of a title is its own."""
    titles = {bare(column.field.title): column.name for column in entry.columns}
    short = [plain(column.field.title) for column in entry.columns]
    own = {
        name: column.name
        for name, column in zip(short, entry.columns, strict=True)
        if short.count(name) == 1
    }
    return own | {bare(column.name): column.name for column in entry.columns} | titles


def plain(label: str) -> str:
    """A name of a column without what is added to it: its number, a star, something in brackets."""
    return bare(_ASIDE.sub(" ", label)) or bare(label)


_MARK = bare(MARK_HEADING)


def titles_in(grid: Grid, row: int, entry: EntryDataset) -> int:
    """How many cells of a row are names of a dataset's columns, each counted once."""
    titles = {bare(column.field.title) for column in entry.columns}
    return len(titles.intersection(bare(as_typed(cell)) for cell in grid.rows[row]))


def _places(
    labels: Sequence[Sequence[Label]], row: int, known: Mapping[str, str]
) -> Iterator[tuple[str, int]]:
    """The columns whose names stand in a row, or above it where it has none; each once."""
    seen = set()
    for place in range(len(labels[row])):
        for above in range(row, max(row - GROUPS, 0) - 1, -1):
            label, short = labels[above][place] if place < len(labels[above]) else ("", "")
            name = known.get(label) or known.get(short)
            if name and name not in seen:
                seen.add(name)
                yield name, place
                break


def _label(grid: Grid, row: int, place: int) -> str:
    cells = (grid.cell(above, place) for above in range(row, max(row - GROUPS, 0) - 1, -1))
    return next((as_typed(cell).strip() for cell in cells if not is_blank(cell)), "")
