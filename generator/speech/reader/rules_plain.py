"""A rule for what most of a text is: words that nobody reads but as they stand."""

import re

from generator.speech.reader.cursor import Cursor, Reading
from generator.speech.syllables import is_syllable

_WORD = re.compile(r" ?([^\W\d_]{2,})(?=[ ,;:]|\.(?: |$)|$)(?!\.? ?\d)")
"""A word on its own: a stop, a dash or a stroke that sticks to it may make it part of more, and so
may a number beside it."""
_BEHIND_A_NUMBER = re.compile(r"\d\W{0,3}$")


def plain_words(cursor: Cursor) -> Reading | None:
    """Read a run of syllables with which no key of the dictionary begins.

    No other rule reads such words otherwise, so they are not tried one by one for each.
    """
    start = end = cursor.start
    if _BEHIND_A_NUMBER.search(cursor.text[max(0, start - 4) : start]):
        return None
    while (match := _WORD.match(cursor.text, end)) and _is_plain(match[1], cursor):
        end = match.end()
    return Reading(cursor.text[start:end], end - start) if end > start else None


def _is_plain(word: str, cursor: Cursor) -> bool:
    known = cursor.short_forms.first_words
    cased = word.islower() or word.istitle()
    return cased and word not in known and word.lower() not in known and is_syllable(word)
