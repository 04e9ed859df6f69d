"""Rules for measures whose short sign is another word elsewhere."""

import re

from generator.speech.reader.cursor import Cursor, Reading, Rule

_TONNES = re.compile(r"T(?![\w&-]|\.\w)")
_LOADED = re.compile(
    r"\b(?:tải trọng|trọng tải|xe tải|trọng lượng|sức nâng|nặng|cẩu)\b[^.;,\d]{0,40}"
    r"\d{1,4}(?:,\d{1,2})?\s?$",
    re.IGNORECASE,
)


def tonnes(cursor: Cursor) -> Reading | None:
    """Read the T of "tải trọng 5 T": behind a number, of what is loaded or weighs."""
    is_one = _TONNES.match(cursor.text, cursor.start) and _LOADED.search(cursor.before)
    return Reading("tấn", 1) if is_one else None


MEASURE_RULES: tuple[Rule, ...] = (tonnes,)
