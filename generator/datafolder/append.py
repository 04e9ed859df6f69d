"""One more row at the end of a CSV file, every other byte as it was."""

import csv
import io
from collections.abc import Mapping


def with_row(content: bytes, row: Mapping[str, str]) -> bytes:
    """The file with a row added in the order of its header.

    Keeps the byte order mark, the kind of line end and the rows as they stand; a last line
    without an end gets one. Cells of columns that the row does not know are empty. Raises
    UnicodeDecodeError for a file that is not UTF-8.
    """
    text = content.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    header = next(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")), [])
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator=newline).writerow([row.get(name, "") for name in header])
    ended = content if content.endswith(b"\n") else content + newline.encode()
    return ended + line.getvalue().encode("utf-8")
