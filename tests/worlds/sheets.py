"""Workbooks for tests: templates, what stands in their parts, and sheets filled in by hand."""

import io
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import xlsxwriter
from lxml import etree

from generator.app.entry_template import Desk, make_template, open_desk
from worlds.paths import DATA

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@cache
def shipped_desk() -> Desk:
    """The desk of the sample city."""
    return open_desk(DATA)


@cache
def shipped_template() -> bytes:
    """Its workbook of every dataset."""
    return make_template(DATA, DATA)


def part(book: bytes, name: str) -> Any:
    """One part of a workbook."""
    with ZipFile(io.BytesIO(book)) as archive:
        return etree.fromstring(archive.read(name))


def sheet_parts(book: bytes) -> dict[str, Any]:
    """The sheets of a workbook that xlsxwriter made, by their names."""
    names = part(book, "xl/workbook.xml").xpath("//m:sheet/@name", namespaces=NS)
    return {
        name: part(book, f"xl/worksheets/sheet{place}.xml") for place, name in enumerate(names, 1)
    }


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A plain workbook of sheets with rows of values: texts, numbers, days, formats apart."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, place, value)
                    elif value is not None:
                        sheet.write(number, place, value)
    return path
