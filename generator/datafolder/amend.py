"""Rows of a CSV file are changed and added, every other byte as it was."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.datafolder.table import Table

Row = Mapping[str, str]


def with_row(content: bytes, row: Row) -> bytes:
    """The file with a row added in the order of its header, as `with_rows` does."""
    return with_rows(content, {}, [row])


def with_rows(content: bytes, changed: Mapping[int, Row], added: Sequence[Row]) -> bytes:
    """The file with rows written anew, by their numbers as Excel has them, and rows added.

    Keeps the byte order mark, the kind of line end and the other rows as they stand; a last line
    without an end gets one when rows follow. A changed row keeps the cells that it does not name;
    those of an added row are empty. Raises UnicodeDecodeError for a file that is not UTF-8.
    """
    text = content.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    records = _records(text)
    header = _cells(records[0].lstrip("\ufeff")) if records else []
    for number, row in changed.items():
        old = dict(zip(header, _cells(records[number - 1]), strict=False))
        records[number - 1] = _line(header, old | dict(row), newline)
    if added and records and not records[-1].endswith("\n"):
        records[-1] += newline
    lines = (_line(header, row, newline) for row in added)
    return "".join((*records, *lines)).encode("utf-8")


def without_row(content: bytes, number: int) -> bytes:
    """The file without a row, by its number as Excel has it; every other byte as it was.

    Raises UnicodeDecodeError for a file that is not UTF-8.
    """
    records = _records(content.decode("utf-8"))
    del records[number - 1]
    return "".join(records).encode("utf-8")


def _records(text: str) -> list[str]:
    """The rows as they stand, line ends and all; a cell in quotation marks may hold some."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), strict=True)
    ends = [0, *(reader.line_num for _ in reader)]
    return ["".join(lines[start:end]) for start, end in pairwise(ends)]


def amended_pieces(
    table: Table, changed: Iterator[tuple[int, str]], added: Iterator[str]
) -> Iterator[bytes]:
    """The file of a table with rows written anew and rows added, piece by piece.

    `changed` are rows by their numbers as Excel has them, in order, and the lines that take their
    places; what else stands in the file stays, byte for byte. Raises OSError.
    """
    newline = (table.layout.line_end if table.layout else None) or "\n"
    number, line = next(changed, (0, ""))
    last = ""
    for at, record in enumerate(_read_records(table), 1):
        last = record
        if at == number:
            end = record[len(record.rstrip("\r\n")) :]
            last = line + end
            number, line = next(changed, (0, ""))
        yield last.encode()
    for text in added:
        yield ((newline if last and not last.endswith("\n") else "") + text + newline).encode()
        last = ""


def new_pieces(header: Sequence[str], lines: Iterator[str]) -> Iterator[bytes]:
    """A new file of lines under their header, piece by piece."""
    yield (",".join(header) + "\n").encode()
    yield from (f"{line}\n".encode() for line in lines)


def _read_records(table: Table) -> Iterator[str]:
    """The rows of a file as they stand, one after another."""
    with table.path.open(encoding="utf-8", newline="") as file:
        if table.layout and not table.layout.has_inner_breaks:
            yield from file
            return
        taken: list[str] = []
        for _ in csv.reader(_noting(file, taken), strict=True):
            yield "".join(taken)
            taken.clear()


def _noting(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """The lines, each noted as it is taken."""
    for line in lines:
        taken.append(line)
        yield line


def _cells(record: str) -> list[str]:
    return next(csv.reader(io.StringIO(record, newline="")), [])


def _line(header: Iterable[str], row: Row, newline: str) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator=newline).writerow([row.get(name, "") for name in header])
    return line.getvalue()
