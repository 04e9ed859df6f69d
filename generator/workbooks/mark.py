"""A copy of a clerk's workbook in which what must be mended is coloured, and says why."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

import xlsxwriter
from lxml import etree

from generator.entry.cells import Cell, as_typed
from generator.workbooks.entry_sheet import sheet_name
from generator.workbooks.grid import Grid
from generator.workbooks.marked_cells import Colours, Rows, colour, uncolour
from generator.workbooks.marked_notes import note
from generator.workbooks.open_file import is_xlsx
from generator.workbooks.package import NotPatched, Package

_CREATED = datetime.combine(date(2000, 1, 1), time.min)
_UNUSUAL = (NotPatched, etree.LxmlError, LookupError, ValueError, TypeError, AttributeError)
"""What a workbook raises whose parts are not as the standard has them."""


@dataclass(frozen=True)
class Mark:
    """What is said at one cell of a sheet, numbered from 0; `severity` as findings have it."""

    sheet: str
    row: int
    column: int
    text: str
    severity: str = "error"


def marked_copy(content: bytes, grids: Sequence[Grid], marks: Sequence[Mark]) -> bytes:
    """The workbook with its cells marked, as it is laid out; of other files a plain workbook."""
    if is_xlsx(content):
        try:
            return _marked(content, marks)
        except _UNUSUAL:
            pass  # its cells are read all the same, and come back in a plain one
    names = _names(grids)
    renamed = [replace(mark, sheet=names[mark.sheet]) for mark in marks]
    return _marked(plain_book([replace(grid, name=names[grid.name]) for grid in grids]), renamed)


def _names(grids: Sequence[Grid]) -> Mapping[str, str]:
    """The sheets' names as Excel allows them, each once."""
    names: dict[str, str] = {}
    for number, grid in enumerate(grids, 1):
        name = sheet_name(grid.name) or str(number)
        taken = {known.lower() for known in names.values()}
        names[grid.name] = sheet_name(f"{number} {name}") if name.lower() in taken else name
    return names


def _marked(content: bytes, marks: Sequence[Mark]) -> bytes:
    package = Package(content)
    colours = Colours(package)
    for name, part in package.sheets().items():
        sheet = package.tree(part)
        once = tuple(uncolour(sheet, colours))
        mine = [mark for mark in marks if mark.sheet == name]
        _colour(sheet, mine, colours)
        if mine or package.linked(part, "comments"):
            note(package, part, _texts(mine), once)
    return package.content()


def _colour(sheet: Any, marks: Sequence[Mark], colours: Colours) -> None:
    """Colour the cells of marks; of several at one cell an error is seen."""
    if not marks:
        return
    rows = Rows(sheet)
    for mark in sorted(marks, key=lambda item: item.severity, reverse=True):
        colour(rows, mark.row, mark.column, colours, mark.severity)


def _texts(marks: Sequence[Mark]) -> Mapping[tuple[int, int], str]:
    """One note a cell, with all that is to be said there."""
    texts: dict[tuple[int, int], list[str]] = {}
    for mark in marks:
        texts.setdefault((mark.row, mark.column), []).append(mark.text)
    return {spot: "\n".join(dict.fromkeys(said)) for spot, said in texts.items()}


def plain_book(grids: Sequence[Grid], width: int | None = None) -> bytes:
    """A workbook of what stands in some sheets; columns are so many letters wide, if it is said."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        text = book.add_format({"num_format": "@", "font_name": "Times New Roman"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "font_name": "Times New Roman"})
        for grid in grids:
            sheet = book.add_worksheet(grid.name)
            if width:
                sheet.set_column(0, max(map(len, grid.rows), default=1) - 1, width)
            for row, cells in enumerate(grid.rows):
                for column, cell in enumerate(cells):
                    _write(sheet, row, column, cell, text, day)
            if grid.is_hidden:
                sheet.hide()
    return stream.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell, text: Any, day: Any) -> None:
    if cell is None or cell == "":
        return
    if type(cell) is date:
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, float):
        sheet.write_number(row, column, cell)
    else:
        sheet.write_string(row, column, as_typed(cell), text)
