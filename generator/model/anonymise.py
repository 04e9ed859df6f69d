"""A text without a person's name, however the name is written in it."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from generator.model.text import fold, nfc

REMOVED = "(đã thôi nêu tên)"
"""What stands where a name stood."""
_ADDRESS = "ông|bà|anh|chị|cô|chú|bác|cụ|em|đồng chí|đ/c|cán bộ|công chức|viên chức"
_FOLDS = {
    code: fold(chr(code))
    for part in (range(0x250), range(0x1E00, 0x1F00))
    for code in part
    if chr(code).isalpha() and len(fold(chr(code))) == 1
}
"""Every Latin letter and its fold, of one letter each."""
_ENCODED = re.compile(r"[^\s,;]*%[0-9A-Fa-f]{2}[^\s,;]*")


def nameless(text: str, name: str) -> str:
    """The text with a mark in place of a name; the text itself when it does not hold the name.

    The name is found in any case, with or without accents, with blanks, strokes or nothing between
    its syllables, encoded as in an address, and cut to its last syllables after a word of address.
    """
    return name_remover(name)(text)


def name_remover(name: str) -> Callable[[str], str]:
    """What makes a text `nameless`, for many texts of one name."""
    if not name.strip():
        return str
    whole, part, last = _patterns(nfc(name))

    def without(text: str) -> str:
        if len(text) < 2:
            return text
        if "%" in text:
            text = _ENCODED.sub(lambda token: _decoded(token.group(), whole), text)
        if whole.search(_letters(text)):
            text = _without(nfc(text), whole)
        return part.sub(rf"\1{REMOVED}", text) if last in text else text

    return without


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
    return nfc(text).translate(_FOLDS)


def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    """The whole name in folded text, its last syllables after a word of address, the last one."""
    syllables = name.split()
    folded = [re.escape(_letters(syllable)) for syllable in syllables]
    whole = re.compile(r"(?<![^\W_])" + r"[\W_]{0,3}".join(folded) + r"(?![^\W_])")
    ends = [r"\s+".join(map(re.escape, syllables[start:])) for start in range(1, len(syllables))]
    part = rf"(?<!\w)((?i:{_ADDRESS})\.?\s+)(?:{'|'.join(ends)})(?!\w)" if ends else r"(?!)"
    return whole, re.compile(part), syllables[-1]
