"""Rows below a heading that are no records of their own, and what may be said of each in one word.

A total, a group's name and the numbers of columns are left aside without loss. What goes on from
the row above, a signature and another table are told once, and not cell by cell.
"""

import re
from collections.abc import Iterable, Sequence

from generator.entry.cells import Unread, as_typed, is_blank
from generator.entry.columns import EntryDataset
from generator.entry.read import read_cell
from generator.entry.words import bare
from generator.workbooks.grid import Grid
from generator.workbooks.headings import ENOUGH, Heading, titles_in

TOTAL = "dòng tổng cộng"
NUMBERS = "dòng đánh số cột"
GROUP = "tên nhóm, ghi chú"
_TOTAL = re.compile(r"tong (cong|so)( .*)?|(tong|cong)( \d.*)?")
_SUM = re.compile(r"[\d.,%\s]*")
_COUNTED = re.compile(r"\(?(\d{1,2})\)?(\s*=.*)?")
_LETTER = re.compile(r"\(?[A-Z]\)?")
_NUMBER_AND_NAME = 2
_GROUP_NUMBER = re.compile(r"([IVXLC]+|[A-Z])\s*[.)]?")


def aside(grid: Grid, heading: Heading, number: int, filled: set[str]) -> str:
    """Why a row is left aside: it sums up, numbers the columns or names a group; else empty."""
    texts = [as_typed(cell).strip() for cell in grid.rows[number] if not is_blank(cell)]
    if number == heading.row + 1 and counts_columns(texts):
        return NUMBERS
    if len(texts) == _NUMBER_AND_NAME and _GROUP_NUMBER.fullmatch(texts[0]):
        return GROUP
    if not filled or _is_key(grid, heading, number):
        return ""
    if _TOTAL.fullmatch(bare(texts[0])) and all(_SUM.fullmatch(text) for text in texts[1:]):
        return TOTAL
    return ""


def counts_columns(texts: Sequence[str]) -> bool:
    """True of (1), (2), (3) and of A, B, 1, 2, 3 = 1 + 2."""
    numbers = [found for text in texts if (found := _COUNTED.fullmatch(text))]
    letters = [text for text in texts if _LETTER.fullmatch(text)]
    counted = [int(found[1]) for found in numbers]
    in_turn = counted == list(range(counted[0], counted[0] + len(counted))) if counted else False
    return in_turn and len(counted) >= ENOUGH and len(counted) + len(letters) == len(texts)


def _is_key(grid: Grid, heading: Heading, number: int) -> bool:
    """True where a cell of the key can be read: the row is of a record."""
    return any(is_read(grid, heading, number, name) for name in heading.entry.dataset.primary_key)


def is_read(grid: Grid, heading: Heading, number: int, name: str) -> bool:
    """True of a cell that holds what its column may hold."""
    cell = grid.cell(number, heading.places.get(name))
    if is_blank(cell):
        return False
    try:
        return bool(read_cell(heading.entry.column(name), cell))
    except Unread:
        return False


def refusal(
    grid: Grid, heading: Heading, number: int, filled: set[str], others: Iterable[EntryDataset]
) -> Unread | None:
    """Why a row is no record, where nothing tells which it would be and most of it is blank."""
    if _is_key(grid, heading, number):
        return None
    for other in others:
        if other.dataset.name != heading.entry.dataset.name and _heads(grid, number, other):
            return Unread("row-other-table", title=other.dataset.title)
    keys = heading.entry.dataset.primary_key
    needed = [c for c in heading.entry.columns if c.field.required and c.name not in keys]
    blank = [column for column in needed if column.name not in filled]
    if len(blank) * 2 <= len(needed):
        return None
    titles = ", ".join(f"“{heading.entry.column(name).field.title}”" for name in keys)
    return Unread("row-no-record", titles=titles, count=len(blank))


def _heads(grid: Grid, number: int, entry: EntryDataset) -> bool:
    """True of a row that holds the names of a dataset's columns and little else."""
    known = titles_in(grid, number, entry)
    return known >= ENOUGH and 2 * known > sum(not is_blank(cell) for cell in grid.rows[number])
