"""What is wrong with a CSV file as a whole: another kind of file, another separator, a cut end."""

import csv
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.datafolder.csv_layout import Layout
from generator.datafolder.fault import Fault
from generator.datafolder.labels import fault_of_separator

WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Excel and LibreOffice begin, whatever their name says."""
MAX_HEADER_LETTERS = 100_000
Cells = Callable[[], Iterator[list[str]]]


def fault_of_kind(path: Path) -> Fault | None:
    """That the file is a workbook under the name of a CSV file. Raises OSError."""
    with path.open("rb") as file:
        return Fault("file-workbook") if file.read(4) in WORKBOOKS else None


def fault_of_text(path: Path, cells: Cells, layout: Layout, names: Sequence[str]) -> Fault | None:
    """Why the rows of a text are not read, most telling first. Raises OSError.

    Its quotation marks come second: where another sign separates the cells, they stand wrong too.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        fault = fault_of_separator(file.readline(MAX_HEADER_LETTERS), names)
    if fault:
        return fault
    if not layout.is_regular and (fault := _fault_of_quotes(cells)):
        return fault
    return None if _ends_with_row(path) else _fault_of_end(cells, layout)


def _fault_of_quotes(cells: Cells) -> Fault | None:
    """A quotation mark that is never closed, or one in the midst of a quoted cell."""
    row = 0
    try:
        for row, _ in enumerate(cells(), 1):  # noqa: B007  # the last row read is wanted
            pass
    except csv.Error:
        return Fault("csv-quote", row + 1)
    return None


def _ends_with_row(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) in (b"\n", b"\r")


def _fault_of_end(cells: Cells, layout: Layout) -> Fault | None:
    """A last row that lacks cells and its line end: the rest of the file is lost."""
    rows = cells()
    width = len(next(rows, []))
    last = next(iter(deque(rows, maxlen=1)), None)
    if last is None or len(last) >= width:
        return None
    values = {"count": str(len(last)), "expected": str(width)}
    return Fault("file-truncated", layout.row_count, None, values)
