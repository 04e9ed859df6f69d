"""Records that were typed over the hint or a sample row of a workbook, which no import takes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from generator.app.entry_samples import samples
from generator.app.entry_template import Desk, open_desk
from generator.entry.cells import as_typed, is_blank
from generator.entry.columns import EntryDataset
from generator.entry.words import bare
from generator.entry.written import shown
from generator.workbooks.mark import Mark
from generator.workbooks.typed_rows import SAMPLE, SheetRows

OVERWRITTEN = (
    "Ở cột “{}” dòng này ghi “{}” nên không được nhập, mà điều ghi trong dòng không phải là của "
    "dòng ấy. Nếu là bản ghi thật, hãy xóa chữ ở ô này; nếu không, hãy xóa cả dòng."
)
Cells = Mapping[str, str]
"""What stands in a row, by column, as it is compared."""


def overwritten(
    desk: Desk, example_dir: Path, placed: Sequence[tuple[int, SheetRows]]
) -> Iterator[tuple[int, Mark]]:
    """A mark at each row that is marked as no record but holds other things than such a row.

    Each has the number of its file. Raises Refused.
    """
    left = [(book, rows) for book, rows in placed if SAMPLE in rows.left.values()]
    example = open_desk(example_dir) if left else desk
    for book, rows in left:
        for number, why in rows.left.items():
            typed = _typed(rows, number)
            if why == SAMPLE and not any(_is(typed, row) for row in _laid(desk, example, rows)):
                yield book, _mark(rows, number)


def _typed(rows: SheetRows, number: int) -> Cells:
    cells = {name: rows.grid.cell(number, place) for name, place in rows.heading.places.items()}
    return {name: bare(as_typed(cell)) for name, cell in cells.items() if not is_blank(cell)}


def _is(typed: Cells, row: Cells) -> bool:
    """True where half of what was typed stands in the row: samples change with the city's data."""
    return 2 * sum(row.get(name) == cell for name, cell in typed.items()) >= len(typed)


def _laid(desk: Desk, example: Desk, rows: SheetRows) -> Iterator[Cells]:
    """What a workbook is laid with: hints, samples, and of the city's own records any."""
    entry, name = rows.heading.entry, rows.heading.entry.dataset.name
    yield {column.name: bare(column.field.description) for column in entry.columns}
    own, there = desk.rows(name), example.rows(name)
    chosen = samples(entry, own, there, desk.naming, example.naming)
    for row in chain(chosen, own):
        yield dict(_shown(entry, row))


def _shown(entry: EntryDataset, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in entry.columns:
        cell = row.get(column.name, "")
        try:
            yield column.name, bare(as_typed(shown(column, cell)))
        except ValueError:
            yield column.name, bare(cell)


def _mark(rows: SheetRows, number: int) -> Mark:
    place, heading = rows.heading.mark or 0, rows.heading.row
    title, word = (as_typed(rows.grid.cell(row, place)) for row in (heading, number))
    return Mark(rows.grid.name, number, place, OVERWRITTEN.format(title, word))
