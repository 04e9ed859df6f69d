"""Letters and names that only look like what they are not.

A Cyrillic а in a unit's name makes another unit of it for every machine and the same one for every
reader. So does a Ð that is no Đ, and a name written twice with the tone on another vowel.
"""

import unicodedata

from generator.model.people.look import LOOK_LIKE, syllable_key

NO_VIETNAMESE = frozenset("ðÐƉɖıɑɡɩʟℓ")
"""Latin letters that no Vietnamese text holds, and that look like some that it does."""
_SIGNS = frozenset("ªºµ")


def foreign_letters(text: str) -> str:
    """The letters of a text that are of another script, or of another shape than they seem.

    Each with its number: to the eye it is right.
    """
    others = (letter for letter in dict.fromkeys(text) if letter not in _KNOWN)
    found = [letter for letter in others if _is_foreign(letter)]
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in found)


def _is_foreign(letter: str) -> bool:
    if letter.isascii() or not letter.isalpha() or letter in _SIGNS:
        return False
    if letter in NO_VIETNAMESE or unicodedata.normalize("NFKC", letter) != letter:
        return True
    return not unicodedata.name(letter, "").startswith("LATIN")


_KNOWN = frozenset(
    letter
    for letter in map(chr, (*range(0x250), *range(0x1E00, 0x1F00)))
    if not _is_foreign(letter)
)
"""The letters and signs that Vietnamese is written with, and their neighbours."""


def skeleton(name: str) -> str:
    """What a reader sees of a name: letters without their script, each syllable's tone at its end.

    "Xã Hoà Bình" and "Xã Hòa  Bình" are one name, "Quảng Tâm" and "Quảng Tám" are two.
    """
    shown = unicodedata.normalize("NFKC", name).translate(LOOK_LIKE).casefold()
    return " ".join(map(syllable_key, shown.split()))
