"""Cells of a workbook of Excel 97 to 2003 whose formulas have failed ([MS-XLS])."""

import struct
from collections.abc import Iterator, Mapping

from generator.entry.cells import Unread
from generator.workbooks.compound import NoStream, stream_of
from generator.workbooks.grid import Spot

_STREAMS = ("Workbook", "Book")
_BEGIN, _END, _SHEET = 0x0809, 0x000A, 0x0085
_FORMULA, _ERROR = 0x0006, 0x0205
_NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_ERROR_RESULT, _NO_NUMBER = 2, 0xFFFF
Record = tuple[int, bytes]


def failed_in_xls(content: bytes) -> Mapping[str, Mapping[Spot, Unread]]:
    """The failed cells by the names of sheets, and what is shown; none of a damaged file."""
    try:
        stream = stream_of(content, _STREAMS)
        sheets = [_sheet(record) for kind, record in _records(stream, 0) if kind == _SHEET]
        return {name: dict(_cells(stream, begin)) for name, begin in sheets}
    except (NoStream, struct.error, IndexError, ValueError):
        return {}


def _records(stream: bytes, begin: int) -> Iterator[Record]:
    """The records of one part of the stream, to its end."""
    depth = 0
    while begin + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, begin)
        yield kind, stream[begin + 4 : begin + 4 + length]
        begin += 4 + length
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return


def _sheet(record: bytes) -> tuple[str, int]:
    """The name of a sheet, and where its records begin."""
    (begin,) = struct.unpack_from("<I", record)
    count, is_wide = record[6], record[7] & 1
    text = record[8 : 8 + count * (2 if is_wide else 1)]
    return text.decode("utf-16-le" if is_wide else "latin-1"), begin


def _cells(stream: bytes, begin: int) -> Iterator[tuple[Spot, Unread]]:
    for kind, record in _records(stream, begin):
        code = _code(kind, record)
        if code in _NAMES:
            row, column = struct.unpack_from("<HH", record)
            yield (row, column), Unread("formula-failed", value=_NAMES[code])


def _code(kind: int, record: bytes) -> int | None:
    """The error that a record of a cell holds; None where it holds none."""
    if kind == _ERROR:
        return record[6] if record[7] else None
    if kind == _FORMULA and struct.unpack_from("<H", record, 12) == (_NO_NUMBER,):
        return record[8] if record[6] == _ERROR_RESULT else None
    return None
