"""Rules for addresses: the numbers of houses in lanes of lanes."""

import re

from generator.speech.numbers import integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_PART = r"\d{1,4}[A-Za-zĐ]?"
_PLOT = re.compile(rf"{_PART}(?:/{_PART}){{1,4}}(?![\w/-]|[.,]\d)")
_HOUSE = re.compile(r"\d{1,4}[A-Za-zĐ](?![\w/-]|[.,]\d)")
_POST = re.compile(r"[Kk][Mm]\s?(\d{1,4})(?:\s?\+\s?(\d{1,4}))?(?![\w/]|[.,]\d)")
_NO_UNITS = "BDE"
"""Letters that measure nothing behind a number, as A and C and V do."""
_LANES = ("ngõ", "ngách", "hẻm", "kiệt", "kiệt:", "hẻm:", "ngõ:")
_SURELY = re.compile(r"\b(?:số nhà|nhà số|địa chỉ|trụ sở|tại số|trú tại) ?:? ?$")
_STREET = re.compile(
    r",?\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt|khu phố|đại lộ|quốc lộ|tỉnh lộ)\s"
    r"|,?\s+(?!Luật|Bộ|Nghị|Điều|Thông|Quyết)[^\W\d_a-zđ][^\W\dA-ZĐ_]+\s+[^\W\d_a-zđ][^\W\dA-ZĐ_]+"
)


def address(cursor: Cursor) -> Reading | None:
    """Read "kiệt 3/2A", "số 12/5 đường Lê Lợi": each part by itself, "trên" between them.

    After "số" alone it is an address only where a street follows: else it may be a document's.
    """
    match = _PLOT.match(cursor.text, cursor.start)
    if match is None:
        return _house(cursor)
    street = _STREET.match(cursor.text, match.end())
    lettered = any(map(str.isalpha, match[0]))
    if not (_in_a_lane(cursor) or (street and (lettered or cursor.after("số", "nhà")))):
        return None
    return Reading(
        " trên ".join(_part(part, cursor) for part in match[0].split("/")), len(match[0])
    )


def _house(cursor: Cursor) -> Reading | None:
    """Read the "25b" of "số nhà 25b", the "25A" of "25A Lê Lợi", and a "25B" anywhere."""
    match = _HOUSE.match(cursor.text, cursor.start)
    if match is None:
        return None
    lane = re.match(r"\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\s+[A-ZĐ\d]", cursor.text[match.end() :])
    named = lane or _STREET.match(cursor.text, match.end()) or match[0][-1] in _NO_UNITS
    if not (_in_a_lane(cursor) or (named and match[0][-1].isupper())):
        return None
    return Reading(_part(match[0], cursor), len(match[0]))


def _in_a_lane(cursor: Cursor) -> bool:
    return cursor.after(*_LANES) or _SURELY.search(cursor.said.lower()) is not None


def _part(written: str, cursor: Cursor) -> str:
    number, letter = re.fullmatch(r"(\d+)(\D?)", written).groups()  # type: ignore[union-attr]
    return f"{integer(int(number), cursor.dialect)} {letter.upper()}".strip()


def kilometre_post(cursor: Cursor) -> Reading | None:
    """Read "Km5+200", a place on a road."""
    match = _POST.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    words = f"ki lô mét {integer(int(match[1]), cursor.dialect)}"
    metres = f" cộng {integer(int(match[2]), cursor.dialect)}" if match[2] else ""
    return Reading(words + metres, len(match[0]))


ADDRESS_RULES: tuple[Rule, ...] = (address,)
