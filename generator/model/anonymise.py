"""A text without a person's name, however the name is written in it."""

import re
from functools import cache, lru_cache
from urllib.parse import unquote

from generator.model.text import fold, nfc

REMOVED = "(đã thôi nêu tên)"
"""What stands where a name stood."""
_ADDRESS = "ông|bà|anh|chị|cô|chú|bác|cụ|em|đồng chí|đ/c|cán bộ|công chức|viên chức"
_LATIN = (range(0x250), range(0x1E00, 0x1F00))
_ENCODED = re.compile(r"[^\s,;]*%[0-9A-Fa-f]{2}[^\s,;]*")


def nameless(text: str, name: str) -> str:
    """The text with a mark in place of a name; the text itself when it does not hold the name.

    The name is found in any case, with or without accents, with blanks, strokes or nothing between
    its syllables, encoded as in an address, and cut to its last syllables after a word of address.
    """
    if len(text) < 2 or not name.strip():
        return text
    whole, part, last = _patterns(nfc(name))
    if "%" in text:
        text = _ENCODED.sub(lambda token: _decoded(token.group(), whole), text)
    if whole.search(_letters(text)):
        text = _without(nfc(text), whole)
    return part.sub(rf"\1{REMOVED}", text) if last in text else text


def _decoded(token: str, whole: re.Pattern[str]) -> str:
    return REMOVED if whole.search(_letters(unquote(token))) else token


def _without(text: str, whole: re.Pattern[str]) -> str:
    kept, end = [], 0
    for match in whole.finditer(_letters(text)):
        kept += [text[end : match.start()], REMOVED]
        end = match.end()
    return "".join((*kept, text[end:]))


def _letters(text: str) -> str:
    """The text folded letter by letter, so that every place in it is a place in the NFC text."""
    return nfc(text).translate(_folds())


@cache
def _folds() -> dict[int, str]:
    """Every Latin letter and its fold, of one letter each."""
    letters = (chr(code) for part in _LATIN for code in part)
    return {ord(x): fold(x) for x in letters if x.isalpha() and len(fold(x)) == 1}


@lru_cache(maxsize=2_000)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    """The whole name in folded text, its last syllables after a word of address, the last one."""
    syllables = name.split()
    folded = [re.escape(_letters(syllable)) for syllable in syllables]
    whole = re.compile(r"(?<![^\W_])" + r"[\W_]{0,3}".join(folded) + r"(?![^\W_])")
    ends = [r"\s+".join(map(re.escape, syllables[start:])) for start in range(1, len(syllables))]
    part = rf"(?<!\w)((?i:{_ADDRESS})\.?\s+)(?:{'|'.join(ends)})(?!\w)" if ends else r"(?!)"
    return whole, re.compile(part), syllables[-1]
