"""Numbers as people type them: 1.234,5 as in Vietnam, and what a spreadsheet keeps."""

import re
from decimal import Decimal
from typing import get_args

from generator.entry.cells import Cell, Unread, as_typed
from generator.model.radio_settings import Dialect
from generator.model.text import fold, vn_number
from generator.speech.numbers import integer

_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u202f'](?=\d{3})")
_GROUPED = re.compile(r"[-+]?\d{1,3}(\.\d{3})+", re.ASCII)
_PLAIN = re.compile(r"[-+]?\d+", re.ASCII)
_DECIMAL = re.compile(r"(?P<whole>[-+]?\d+|[-+]?\d{1,3}(?:\.\d{3})+),(?P<places>\d+)", re.ASCII)
_FOREIGN = re.compile(r"(?P<whole>[-+]?\d{1,3}(?:,\d{3})*)\.(?P<places>\d+)", re.ASCII)
_FOREIGN_GROUPS = re.compile(r"[-+]?\d{1,3}(,\d{3}){2,}", re.ASCII)
_SAID_TWICE = re.compile(r"(?P<digits>[-+\d.,]+) ?\((?P<words>[^\W\d]+(?: [^\W\d]+)*)\)")
_BEFORE_WORDS = re.compile(r"(?P<digits>\d+) ?(?P<words>[^\W\d].*)", re.ASCII)
MOST_SAID = 999_999_999


def read_whole(cell: Cell) -> int:
    """A whole number; 03 (ba) is 3. Raises Unread, of 1,234 too: it may be 1234 or a little over
    1."""
    if isinstance(cell, str) and (twice := _SAID_TWICE.fullmatch(cell.strip())):
        return _said_twice(cell, twice["digits"], twice["words"])
    number = read_number(cell)
    if number != number.to_integral_value():
        text = as_typed(cell)
        if re.fullmatch(r"[-+]?\d{1,3},\d{3}", text.strip(), re.ASCII):
            raise Unread("number-comma", value=text, candidates=text.replace(",", ""))
        raise Unread("number-broken", value=text)
    return int(number)


def _said_twice(cell: str, digits: str, words: str) -> int:
    """A number in digits, as decisions repeat it in words. Raises Unread when the two differ."""
    number = read_whole(digits)
    dialects: tuple[Dialect, ...] = get_args(Dialect)
    said = {fold(integer(number, d)) for d in dialects if abs(number) <= MOST_SAID}
    if fold(words) not in said:
        raise Unread("number-twice", value=cell, number=number)
    return number


def read_number(cell: Cell) -> Decimal:
    """A number with Vietnamese signs: dots between thousands, a comma before decimals.

    A dot before other than three digits can only stand before decimals. Raises Unread.
    """
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return Decimal(as_typed(cell))
    text = _BLANKS.sub("", as_typed(cell).strip())
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", ""))
    if found := _DECIMAL.fullmatch(text):
        return Decimal(f"{found['whole'].replace('.', '')}.{found['places']}")
    if found := _FOREIGN.fullmatch(text):
        return Decimal(f"{found['whole'].replace(',', '')}.{found['places']}")
    if _FOREIGN_GROUPS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if found := _BEFORE_WORDS.fullmatch(text):
        raise Unread("number-with-words", value=as_typed(cell), number=int(found["digits"]))
    raise Unread("number-wrong", value=as_typed(cell), example=vn_number(1234))
