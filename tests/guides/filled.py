"""An entry workbook as a person fills it in: cells put into its first free rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.workbooks.grid import Grid
from generator.workbooks.open_file import grids_of
from generator.workbooks.package import MAIN, Package

Row = Mapping[str, str]
"""Cells by the names of their columns, as they stand in the sheet."""
FIRST_ROW = 2
"""Below the names of columns and the hints."""


def filled(book: bytes, rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The workbook with more rows, by the names of its sheets."""
    package, grids = Package(book), {grid.name: grid for grid in grids_of("so.xlsx", book)}
    for name, more in rows.items():
        sheet, grid = package.tree(package.sheets()[name]), grids[name]
        places = {str(title).removesuffix(" *"): at for at, title in enumerate(grid.rows[0])}
        for number, row in enumerate(more, _first_free(grid)):
            for title, cell in row.items():
                _put(sheet, number, places[title], cell)
    return package.content()


def _first_free(grid: Grid) -> int:
    """The first row that is no hint and no sample: its first cell is empty."""
    return next(
        (at for at, row in enumerate(grid.rows) if at >= FIRST_ROW and not row[0]), len(grid.rows)
    )


def _put(sheet: Any, number: int, place: int, text: str) -> None:
    """Put a text into a cell, whose look stays."""
    name = xl_rowcol_to_cell(number, place)
    data = sheet.find(f"{{{MAIN}}}sheetData")
    row = next((row for row in data if row.get("r") == str(number + 1)), None)
    if row is None:
        row = etree.SubElement(data, f"{{{MAIN}}}row", r=str(number + 1))
    cell = next((cell for cell in row if cell.get("r") == name), None)
    if cell is None:
        at = sum((len(c.get("r")), c.get("r")) < (len(name), name) for c in row)
        cell = etree.Element(f"{{{MAIN}}}c", r=name)
        row.insert(at, cell)
    cell[:] = []
    cell.set("t", "inlineStr")
    written = etree.SubElement(etree.SubElement(cell, f"{{{MAIN}}}is"), f"{{{MAIN}}}t")
    written.text = text
