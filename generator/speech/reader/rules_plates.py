"""Rules for the number plates of vehicles, which are read digit by digit."""

import re

from generator.speech.numbers import digits
from generator.speech.reader.cursor import Cursor, Reading, Rule

_PLATE = re.compile(
    r"(\d{2})\s?-?\s?([A-Z]{1,2})(\d?)\s?[-. ]\s?(\d{3})\.?(\d{2})(?![\w-]|\.\w)"
    r"|(\d{2})\s?-?\s?([A-Z]{1,2})(\d?)\s?[-. ]\s?(\d{4})(?![\w-]|\.\w)"
)
_CALLED = re.compile(
    r"\b(?:biển kiểm soát|biển số|biển đăng ký|rơ moóc|(?:xe|ô tô|mô tô)(?: [^\W\d_]+){0,3})"
    r"(?: số)?\s?:?\s*$"
)


def plate(cursor: Cursor) -> Reading | None:
    """Read "biển số 36A-123.45": its series by digits and letters, then its number."""
    match = _PLATE.match(cursor.text, cursor.start)
    if match is None or not _CALLED.search(cursor.said.lower()):
        return None
    province, letters, series, *number = (part for part in match.groups() if part is not None)
    head = " ".join((digits(province), *letters, *(digits(series).split())))
    return Reading(f"{head}, {', '.join(map(digits, number))}", len(match[0]))


PLATE_RULES: tuple[Rule, ...] = (plate,)
