"""Rules for short forms of several meanings, which the words around them decide."""

import re

from generator.speech.reader.cursor import REMEMBERED, Cursor, Reading, Rule
from generator.speech.reader.rules_brackets import unrepeated

_SENTENCE_ENDS = re.compile(r"[.!?]\s+(?=[^\W\da-zđ_])")


def by_context(cursor: Cursor) -> Reading | None:
    """Read the "ĐH" of "điểm chuẩn ĐH Hồng Đức" as the other words of its sentence say.

    Raises Unreadable where they speak for two meanings; where they speak for none, the form may
    still have a reading of its own.
    """
    match = cursor.short_forms.by_context.match(cursor.text, cursor.start)
    if match is None or _is_longer(cursor, match.end()):
        return None
    around = _others(cursor, match.end())
    cues = cursor.short_forms.cues[match[0]]
    readings = [reading for reading, words in cues.items() if re.search(words, around)]
    if len(readings) > 1:
        raise cursor.refuse()
    return Reading(unrepeated(readings[0], cursor), len(match[0])) if readings else None


def _is_longer(cursor: Cursor, end: int) -> bool:
    """True where the form is only the beginning of another: the "TT" of "TT&TT"."""
    other = cursor.short_forms.anywhere.match(cursor.text, cursor.start)
    return other is not None and other.end() > end


def _others(cursor: Cursor, end: int) -> str:
    """Return the sentence around the short form, less the form itself."""
    before = _SENTENCE_ENDS.split(cursor.before)[-1]
    after = _SENTENCE_ENDS.split(cursor.text[end : end + REMEMBERED])[0]
    return f"{before}\N{NULL}{after}"


CONTEXT_RULES: tuple[Rule, ...] = (by_context,)
