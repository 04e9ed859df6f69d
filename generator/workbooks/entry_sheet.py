"""One sheet of an entry workbook: headings, hints, two sample rows, and rows to be filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range

from generator.entry.cells import Cell
from generator.entry.columns import EntryColumn, EntryDataset
from generator.entry.written import shown
from generator.workbooks.cell_rules import cell_rule, sample_rule
from generator.workbooks.lists import Lists

MARK_HEADING = "Loại dòng"
HINT_MARK, SAMPLE_MARK = "Hướng dẫn", "Ví dụ (không nhập)"
IGNORED_MARKS = (HINT_MARK, SAMPLE_MARK)
"""What stands before the rows that an import leaves aside."""
REQUIRED = " *"
ENTRY_ROWS = 500
GIVEN_ROWS = 30
"""So many rows begin with what every row has, where none has a number."""
PREFILLED_HEIGHT = 48
BESIDE_WIDTH = 30
BESIDE_HINT = "Chỉ để xem, không được nhập"
MOST_NAME_LETTERS = 31
_NOT_IN_NAMES = dict.fromkeys(map(ord, "[]:*?/\\"), " ")
_WIDTHS: Mapping[str, int] = {"day": 13, "whole": 11, "number": 11, "choice": 24, "moment": 18}


@dataclass(frozen=True)
class Prefilled:
    """Rows that stand there to be filled in, and for each the column that it leaves empty.

    `beside` are further cells of each row, under `headings`: to be seen, never read back.
    """

    rows: Sequence[Mapping[str, str]] = ()
    unasked: Sequence[str] = ()
    headings: Sequence[str] = ()
    beside: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class EntrySheet:
    """What a sheet holds: its dataset, sample rows and free numbers; cells are those of the file.

    `filled` are rows that already stand there to be changed, `given` are the cells of every free
    row, by column.
    """

    entry: EntryDataset
    samples: Sequence[Mapping[str, str]] = ()
    free: Sequence[str] = ()
    filled: Sequence[Mapping[str, str]] = ()
    prefilled: Prefilled = Prefilled()
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The sheet's name: the dataset's title."""
        return sheet_name(self.entry.dataset.title)

    @property
    def first_row(self) -> int:
        """The first row to be filled in, from 0."""
        return 2 + len(self.samples)


def sheet_name(title: str) -> str:
    """A name for a sheet, as far as Excel allows it."""
    return title.translate(_NOT_IN_NAMES)[:MOST_NAME_LETTERS].strip(" '")


def write_sheet(sheet: Any, content: EntrySheet, lists: Lists, looks: Mapping[str, Any]) -> None:
    """Write a sheet that is empty yet."""
    _write_head(sheet, content, looks)
    for number, row in enumerate(content.samples, 2):
        sheet.set_row(number, 48)
        sheet.write_string(number, 0, SAMPLE_MARK, looks["mark"])
        _write_row(sheet, content.entry, number, row, looks, "sample")
    last, rule = content.first_row - 1, sample_rule(content.first_row)
    sheet.data_validation(1, 0, last, len(content.entry.columns), rule)
    for number, row in enumerate(content.filled, content.first_row):
        _write_row(sheet, content.entry, number, row, looks, "entry")
    _write_rows_to_fill(sheet, content, lists, looks)
    _write_given(sheet, content, looks)
    _write_prefilled(sheet, content, looks)
    sheet.freeze_panes(2, 2)


def _write_head(sheet: Any, content: EntrySheet, looks: Mapping[str, Any]) -> None:
    sheet.set_row(0, 32)
    sheet.set_row(1, 62)
    sheet.set_column(0, 0, 19)
    sheet.write_string(0, 0, MARK_HEADING, looks["heading"])
    sheet.write_string(1, 0, HINT_MARK, looks["mark"])
    for place, column in enumerate(content.entry.columns, 1):
        field = column.field
        look = looks["required" if field.required else "heading"]
        sheet.write_string(0, place, field.title + REQUIRED * field.required, look)
        sheet.write_string(1, place, field.description, looks["hint"])


