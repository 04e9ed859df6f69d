"""Rules for amounts with their unit in the middle, or cut short: "2tr5", "1m65", "30k"."""

import re

from generator.speech.numbers import DIGITS, integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_THOUSANDS = re.compile(
    r"(?:(\d{1,4})\s?[-–]\s?)?(\d{1,4})k(?!\w)|(\d{1,4})[kK](?=\s+(?:người|lượt)\b)"
)
_PRICE = re.compile(r"\b(?:giá|vé|phí|tiền|thu|trả|bán|mua|thưởng|phạt)\b[^.;]{0,60}$")
_MILLIONS = re.compile(r"(\d{1,3})(tr|tỷ|tỉ)(\d)(?!\w)")
_BROKEN = {"tr": ("triệu", 100_000), "tỷ": ("tỷ", 100_000_000), "tỉ": ("tỉ", 100_000_000)}
_TONNES = re.compile(r"(\d{1,3}),(\d)T(?!\w)")
_METRES = re.compile(r"(\d{1,2})m(\d{1,2})(?!\w)")
_TALL = re.compile(
    r"\b(?:cao|sâu|ngập|(?:trẻ|trẻ em|em|cháu|bé)(?: dưới| từ| trên))"
    r"(?: (?:khoảng|hơn|gần|dưới|trên|từ|đến|tới|chừng|quá|tối đa|trung bình)){0,3} $"
)


def thousands(cursor: Cursor) -> Reading | None:
    """Read the "30k" of a price, and "10K người": thousands; "5K" alone may be anything."""
    match = _THOUSANDS.match(cursor.text, cursor.start)
    if match is None or not (match[3] or _PRICE.search(cursor.said.lower())):
        return None
    low, high = match[1], match[2] or match[3]
    if low and int(low) >= int(high):
        raise cursor.refuse()
    first = f"{integer(int(low), cursor.dialect)} đến " if low else ""
    return Reading(first + integer(int(high) * 1000, cursor.dialect), len(match[0]))


def broken_millions(cursor: Cursor) -> Reading | None:
    """Read "2tr5", two millions and five tenths of one."""
    match = _MILLIONS.match(cursor.text, cursor.start)
    if match is None:
        return None
    unit, tenth = _BROKEN[match[2]]
    rest = f" {integer(int(match[3]) * tenth, cursor.dialect)}" if match[3] != "0" else ""
    return Reading(f"{integer(int(match[1]), cursor.dialect)} {unit}{rest}", len(match[0]))


def metres(cursor: Cursor) -> Reading | None:
    """Read "cao 1m65" and "trẻ em dưới 1m2"; the 1m2 of anything else is an area."""
    match = _METRES.match(cursor.text, cursor.start)
    if match is None or not (len(match[2]) == 2 or _TALL.search(cursor.said.lower())):
        return None
    whole, rest = integer(int(match[1]), cursor.dialect), match[2]
    zero = f"{DIGITS[0]} " if rest.startswith("0") else ""
    return Reading(f"{whole} mét {zero}{integer(int(rest), cursor.dialect)}", len(match[0]))


def tonnes(cursor: Cursor) -> Reading | None:
    """Read the "2,5T" of a road sign; what stands behind a whole number may be anything."""
    match = _TONNES.match(cursor.text, cursor.start)
    if match is None:
        return None
    whole, tenths = (integer(int(part), cursor.dialect) for part in match.groups())
    return Reading(f"{whole} phẩy {tenths} tấn", len(match[0]))


MONEY_RULES: tuple[Rule, ...] = (thousands, broken_millions, metres, tonnes)
