"""Rules for what stands before the first word of a line: "III.", "1.1.", "2/", "b."."""

import re

from generator.speech.numbers import integer
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.syllables import is_syllable

_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?:\s?([-–:])\s|(?=\s?[./)]\s))")
_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_PLACES = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?=(\.)?\)?\s+[^\W\d_])")
_SLASHED = re.compile(r"(\d{1,2})/\s+(?=[^\W\d_])")
_LETTER = re.compile(r"([a-zđA-ZĐ])[./]\s+(?=[^\W\d_])")
_NAME = re.compile(r"\.\s+[^\W\d_a-zđ][^\W\dA-ZĐ_]+\s+[^\W\d_a-zđ][^\W\dA-ZĐ_]+")


def heading(cursor: Cursor) -> Reading | None:
    """Read the number of a heading, at the beginning of a line or after a whole sentence."""
    if cursor.start and cursor.before[-2:].rstrip()[-1:] not in (".", ";", ":"):
        return None
    return _roman(cursor) or _places(cursor) or _lettered(cursor)


def _roman(cursor: Cursor) -> Reading | None:
    """Read "III."; "X. Quảng Cát" may be a commune."""
    match = _ROMAN.match(cursor.text, cursor.start)
    if match is None or (match[0] == "X" and _NAME.match(cursor.text, match.end())):
        return None
    value = len(match[1]) * 10 + _UNITS[match[2]]
    return Reading(integer(value, cursor.dialect) + (", " if match[3] else ""), len(match[0]))


def _places(cursor: Cursor) -> Reading | None:
    """Read "1.1." before any word; "1.1" only before a capital, for 1.5 may be one and a half."""
    match = _PLACES.match(cursor.text, cursor.start)
    if match is None:
        return None
    first = cursor.text[match.end() :].lstrip(".) ")[:1]
    if not match[1] and not first.isupper():
        return None
    parts = [integer(int(part), cursor.dialect) for part in match[0].split(".")]
    return Reading(" chấm ".join(parts) + ("" if match[1] else ","), len(match[0]))


def _lettered(cursor: Cursor) -> Reading | None:
    """Read "2/ Phòng Nội vụ", and the "b." before a word; a capital may be a short form."""
    if match := _SLASHED.match(cursor.text, cursor.start):
        return Reading(f"{integer(int(match[1]), cursor.dialect)}, ", len(match[0]))
    match = _LETTER.match(cursor.text, cursor.start)
    if match is None or cursor.start or match[1] in "ivx":
        return None
    known = cursor.abbreviations
    if match[1] in known.before_name or match[1] in known.before_short_form:
        return None
    letter = match[1] if is_syllable(match[1]) else match[1].upper()
    return Reading(f"{letter}, ", len(match[0]))


HEADING_RULES: tuple[Rule, ...] = (heading,)