def _write_row(
    sheet: Any,
    entry: EntryDataset,
    number: int,
    row: Mapping[str, str],
    looks: Mapping[str, Any],
    look: str,
) -> None:
    for place, column in enumerate(entry.columns, 1):
        _write(sheet, number, place, shown(column, row.get(column.name, "")), looks, look)


def _write(
    sheet: Any, row: int, place: int, cell: Cell, looks: Mapping[str, Any], look: str
) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, place, cell, looks[f"{look}_day"])
    elif isinstance(cell, float):
        sheet.write_number(row, place, cell, looks[f"{look}_number"])
    elif cell:
        sheet.write_string(row, place, str(cell), looks[look])
    else:
        sheet.write_blank(row, place, None, looks[look])


def _write_rows_to_fill(
    sheet: Any, content: EntrySheet, lists: Lists, looks: Mapping[str, Any]
) -> None:
    """Looks and rules of the rows that people fill in, and the numbers that are free."""
    entry, first = content.entry, content.first_row
    for place, column in enumerate(entry.columns, 1):
        look = looks[_look_of(column)]
        sheet.set_column(place, place, _WIDTHS.get(column.kind, 28), look)
        name = lists.name(column)
        rule = cell_rule(entry, column, name, place, first, ENTRY_ROWS)
        if rule:
            sheet.data_validation(first, place, first + ENTRY_ROWS - 1, place, rule)
        if column.name == entry.numbered:
            for number, key in enumerate(content.free, first + len(content.filled)):
                sheet.write_string(number, place, key, looks["free"])
    for area, formula in _missing(entry, first):
        rule = {"type": "formula", "criteria": formula, "format": looks["missing"]}
        sheet.conditional_format(area, rule)


def _write_given(sheet: Any, content: EntrySheet, looks: Mapping[str, Any]) -> None:
    """The cells that every free row has; without free numbers, so many rows have them."""
    first = content.first_row + len(content.filled) + len(content.prefilled.rows)
    for place, column in enumerate(content.entry.columns, 1):
        if cell := content.given.get(column.name):
            for number in range(first, first + (len(content.free) or GIVEN_ROWS)):
                sheet.write_string(number, place, str(shown(column, cell)), looks["free"])


def _write_prefilled(sheet: Any, content: EntrySheet, looks: Mapping[str, Any]) -> None:
    """Rows to be filled in, the cell that each leaves empty, and what stands beside them."""
    first, columns = content.first_row + len(content.filled), content.entry.columns
    prefilled, names = content.prefilled, [column.name for column in columns]
    for number, row in enumerate(prefilled.rows, first):
        sheet.set_row(number, PREFILLED_HEIGHT)
        _write_row(sheet, content.entry, number, row, looks, "entry")
        unasked = prefilled.unasked[number - first]
        sheet.write_blank(number, 1 + names.index(unasked), None, looks["sample"])
        for place, cell in enumerate(prefilled.beside[number - first], 1 + len(columns)):
            sheet.write_string(number, place, cell, looks["sample"])
    for place, heading in enumerate(prefilled.headings, 1 + len(columns)):
        sheet.set_column(place, place, BESIDE_WIDTH)
        sheet.write_string(0, place, heading, looks["heading"])
        sheet.write_string(1, place, BESIDE_HINT, looks["hint"])


def _look_of(column: EntryColumn) -> str:
    return {"day": "entry_day", "whole": "entry_number", "number": "entry_number"}.get(
        column.kind, "entry"
    )


def _missing(entry: EntryDataset, first: int) -> Iterator[tuple[str, str]]:
    """Where a required cell is still empty in a row that somebody has begun."""
    letters = {column.name: xl_col_to_name(place) for place, column in enumerate(entry.columns, 1)}
    typed = [letters[column.name] for column in entry.columns if column not in entry.given]
    begun = ",".join(f"${letter}{first + 1}" for letter in typed)
    for place, column in enumerate(entry.columns, 1):
        if column.field.required and typed:
            cell = f"{letters[column.name]}{first + 1}"
            area = xl_range(first, place, first + ENTRY_ROWS - 1, place)
            yield area, f'=AND({cell}="",COUNTA({begun})>0)'
