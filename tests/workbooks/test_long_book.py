"""A workbook that is read in pieces says what it says as a whole, wherever it is cut."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.entry.cells import Cell
from generator.workbooks.export_rows import MOST_UNPACKED, Sheet, sheets_of
from generator.workbooks.long_book import long_book
from generator.workbooks.open_file import Unopened
from worlds.sheets import workbook

PART = "xl/worksheets/sheet1.xml"
SHEETS = {
    "Hồ sơ": [
        [],
        [None, None, "Mã hồ sơ", "Ngày"],
        *(
            [None, None, f"H-{n} “và” <b> & nữa", datetime(2018, 1, 1 + n % 28, 7, n % 60), n / 7]  # noqa: DTZ001
            if n % 9
            else []
            for n in range(300)
        ),
    ],
    "Trang khác": [["x", True, 5]],
}


def unnumbered(text: bytes) -> bytes:
    """Neither rows nor cells say their places; blank rows stand there as such."""
    rows = re.split(rb"(?=<row )", text)
    wide = re.sub(rb' r="[A-Z]*\d+"', b"", b"".join(rows))
    return wide.replace(b"</row><row", b"</row><row/><row")


def named(text: bytes) -> bytes:
    """The tags have a prefix, as some libraries write them."""
    text = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", text)
    return text.replace(b"xmlns=", b"xmlns:x=", 1)


def noted(text: bytes) -> bytes:
    """A note looks like the end of a row."""
    return text.replace(b"</row>", b"<!-- </row> --></row>")


WRITTEN: dict[str, Callable[[bytes], bytes]] = {
    "as Excel does": bytes,
    "without numbers": unnumbered,
    "with a prefix": named,
    "with notes": noted,
}


def rows_of(sheets: list[Sheet]) -> list[list[list[Cell]]]:
    """The rows of every sheet, each cell that says nothing as None, none at the end of a row."""
    return [[bare(row) for row in sheet.rows()] for sheet in sheets]


def bare(row: list[Cell]) -> list[Cell]:
    cells = [None if cell == "" else cell for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


@pytest.mark.parametrize("piece", [1, 700, 9_000])
@pytest.mark.parametrize("written", WRITTEN)
def test_pieces_say_what_the_whole_says(written: str, piece: int, tmp_path: Path) -> None:
    path = workbook(tmp_path / "dai.xlsx", SHEETS)
    made = io.BytesIO()
    with ZipFile(path) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, WRITTEN[written](text) if name == PART else text)
    path.write_bytes(made.getvalue())
    whole = rows_of(sheets_of(path))
    book = long_book(path, MOST_UNPACKED, longer_than=0)
    assert book is not None
    cut = replace(book, first=piece, piece=piece)
    assert rows_of([Sheet(name, partial(cut.rows, name)) for name in cut.visible()]) == whole
    assert len(whole[0]) > 290


def test_rows_are_numbered_as_the_spreadsheet_numbers_them(tmp_path: Path) -> None:
    path = workbook(tmp_path / "trong.xlsx", {"S": [[], [], ["a"], [None, "b"]]})
    assert rows_of(sheets_of(path)) == [[[], [], ["a"], [None, "b"]]]


@pytest.mark.parametrize("value", [0x00, 0xFF, 0x81])
def test_one_damaged_byte_is_told_wherever_it_lies(value: int, tmp_path: Path) -> None:
    path, told = workbook(tmp_path / "ho-so.xlsx", {"T": [["Mã hồ sơ", "Ngày"], ["H-1", 5]]}), 0
    whole = path.read_bytes()
    for place in range(4, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
        try:
            for sheet in sheets_of(path):
                list(sheet.rows())
        except Unopened:
            told += 1
    assert told
