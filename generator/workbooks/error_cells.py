"""Cells of an Excel workbook whose formulas have failed: #REF!, #N/A; they are not blank."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zipfile import BadZipFile

from lxml import etree

from generator.entry.cells import Cell, Unread
from generator.workbooks.grid import Grid, Spot
from generator.workbooks.package import MAIN, NotPatched, Package

_FAILED = b't="e"'
_LONGEST_PLACE = len("XFD1048576")
_DAMAGED = BadZipFile, zlib.error, EOFError, OSError, RuntimeError  # or a packing nobody knows


def with_error_cells(content: bytes, grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The sheets of a workbook, in which a failed formula stands as what Excel shows of it.

    The reader of workbooks takes such a cell for a blank one, and what was meant would be lost
    without a word. A workbook of unusual or damaged parts stays as it was read.
    """
    try:
        failed = _failed(Package(content))
    except (NotPatched, etree.LxmlError, LookupError, ValueError, TypeError, *_DAMAGED):
        return tuple(grids)
    return tuple(_marked(grid, failed.get(grid.name, {})) for grid in grids)


def _failed(package: Package) -> Mapping[str, Mapping[Spot, str]]:
    return {
        name: dict(_cells(package.tree(part)))
        for name, part in package.sheets().items()
        if _FAILED in package.parts[part]
    }


def _cells(sheet: Any) -> Iterator[tuple[Spot, str]]:
    for cell in sheet.iter(f"{{{MAIN}}}c"):
        if cell.get("t") == "e":
            yield _spot(cell.get("r")), cell.findtext(f"{{{MAIN}}}v") or "#ERROR!"


def _spot(place: str) -> Spot:
    """The row and the column of "F2", from 0. Raises ValueError for what is no place."""
    if len(place) > _LONGEST_PLACE:
        raise ValueError(place[:_LONGEST_PLACE])
    letters = place.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(place[len(letters) :]) - 1, column - 1


def _marked(grid: Grid, failed: Mapping[Spot, str]) -> Grid:
    there = {
        (row, place): text
        for (row, place), text in failed.items()
        if row < len(grid.rows) and place < len(grid.rows[row])
    }
    if not there:
        return grid
    rows: list[list[Cell]] = [list(row) for row in grid.rows]
    for (row, place), text in there.items():
        rows[row][place] = text
    wrong = {spot: Unread("formula-failed", value=text) for spot, text in there.items()}
    return replace(grid, rows=rows, unread={**grid.unread, **wrong})
