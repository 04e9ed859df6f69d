"""Cells of a sheet are coloured, and lose the colour that an earlier copy gave them."""

from bisect import bisect
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from generator.workbooks.package import MAIN, NotPatched, Package

COLOURS = {"error": "FFFFC7C7", "warning": "FFFFEFB0"}
"""The colours of cells that must be mended, and of those that should be looked at."""


def _tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"


class Colours:
    """The styles of a workbook, to which coloured ones are added as they are needed."""

    def __init__(self, package: Package) -> None:
        """Raises NotPatched for a workbook without styles."""
        part = package.linked("xl/workbook.xml", "styles")
        if part is None:
            raise NotPatched
        styles = package.tree(part)
        self.fills, self.formats = styles.find(_tag("fills")), styles.find(_tag("cellXfs"))
        if self.fills is None or self.formats is None:
            raise NotPatched
        self.fill_of = {severity: self._fill(colour) for severity, colour in COLOURS.items()}
        self.made: dict[tuple[int, int], int] = {}

    def _fill(self, colour: str) -> int:
        """The number of the fill of a colour."""
        for number, fill in enumerate(self.fills):
            if any(sign.get("rgb") == colour for sign in fill.iter(_tag("fgColor"))):
                return number
        fill = etree.SubElement(self.fills, _tag("fill"))
        pattern = etree.SubElement(fill, _tag("patternFill"), patternType="solid")
        etree.SubElement(pattern, _tag("fgColor"), rgb=colour)
        self.fills.set("count", str(len(self.fills)))
        return len(self.fills) - 1

    def coloured(self, style: int, severity: str) -> int:
        """The style that is like another one but for its colour."""
        return self._with_fill(style, self.fill_of[severity])

    def without(self, style: int) -> int:
        """The style without our colour; the same when it has none of ours."""
        is_ours = int(self.formats[style].get("fillId", 0)) in self.fill_of.values()
        return self._with_fill(style, 0) if is_ours else style

    def _with_fill(self, style: int, fill: int) -> int:
        if (style, fill) not in self.made:
            made = deepcopy(self.formats[style])
            made.set("fillId", str(fill))
            made.set("applyFill", "1")
            self.formats.append(made)
            self.formats.set("count", str(len(self.formats)))
            self.made[style, fill] = len(self.formats) - 1
        return self.made[style, fill]


def uncolour(sheet: Any, colours: Colours) -> Iterator[str]:
    """Take our colours from every cell of a sheet; the names of those that had one."""
    for cell in sheet.iter(_tag("c")):
        style = int(cell.get("s", 0))
        if (plain := colours.without(style)) != style:
            cell.set("s", str(plain))
            yield cell.get("r", "")


class Rows:
    """The rows of a sheet by their numbers, counted from 0."""

    def __init__(self, sheet: Any) -> None:
        """Raises NotPatched for a sheet that has no cells, as one of a chart."""
        self.sheet, self._data = sheet, sheet.find(_tag("sheetData"))
        if self._data is None:
            raise NotPatched
        self._numbers = [int(row.get("r", n)) - 1 for n, row in enumerate(self._data, 1)]
        self._rows = dict(zip(self._numbers, self._data, strict=True))

    def at(self, number: int) -> Any:
        """A row, which is put in where there is none."""
        if number not in self._rows:
            place = bisect(self._numbers, number)
            self._rows[number] = etree.Element(_tag("row"), r=str(number + 1))
            self._numbers.insert(place, number)
            self._data.insert(place, self._rows[number])
        return self._rows[number]


def colour(rows: Rows, row: int, column: int, colours: Colours, severity: str) -> None:
    """Colour one cell, which is put in where there is none."""
    found = _cell(rows.sheet, rows.at(row), row, column)
    found.set("s", str(colours.coloured(int(found.get("s", 0)), severity)))


def _cell(sheet: Any, row: Any, number: int, column: int) -> Any:
    name = xl_rowcol_to_cell(number, column)
    for place, cell in enumerate(row):
        reference = cell.get("r") or xl_rowcol_to_cell(number, place)
        if reference == name:
            return cell
        if (len(reference), reference) > (len(name), name):
            break
    else:
        place = len(row)
    made = etree.Element(_tag("c"), r=name, s=str(_usual_style(sheet, row, column)))
    row.insert(place, made)
    return made


def _usual_style(sheet: Any, row: Any, column: int) -> int:
    """The style of a cell that is not there: that of its row, or of its column."""
    if row.get("customFormat") in ("1", "true"):
        return int(row.get("s", 0))
    for described in sheet.iter(_tag("col")):
        if int(described.get("min")) <= column + 1 <= int(described.get("max")):
            return int(described.get("style", 0))
    return 0


def column_name(column: int) -> str:
    """A column as people call it: A, B, AA."""
    return str(xl_col_to_name(column))
