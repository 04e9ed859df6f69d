"""The rows of a sheet below its heading, read into cells of the dataset's file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.entry.cells import Unread, as_typed, is_blank
from generator.entry.columns import EntryColumn, EntryDataset
from generator.entry.read import read_cell
from generator.entry.words import bare
from generator.workbooks.entry_sheet import IGNORED_MARKS
from generator.workbooks.grid import Grid
from generator.workbooks.headings import Heading, plain
from generator.workbooks.no_records import GROUP, aside, is_read, refusal

CLEARED = "(xóa)"
"""What is typed to empty a cell: a blank cell leaves what stands there."""


@dataclass(frozen=True)
class TypedRow:
    """One row: the cells that were filled in, by column; those that cannot be read, and why.

    `number` counts from 0. A cell that is to be emptied is the empty text. `refused` says of a row
    that is no record what it may be.
    """

    number: int
    cells: Mapping[str, str]
    unread: Mapping[str, Unread] = field(default_factory=dict, hash=False)
    refused: Unread | None = None


@dataclass(frozen=True)
class SheetRows:
    """What was found below a heading; `left` are rows that are not read, by number, and why."""

    grid: Grid
    heading: Heading
    rows: tuple[TypedRow, ...]
    left: Mapping[int, str]


def sheet_rows(
    grid: Grid, heading: Heading, day: date, others: Sequence[EntryDataset] = ()
) -> SheetRows:
    """The rows of a sheet. `day` is today, for names that units have had in turn; where a table of
    one of the `others` begins, the rows of this one end."""
    rows: list[TypedRow] = []
    left: dict[int, str] = {}
    for number in range(heading.row + 1, len(grid.rows)):
        filled = {
            name for name, place in heading.places.items() if not is_blank(grid.cell(number, place))
        }
        if why := _left(grid, heading, number, filled):
            left[number] = why
        elif filled and (why_not := refusal(grid, heading, number, filled, others)):
            rows.append(TypedRow(number, {}, refused=why_not))
            if why_not.code == "row-other-table":
                left |= dict.fromkeys(range(number + 1, len(grid.rows)), OTHER_TABLE)
                break
        elif filled:
            rows.append(typed_row(grid, heading, number, filled, day))
    return SheetRows(grid, heading, tuple(rows), left)


OTHER_TABLE = "của bảng khác trong trang"
SAMPLE = "dòng ví dụ, hướng dẫn"
ONLY_NUMBER = "chỉ có mã, đơn vị"
ONLY_GIVEN = "chỉ có những ô ghi sẵn, chưa ghi gì thêm"
OUTSIDE = "chỉ có chữ ở cột không thuộc bộ dữ liệu"
REPEATED = "lặp lại tên cột"


def _left(grid: Grid, heading: Heading, number: int, filled: set[str]) -> str:
    """Why a row is no record; empty when it is one, or blank."""
    mark = bare(as_typed(grid.cell(number, heading.mark)))
    if mark and any(mark.startswith(bare(known)[:5]) for known in IGNORED_MARKS):
        return SAMPLE
    if why := aside(grid, heading, number, filled):
        return why
    if filled and filled <= {heading.entry.numbered, heading.entry.unit_column}:
        is_all_read = all(is_read(grid, heading, number, name) for name in filled)
        return ONLY_NUMBER if is_all_read else GROUP
    if filled and filled <= {column.name for column in heading.entry.given}:
        return ONLY_GIVEN
    if not filled:
        beside = any(not is_blank(grid.cell(number, place)) for place in heading.unknown)
        return OUTSIDE if beside else ""
    is_title = (
        plain(as_typed(grid.cell(number, heading.places[name])))
        == plain(heading.entry.column(name).field.title)
        for name in filled
    )
    return REPEATED if all(is_title) else ""


def typed_row(grid: Grid, heading: Heading, number: int, filled: set[str], today: date) -> TypedRow:
    """The cells of a row in the columns that are filled in."""
    cells: dict[str, str] = {}
    unread: dict[str, Unread] = {}
    for column in _days_first(heading.entry):
        if column.name in filled:
            day = _day_of(heading.entry, column, cells) or today
            try:
                cells[column.name] = _read(grid, number, heading.places[column.name], column, day)
            except Unread as reason:
                unread[column.name] = reason
    return TypedRow(number, cells, unread)


def _read(grid: Grid, number: int, place: int, column: EntryColumn, day: date) -> str:
    if reason := grid.unread.get((number, place)):
        raise reason
    cell = grid.cell(number, place)
    return "" if bare(as_typed(cell)) == bare(CLEARED) else read_cell(column, cell, day)


def _days_first(entry: EntryDataset) -> Iterator[EntryColumn]:
    yield from (column for column in entry.columns if column.kind == "day")
    yield from (column for column in entry.columns if column.kind != "day")


def _day_of(entry: EntryDataset, column: EntryColumn, cells: Mapping[str, str]) -> date | None:
    """The day on which the unit of a column must have been there."""
    days = (item.name for item in entry.columns if item.declared.needs_unit == column.name)
    return next((date.fromisoformat(cells[name]) for name in days if cells.get(name)), None)
