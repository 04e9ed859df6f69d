"""One CSV file as text, read the same way by every room, and the reason when it cannot be."""

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MAX_CELL_LETTERS = 2_000
"""A longer cell is an error; nothing reads it further."""

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


@dataclass(frozen=True)
class Fault:
    """Why a file cannot be read: a problem code and, where it is known, the row."""

    code: str
    row: int | None = None


@dataclass(frozen=True)
class Table:
    """One CSV file: its path relative to the data folder, its text, and its fault if it has one.

    Rows are cut from the text anew at every reading, so that a long file is never held as cells.
    """

    file: str
    text: str = ""
    fault: Fault | None = None

    @property
    def header(self) -> list[str]:
        """The column names of the first row; empty when there is none."""
        return next((cells for _, cells in self._numbered()), [])

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row as Excel numbers it, cells) of every row below the header, blank ones too."""
        numbered = self._numbered()
        next(numbered, None)
        yield from numbered

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        if self.fault is None:
            yield from enumerate(_reader(self.text), 1)


def _reader(text: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), strict=True)


def read_table(data_dir: Path, file: str) -> Table:
    """The table of a file of the data folder. Never raises: a fault says what is wrong."""
    pure = PurePosixPath(file)
    if pure.is_absolute() or ".." in pure.parts or "://" in file or "\\" in file:
        return Table(file, fault=Fault("path-outside"))
    try:
        return _decoded(file, (data_dir / file).read_bytes())
    except FileNotFoundError:
        return Table(file, fault=Fault("file-missing"))
    except (IsADirectoryError, NotADirectoryError):
        return Table(file, fault=Fault("not-a-file"))
    except (OSError, ValueError):
        return Table(file, fault=Fault("file-unreadable"))


def _decoded(file: str, data: bytes) -> Table:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Table(file, fault=Fault("encoding", data.count(b"\n", 0, error.start) + 1))
    if "\0" in text:
        return Table(file, fault=Fault("nul-byte", text.count("\n", 0, text.index("\0")) + 1))
    if not text.strip():
        return Table(file, fault=Fault("file-empty"))
    return Table(file, text, _quote_fault(text))


def _quote_fault(text: str) -> Fault | None:
    """A quotation mark that is never closed, or one in the midst of a quoted cell."""
    row = 0
    try:
        for row, _ in enumerate(_reader(text), 1):  # noqa: B007  # the last row read is wanted
            pass
    except csv.Error:
        return Fault("csv-quote", row + 1)
    return None
