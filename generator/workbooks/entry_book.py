"""An entry workbook: a guide, a sheet a dataset, hidden lists; one city gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from generator.workbooks import guide_sheet, lists
from generator.workbooks.entry_sheet import EntrySheet, write_sheet

TITLE = "Sổ nhập dữ liệu: {}"
DAY_FORMAT = "dd/mm/yyyy"


def entry_book(place: str, as_of: date, sheets: Sequence[EntrySheet]) -> bytes:
    """The workbook of a place, dated by the day of its figures."""
    stream, title = io.BytesIO(), TITLE.format(place)
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": datetime.combine(as_of, time.min)})
        looks = _looks(book)
        guide = book.add_worksheet(guide_sheet.NAME)
        written = [(book.add_worksheet(content.name), content) for content in sheets]
        hidden = book.add_worksheet(lists.NAME)
        guide_sheet.write_guide(guide, title, sheets, looks)
        choices = lists.Lists(book, hidden)
        for sheet, content in written:
            write_sheet(sheet, content, choices, looks)
        for sheet in book.worksheets():
            _set_page(sheet)
        hidden.hide()
        if written:
            written[0][0].activate()
    return stream.getvalue()


def _set_page(sheet: Any) -> None:
    """A4 across, so that it can be printed as it stands."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _looks(book: Any) -> Mapping[str, Any]:
    """The looks of cells, by name. Cells to be filled in are text, so that 1.10 stays 1.10."""
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    cell = font | {"text_wrap": True, "num_format": "@"}
    head = font | {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    sample = cell | {"italic": True, "font_color": "#666666", "bg_color": "#F2F2F2"}
    day, number = {"num_format": DAY_FORMAT}, {"num_format": "0"}
    looks: dict[str, dict[str, Any]] = {
        "title": font | {"bold": True, "font_size": 15},
        "step": font | {"text_wrap": True},
        "line": font | {"text_wrap": True, "border": 1},
        "heading": head | {"bg_color": "#E4EDF5"},
        "required": head | {"bg_color": "#FBE6D3", "font_color": "#7A3300"},
        "hint": sample | {"font_size": 10, "border": 1},
        "mark": sample | {"bold": True},
        "sample": sample,
        "sample_day": sample | day,
        "sample_number": sample | number,
        "entry": cell,
        "entry_day": cell | day,
        "entry_number": cell | number,
        "free": cell | {"font_color": "#1F5C99"},
        "missing": {"bg_color": "#FFD9D9"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}
