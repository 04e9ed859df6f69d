"""The rows of any file that a system exports, one after another: text, xlsx, xls, ods."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from python_calamine import CalamineWorkbook
from python_calamine import SheetVisibleEnum as Visible

from generator.entry.cells import Cell
from generator.workbooks.csv_text import (
    LooseQuote,
    UnknownEncoding,
    separator_of,
    strict_rows,
    text_of,
)
from generator.workbooks.long_book import long_book
from generator.workbooks.open_file import OLD, ZIP, Unopened, opened_book, told_of_book

MOST_UNPACKED = 2 << 30
"""A workbook of a million rows unfolds into so much."""
MOST_WHOLE, MOST_WHOLE_UNPACKED = 64 << 20, 400 << 20
"""A file is read whole up to here: a text of another encoding, and a book of another form."""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, and its rows, read anew at every reading of a text file."""

    name: str
    rows: Callable[[], Iterator[list[Cell]]]


def sheets_of(path: Path) -> list[Sheet]:
    """The visible sheets of a file. Raises Unopened, OSError."""
    with path.open("rb") as file:
        is_zip = file.read(len(ZIP)) == ZIP
    if is_zip and (long := _long(path)):
        return long
    if not is_zip and path.stat().st_size > MOST_WHOLE:
        raise Unopened("large-whole", path.name)
    content = path.read_bytes()
    if not content.strip():
        raise Unopened("empty", path.name)
    if not content.startswith((ZIP, OLD)):
        return [_of_text(path, content)]
    book = opened_book(path.name, content, MOST_WHOLE_UNPACKED, "large-whole")
    with told_of_book(path.name):
        return [
            _of_book(book, about.name)
            for about in book.sheets_metadata
            if about.visible is Visible.Visible
        ]


def _long(path: Path) -> list[Sheet] | None:
    with told_of_book(path.name):
        book = long_book(path, MOST_UNPACKED)
    return (
        None if book is None else [Sheet(name, partial(book.rows, name)) for name in book.visible()]
    )


def _of_book(book: CalamineWorkbook, name: str) -> Sheet:
    """A sheet with its first columns, which the reader leaves out where they are empty."""
    sheet = book.get_sheet_by_name(name)
    _, left = sheet.start or (0, 0)

    def rows() -> Iterator[list[Cell]]:
        yield from ([None] * left + row for row in sheet.iter_rows())

    return Sheet(name, rows)


def _of_text(path: Path, content: bytes) -> Sheet:
    if content.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<":
        raise Unopened("web", path.name)
    try:
        text = text_of(content)
    except UnknownEncoding:
        raise Unopened("encoding", path.name) from None
    rest, separator = separator_of(text)
    return text_sheet(path, lambda: io.StringIO(rest, newline=""), separator)


def text_sheet(path: Path, opened: Callable[[], TextIO], separator: str) -> Sheet:
    """The one sheet of a text file; its rows raise Unopened at a loose quotation mark."""

    def rows() -> Iterator[list[Cell]]:
        with opened() as file:
            try:
                yield from (list[Cell](row) for row in strict_rows(file, separator))
            except LooseQuote as loose:
                raise Unopened("quote", path.name, row=loose) from None

    return Sheet(path.stem, rows)
