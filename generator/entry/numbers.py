"""Numbers as people type them: 1.234,5 as in Vietnam, 03 (ba), Đoàn số 2, and what a spreadsheet
keeps."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import get_args

from generator.entry.cells import Cell, Unread, as_typed
from generator.entry.words import bare, in_digits
from generator.model.radio_settings import Dialect
from generator.model.text import fold, vn_number
from generator.speech.numbers import integer

_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u202f'](?=\d{3})")
_GROUPED = re.compile(r"[-+]?\d{1,3}(\.\d{3})+", re.ASCII)
_PLAIN = re.compile(r"[-+]?\d+", re.ASCII)
_DECIMAL = re.compile(r"(?P<whole>[-+]?\d+|[-+]?\d{1,3}(?:\.\d{3})+),(?P<places>\d+)", re.ASCII)
_FOREIGN = re.compile(r"(?P<whole>[-+]?\d{1,3}(?:,\d{3})*)\.(?P<places>\d+)", re.ASCII)
_THOUSAND = re.compile(r"[-+]?\d{1,3},\d{3}", re.ASCII)
_LARGER = re.compile(r"[0-9]+ ?(?:e[0-9]|(?:chục|tá|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tr|k)\b)", re.I)
"""A number that more is made of by what stands behind it."""
_FOREIGN_GROUPS = re.compile(r"[-+]?\d{1,3}(,\d{3}){2,}", re.ASCII)
_SAID_TWICE = re.compile(r"(?P<digits>[-+\d.,]+) ?\((?P<words>[^\W\d]+(?: [^\W\d]+)*)\)")
_BEFORE_WORDS = re.compile(r"(?P<digits>[0-9]+) ?(?P<words>[^\W\d].*)", re.DOTALL)
_LISTED = re.compile(r"\(?(\d+)[.)]", re.ASCII)
_NAMED = re.compile(
    r"(?P<noun>[^\d,;/&+-]*?) ?\b(?:số|so|thứ|thu)? ?(?P<number>\w+)", re.IGNORECASE
)
_COUNTED = frozenset(
    (
        *("nguoi", "luot", "cuoc", "vu", "viec", "lan", "ho so", "dong chi", "truong hop"),
        *("van ban", "don vi", "dot", "lop", "buoi", "y kien", "can bo", "cong chuc"),
        *("vien chuc", "ke hoach", "quyet dinh", "tap the", "ca nhan", "luot nguoi"),
    )
)
"""What is counted, without accents: such a word behind a number changes nothing of it."""
_ORDINALS = {"nhat": 1, "nhi": 2, "tu": 4}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_MOST_NAMED = 20
_DIALECTS: tuple[Dialect, ...] = get_args(Dialect)
MOST_SAID = 999_999_999


def read_whole(cell: Cell, about: str = "") -> int:
    """A whole number; 03 (ba) is 3. `about` is the name of what it counts or numbers.

    Raises Unread, of 1,234 too: it may be 1234 or a little over 1.
    """
    text = in_digits(cell.strip()) if isinstance(cell, str) else cell
    if isinstance(text, str):
        if twice := _SAID_TWICE.fullmatch(text):
            return _said_twice(text, twice["digits"], twice["words"])
        text = _alone(text, about)
    if isinstance(text, str) and _THOUSAND.fullmatch(text):
        raise Unread("number-comma", value=text, candidates=text.replace(",", ""))
    number = read_number(text)
    if number != number.to_integral_value():
        raise Unread("number-broken", value=as_typed(cell))
    return int(number)


def _alone(text: str, about: str) -> str:
    """A number without what is said beside it and changes nothing of it; else the text as it is."""
    if listed := _LISTED.fullmatch(text):
        return listed[1]
    if behind := _BEFORE_WORDS.fullmatch(text):
        noun, title = bare(behind["words"]), bare(about)
        is_counted = noun in _COUNTED or f"{title} ".startswith(f"so {noun} ")
        return behind["digits"] if is_counted else text
    said = {words: number for number in range(1, _MOST_NAMED + 1) for words in _said(number)}
    if found := said.get(fold(text)):
        return str(found)
    named = _NAMED.fullmatch(text)
    if named is None or not _is_noun(bare(named["noun"]).split(), bare(about).split()):
        return text
    number = fold(named["number"])
    return number if number.isdecimal() else str({**_ROMANS, **said, **_ORDINALS}.get(number, text))


def _is_noun(words: Sequence[str], about: Sequence[str]) -> bool:
    """True of words that begin as the name of what is numbered, and tell of one."""
    return bool(words and about) and words[0] == about[0] and "va" not in words


def _said(number: int) -> Iterator[str]:
    return (fold(integer(number, dialect)) for dialect in _DIALECTS)


def _said_twice(cell: str, digits: str, words: str) -> int:
    """A number in digits, as decisions repeat it in words. Raises Unread when the two differ."""
    number = read_whole(digits)
    if abs(number) > MOST_SAID or fold(words) not in _said(number):
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
    raise _not_alone(text, as_typed(cell))


def _not_alone(text: str, typed: str) -> Unread:
    """Why a text is no number: it has words beside one, is more or less than one, or none."""
    found = _BEFORE_WORDS.fullmatch(text)
    if found and not _LARGER.match(text):
        return Unread("number-with-words", value=typed, number=int(found["digits"]))
    if text.endswith("%"):
        return Unread("number-percent", value=typed)
    code = "number-not-one" if re.search(r"\d", text) else "number-wrong"
    return Unread(code, value=typed, example=vn_number(1234))
