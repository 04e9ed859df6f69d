"""Cells of a workbook whose formulas have failed (#REF!, #N/A) or were never computed.

They are not blank, though the reader of workbooks takes them for such.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from generator.entry.cells import Cell, Unread
from generator.model.archives import UNREADABLE
from generator.workbooks.grid import Grid, Spot
from generator.workbooks.ods_errors import failed_in_ods
from generator.workbooks.package import MAIN, NotPatched, Package
from generator.workbooks.xls_errors import failed_in_xls

_FAILED, _FORMULA = b't="e"', b"<f"
_WORDS = "str"
"""The type of a formula whose outcome is a text; that may be empty."""
_LONGEST_PLACE = len("XFD1048576")


def with_error_cells(
    content: bytes, grids: Sequence[Grid], *, is_xlsx: bool, is_old: bool
) -> tuple[Grid, ...]:
    """The sheets of a workbook, in which a failed formula stands as what Excel shows of it.

    One that no program has computed yet stands as itself. A workbook of unusual or damaged parts
    stays as it was read.
    """
    try:
        failed = _found(content, is_xlsx=is_xlsx, is_old=is_old)
    except (
        NotPatched,
        AttributeError,
        etree.LxmlError,
        LookupError,
        ValueError,
        TypeError,
        *UNREADABLE,
    ):
        return tuple(grids)
    return tuple(_marked(grid, failed.get(grid.name, {})) for grid in grids)


def _found(content: bytes, *, is_xlsx: bool, is_old: bool) -> Mapping[str, Mapping[Spot, Unread]]:
    if is_old:
        return failed_in_xls(content)
    return _failed(Package(content)) if is_xlsx else failed_in_ods(content)


def _failed(package: Package) -> Mapping[str, Mapping[Spot, Unread]]:
    return {
        name: dict(_cells(package.tree(part)))
        for name, part in package.sheets().items()
        if _FAILED in package.parts[part] or _FORMULA in package.parts[part]
    }


def _cells(sheet: Any) -> Iterator[tuple[Spot, Unread]]:
    for cell in sheet.iter(f"{{{MAIN}}}c"):
        value, formula = cell.findtext(f"{{{MAIN}}}v"), cell.find(f"{{{MAIN}}}f")
        if cell.get("t") == "e":
            yield _spot(cell.get("r")), Unread("formula-failed", value=value or "#ERROR!")
        elif formula is not None and not value and cell.get("t") != _WORDS:
            yield _spot(cell.get("r")), Unread("formula-waits", value=f"={formula.text or ''}")


def _spot(place: str) -> Spot:
    """The row and the column of "F2", from 0. Raises ValueError for what is no place."""
    if len(place) > _LONGEST_PLACE:
        raise ValueError(place[:_LONGEST_PLACE])
    letters = place.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(place[len(letters) :]) - 1, column - 1


def _marked(grid: Grid, failed: Mapping[Spot, Unread]) -> Grid:
    there = {
        (row, place): why
        for (row, place), why in failed.items()
        if row < len(grid.rows) and place < len(grid.rows[row])
    }
    if not there:
        return grid
    rows: list[list[Cell]] = [list(row) for row in grid.rows]
    for (row, place), why in there.items():
        rows[row][place] = str(why.values["value"])
    return replace(grid, rows=rows, unread={**grid.unread, **there})
