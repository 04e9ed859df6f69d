"""Texts as people type them, made plain: stray blanks away, and keys by which words are compared.

Excel, web pages and old programs leave blanks that do not break, letters without width and marks
beside their letters; people put a tone on either vowel.
"""

import re

from generator.model.people.look import syllable_key
from generator.model.text import fold, nfc

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_LETTERS = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[^\w]+")
_LOOKALIKES = re.compile(r"(?<!\w)(?=\w*\d)(?:\d|[oO]|[lI](?=[\doO]))+(?!\w)")
_DIGITS = str.maketrans("oOlI", "0011")
_FOREIGN_NOTHING = frozenset(("n/a", "#n/a", "null", "none", "nil", "(trống)", "(blank)"))
_NOTHING = frozenset(
    (
        *("khong", "chua", "khong co", "chua co", "khong ro", "chua ro", "khong co thong tin"),
        *("chua co thong tin", "khong ap dung", "dang cap nhat", "chua cap nhat"),
    )
)
DASHES = str.maketrans("‐‑‒–—−", "------")


def clean(text: str) -> str:
    """The text in NFC without unseen letters and stray blanks; its lines stay lines."""
    lines = (" ".join(line.split()) for line in nfc(text).translate(_UNSEEN).splitlines())
    return "\n".join(line for line in lines if line)


def same(text: str) -> str:
    """Equal for texts that differ in case, signs or in the vowel that carries a tone alone."""
    return " ".join(syllable_key(word) for word in _LETTERS.findall(clean(text).lower()))


def bare(text: str) -> str:
    """Equal for texts that differ in accents, case and signs."""
    return " ".join(_SIGNS.sub(" ", fold(clean(text)).translate(DASHES)).split())


def in_digits(text: str) -> str:
    """The text with letters that look like digits as digits, inside of numbers: 2O18, l5."""
    return _LOOKALIKES.sub(lambda found: found[0].translate(_DIGITS), text)


def says_nothing(text: str, *, is_free: bool) -> bool:
    """True of words for no information; in a free text "không có" may be the information."""
    return text.lower() in _FOREIGN_NOTHING or (not is_free and bare(text) in _NOTHING)
