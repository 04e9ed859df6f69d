"""How the bytes of a CSV file lie: its rows, its line ends, its quotation marks, or its fault.

One pass over the bytes, a piece at a time: a file of a gigabyte costs little memory, and a piece
stays near the processor until it has been looked at. What is found here decides who may read the
file: where the rules of RFC 4180 hold, every reader of CSV sees the same cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.datafolder.csv_letters import fault_of_letters
from generator.datafolder.fault import Fault

PIECE_BYTES = 1 << 16
BOM = b"\xef\xbb\xbf"
_ROW_ENDS = (b"\n", b"\r")


@dataclass(frozen=True)
class Layout:
    """What is known of a CSV file before any cell of it is read.

    `row_count` counts the header and blank rows too. `line_end` is None when there are several
    kinds. `is_regular` says that quotation marks stand around whole cells only; `has_inner_breaks`
    that a cell holds a line break.
    """

    row_count: int
    line_end: str | None
    has_quotes: bool
    is_regular: bool
    has_inner_breaks: bool


def layout_of(path: Path, separator: str = ",") -> Layout | Fault:
    """The layout of a file, or the fault in its bytes. Raises OSError.

    A quotation mark that is never closed is no fault here: the layout is only not regular.
    """
    scan = _Scan(separator.encode())
    with path.open("rb") as file:
        for piece in _pieces(file):
            if not scan.take(piece):
                break
    return scan.result()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """The bytes without the mark at their beginning, cut behind a line feed."""
    if file.read(len(BOM)) != BOM:
        file.seek(0)
    while piece := file.read(PIECE_BYTES):
        yield piece + file.readline()


class _Scan:
    """What has been seen of a file so far."""

    def __init__(self, separator: bytes) -> None:
        self.beside_cell = (separator, *_ROW_ENDS)
        self.fault: Fault | None = None
        self.lines = self.feeds = self.returns = self.pairs = 0
        self.inside = self.has_quotes = self.has_inner_breaks = self.has_text = False
        self.is_regular = self.ends_row = True

    def take(self, piece: bytes) -> bool:
        """Looks at one piece; False when nothing further can change the verdict."""
        if not self._is_text(piece):
            return False
        if self.fault is None:
            self.fault = fault_of_letters(piece, self.lines)
        if self.fault is None and b"\0" in piece:
            row = self.lines + piece.count(b"\n", 0, piece.index(b"\0")) + 1
            self.fault = Fault("nul-byte", row)
        feeds = piece.count(b"\n")
        self.lines += feeds
        outside = self._outside(piece)
        self.feeds += feeds if outside is piece else outside.count(b"\n")
        if b"\r" in outside:
            self.returns += outside.count(b"\r")
            self.pairs += outside.count(b"\r\n")
        self.ends_row = not self.inside and piece.endswith(_ROW_ENDS)
        return True

    def _is_text(self, piece: bytes) -> bool:
        try:
            text = piece.decode("utf-8") if not self.has_text or not piece.isascii() else ""
        except UnicodeDecodeError as error:
            row = self.lines + piece.count(b"\n", 0, error.start) + 1
            self.fault = Fault("encoding", row)
            return False
        self.has_text = self.has_text or bool(text.strip())
        return True

    def _outside(self, piece: bytes) -> bytes:
        """What stands outside of quotation marks; notes whether the marks stand as they must."""
        if b'"' not in piece:
            if not self.inside:
                return piece
            self.has_inner_breaks = self.has_inner_breaks or piece.endswith(_ROW_ENDS)
            return b""
        parts = piece.split(b'"')
        outside, inside = parts[self.inside :: 2], parts[not self.inside :: 2]
        self.has_quotes = True
        self.is_regular = self.is_regular and self._stand_well(outside, len(parts))
        self.has_inner_breaks = self.has_inner_breaks or any(
            b"\n" in part or b"\r" in part for part in set(inside)
        )
        self.inside ^= len(parts) % 2 == 0
        return b"".join(outside)

    def _stand_well(self, outside: list[bytes], part_count: int) -> bool:
        """True when each quoted cell begins and ends where a cell does.

        A piece begins behind a line feed, so its first outside part needs no cell before it.
        """
        first_is_outside, last_is_outside = not self.inside, self.inside ^ (part_count % 2 == 1)
        middle = outside[first_is_outside : len(outside) - last_is_outside]
        if first_is_outside and outside[0] and not outside[0].endswith(self.beside_cell):
            return False
        if last_is_outside and outside[-1] and not outside[-1].startswith(self.beside_cell):
            return False
        return all(
            not part or (part.startswith(self.beside_cell) and part.endswith(self.beside_cell))
            for part in set(middle)
        )

    def result(self) -> Layout | Fault:
        if self.fault:
            return self.fault
        if not self.has_text:
            return Fault("file-empty")
        return Layout(
            row_count=self.feeds + self.returns - self.pairs + (not self.ends_row),
            line_end=self._line_end(),
            has_quotes=self.has_quotes,
            is_regular=self.is_regular and not self.inside,
            has_inner_breaks=self.has_inner_breaks,
        )

    def _line_end(self) -> str | None:
        if not self.returns:
            return "\n"
        return "\r\n" if self.returns == self.feeds == self.pairs else None
