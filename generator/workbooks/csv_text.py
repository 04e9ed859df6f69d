"""A text file of cells, whatever its encoding and whatever stands between its cells."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.entry.fonts import TABLES, is_vietnamese, read_by
from generator.model.text import nfc

SEPARATORS = (";", ",", "\t", "|")
LOOKED_AT = 50
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ANSI = ("cp1258", "cp1252")
"""What Windows saves in where it is Vietnamese, and where it is not."""


class UnknownEncoding(Exception):
    """Nobody can say which letters the bytes of a text mean."""


class LooseQuote(Exception):
    """A quotation mark that is never closed, or one in the midst of a quoted cell.

    What follows it would be taken for one cell; `str()` is the number of the row, from 1.
    """


def text_of(content: bytes) -> str:
    """The text of a file. Raises UnknownEncoding."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\0" in content[:200]:
        return _decoded(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_windows(content)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnknownEncoding from None


def _of_windows(content: bytes) -> str:
    """The one reading of an old code page, of an old font too, by which all words are words."""
    for encoding in _ANSI:
        try:
            text = nfc(content.decode(encoding))
        except UnicodeDecodeError:
            continue
        if is_vietnamese(text):
            return text
        if encoding == "cp1252" and any(is_vietnamese(read_by(font, text)) for font in TABLES):
            return text
    raise UnknownEncoding


def cells_of(text: str) -> list[list[str]]:
    """The rows of a text, parted by the sign that parts its first rows into most cells.

    Raises LooseQuote.
    """
    rest, separator = separator_of(text)
    return list(strict_rows(io.StringIO(rest, newline=""), separator))


def strict_rows(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    """The rows of a text, one after another. Raises LooseQuote at the row that holds one."""
    number = 0
    try:
        for row in csv.reader(lines, delimiter=separator, strict=True):
            number += 1
            yield row
    except csv.Error:
        raise LooseQuote(number + 1) from None


def separator_of(text: str) -> tuple[str, str]:
    """The rows of a text without what only tells its separator, and that."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return rest, first.strip()[-1]
    return text, max(SEPARATORS, key=lambda sign: _width(text, sign))


def _width(text: str, separator: str) -> int:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return max((len(row) for row in islice(rows, LOOKED_AT)), default=0)
