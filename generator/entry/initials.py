"""Names that are shortened to the first letters of their words: "P. TNMT", "VP HĐND-UBND"."""

import re
from collections.abc import Sequence

from generator.entry.words import bare

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 2
_LEFT_OUT = frozenset(("va",))
"""What no short form has a letter for, without accents."""


def has_initials(text: str) -> bool:
    """True where several capitals stand as a word."""
    return any(word.isupper() and len(word) >= _FEWEST for word in _WORD.findall(text))


def is_short_for(text: str, name: str) -> bool:
    """True where each word of the text is one of the name's, or the first letters of some."""
    return _is_short(_plain(text), _plain(name))


def _plain(text: str) -> list[str]:
    return [word for word in bare(text).split() if word not in _LEFT_OUT]


def _is_short(short: Sequence[str], name: Sequence[str]) -> bool:
    if not short or not name:
        return not short and not name
    if short[0] == name[0] and _is_short(short[1:], name[1:]):
        return True
    letters = short[0]
    initials = "".join(word[0] for word in name[: len(letters)])
    return (
        len(letters) >= _FEWEST
        and letters == initials
        and _is_short(short[1:], name[len(letters) :])
    )
