"""Rules for words, short forms and marks."""

import re
from collections.abc import Callable

from generator.radio.place import Place, Reading
from generator.radio.syllables import is_syllable

Rule = Callable[[Place], Reading | None]

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_a-zđ][^\W\d_]*\s+[^\W\d_a-zđ][^\W\d_]+")
_NAME_AT_END = re.compile(r"(?:[A-ZĐÂĂÊÔƠƯ][^\W\d_]+\s+){2,}$")
_MARKS = (
    (re.compile(r"\./\.$"), "."),
    (re.compile(r"\s+[-–—]\s+|(?<=[^\W\d_])[-–](?=[^\W\d_])|\s*[()]\s*"), ", "),
    (re.compile(r"^[-–—+]\s+"), ""),
    (re.compile(r"[“”\"‘’'«»]"), ""),
    (re.compile(r";"), ","),
    (re.compile(r"\s+"), " "),
    (re.compile(r"[,:!?]|\.(?![.\w])"), None),
)


def mark(place: Place) -> Reading | None:
    """Punctuation: brackets and dashes become commas, quotation marks are not said."""
    for pattern, words in _MARKS:
        if match := pattern.match(place.text, place.start):
            return Reading(match[0] if words is None else words, len(match[0]))
    return None


def name_prefix(place: Place) -> Reading | None:
    """ "P. Đông Vệ" is a ward; the same letter after a person's name is an initial.

    Raises Unreadable before anything that is not clearly a name of two words or more.
    """
    match = place.abbreviations.before_name_pattern.match(place.text, place.start)
    if match is None or (len(match[1]) == 1 and _is_initial(place)):
        return None
    if not _NAME.match(place.text, match.end()):
        raise place.refuse()
    return Reading(f"{place.abbreviations.before_name[match[1]]} ", len(match[0]))


def _is_initial(place: Place) -> bool:
    """True after a person's name, and after a word that the letter stands for a name of."""
    named = _NAME_AT_END.search(place.text[: place.start]) is not None
    return named or place.after("phường", "xã", "phòng", "quận", "huyện", "tỉnh", "thôn", "phố")


def short_form(place: Place) -> Reading | None:
    """A short form of the dictionary, unless its full stop makes it the start of a name."""
    match = place.abbreviations.anywhere_pattern.match(place.text, place.start)
    if match is None or (
        match[0] in place.abbreviations.before_name
        and place.abbreviations.before_name_pattern.match(place.text, place.start)
    ):
        return None
    return Reading(place.abbreviations.anywhere[match[0]], len(match[0]))


def word(place: Place) -> Reading | None:
    """A Vietnamese syllable, a listed foreign word, or a single capital that stands for a name."""
    match = _WORD.match(place.text, place.start)
    if match is None or place.text[match.end() : match.end() + 1].isdigit():
        return None
    written = match[0]
    if written in place.abbreviations.foreign_words:
        return Reading(place.abbreviations.foreign_words[written], len(written))
    if not _readable(written, place):
        return None
    return Reading(written, len(written))


def _readable(written: str, place: Place) -> bool:
    if len(written) == 1:
        return written.isupper() or is_syllable(written) or place.after("điểm", "mục", "khu", "lô")
    cased = written.islower() or (written[0].isupper() and written[1:].islower())
    return cased and is_syllable(written)


WORD_RULES: tuple[Rule, ...] = (short_form, name_prefix, word, mark)
