"""Texts typed with the fonts of before Unicode: TCVN3 (ABC) and VNI, which show other letters.

Such a text is known by its words: as it stands they are none, and read by the font they all are.
"""

import re
from collections.abc import Iterable, Mapping

from generator.entry.cells import Unread
from generator.model.text import nfc
from generator.speech.syllables import is_syllable

_TCVN3_SIGNS = {
    "a": "\u00b5\u00b8\u00b6\u00b7\u00b9",
    "ă": "\u00bb\u00be\u00bc\u00bd\u00c6",
    "â": "\u00c7\u00ca\u00c8\u00c9\u00cb",
    "e": "\u00cc\u00d0\u00ce\u00cf\u00d1",
    "ê": "\u00d2\u00d5\u00d3\u00d4\u00d6",
    "i": "\u00d7\u00dd\u00d8\u00dc\u00de",
    "o": "\u00df\u00e3\u00e1\u00e2\u00e4",
    "ô": "\u00e5\u00e8\u00e6\u00e7\u00e9",
    "ơ": "\u00ea\u00ed\u00eb\u00ec\u00ee",
    "u": "\u00ef\u00f3\u00f1\u00f2\u00f4",
    "ư": "\u00f5\u00f8\u00f6\u00f7\u00f9",
    "y": "\u00fa\u00fd\u00fb\u00fc\u00fe",
}
"""The signs of each vowel with huyền, sắc, hỏi, ngã, nặng."""
_ORDER = "\u0300\u0301\u0309\u0303\u0323"
_TCVN3_PLAIN = dict(
    zip("\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae", "ăâêôơưđ", strict=True)
) | dict(zip("\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7", "ĂÂÊÔƠƯĐ", strict=True))
_VNI_TONES = dict(zip("øùûõï", _ORDER, strict=True))
_VNI_HATS = (("âàáåãä", "\u0302", "aeo"), ("êèéúüë", "\u0306", "a"))
"""What stands behind a vowel for a hat or a breve: alone, then with each tone; and which vowels."""
_VNI_ALONE = {"ö": "ư", "ô": "ơ", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _tcvn3() -> dict[str, str]:
    toned = {
        sign: nfc(vowel + tone)
        for vowel, signs in _TCVN3_SIGNS.items()
        for sign, tone in zip(signs, _ORDER, strict=True)
    }
    return toned | _TCVN3_PLAIN


def _vni() -> dict[str, str]:
    pairs = dict(_VNI_ALONE)
    for sign, tone in _VNI_TONES.items():
        for base in "aeouy":
            pairs[base + sign] = nfc(base + tone)
        pairs["ô" + sign], pairs["ö" + sign] = nfc("ơ" + tone), nfc("ư" + tone)
    for signs, hat, bases in _VNI_HATS:
        for sign, tone in zip(signs, ("", *_ORDER), strict=True):
            pairs |= {base + sign: nfc(nfc(base + hat) + tone) for base in bases}
    upper = {signs.upper(): letter.upper() for signs, letter in pairs.items()}
    mixed = {s[0].upper() + s[1:]: letter.upper() for s, letter in pairs.items() if len(s) > 1}
    return mixed | upper | pairs


TABLES: Mapping[str, Mapping[str, str]] = {"TCVN3 (ABC)": _tcvn3(), "VNI": _vni()}
"""What the signs of each font stand for."""
_PATTERNS = {
    font: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for font, table in TABLES.items()
}
_LAST_SIGN = max(ord(sign) for table in TABLES.values() for signs in table for sign in signs)
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = "".join(sign for sign in _tcvn3() if not sign.isalpha())
_GLUED = re.compile(rf"[^\W\d_][{_SIGNS}]|[{_SIGNS}][^\W\d_]")
"""A sign of TCVN3 that is no letter at a letter: no Vietnamese word is written so."""
_VOWELS = {nfc(vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *_ORDER)}
_OWN = {*_VOWELS, *(vowel.upper() for vowel in _VOWELS), *"đĐ"}
"""The letters with marks that Vietnamese words have."""
LOST = re.compile(r"[^\W\d_]\?+[^\W\d_]|\ufffd")
"""A letter that a conversion has lost."""


def read_by(font: str, text: str) -> str:
    """The text that a font shows."""
    table = TABLES[font]
    return _PATTERNS[font].sub(lambda found: table[found[0]], text)


def is_vietnamese(text: str) -> bool:
    """True when every word with a mark is a Vietnamese syllable, and no letter is foreign."""
    text = nfc(text)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    known = all(is_syllable(word) or _is_short_form(word) for word in words)
    return known and not _GLUED.search(text) and not _has_foreign_letter(text)


def _has_foreign_letter(text: str) -> bool:
    return any(c.isalpha() and not c.isascii() and c not in _OWN for c in text)


def _is_short_form(word: str) -> bool:
    """True of capitals such as QĐ and HĐND, which have no mark but the stroke of Đ."""
    return word.isupper() and word.replace("Đ", "D").isascii()


def font_of(texts: Iterable[str]) -> str | None:
    """The old font that texts of one sheet are certainly typed with; None when no one font is."""
    clear = {found for text in texts if len(found := _certain(text)) == 1}
    return next(iter(*clear)) if len(clear) == 1 else None


def _certain(text: str) -> frozenset[str]:
    """The fonts by which a text is Vietnamese that is none as it stands."""
    if text.isascii() or is_vietnamese(text):
        return frozenset()
    return frozenset(font for font in TABLES if is_vietnamese(read_by(font, text)))


def in_unicode(text: str, font: str | None = None) -> str:
    """A text as it was meant; `font` is the one that its sheet is typed with.

    Raises Unread for a text that has two meanings, or none, and for one that has lost letters.
    """
    if LOST.search(text):
        raise Unread("letters-lost", value=text)
    if text.isascii():
        return text
    if is_vietnamese(text):
        return _unless_two(text, font)
    read = {name: read_by(name, text) for name in _certain(text)}
    if font in read:
        return read[font]
    if len(set(read.values())) > 1:
        raise Unread("font-two", value=text, candidates="; ".join(read.values()))
    if not read and _GLUED.search(text):
        raise Unread("font-unknown", value=text)
    return next(iter(read.values()), text)


def _unless_two(text: str, font: str | None) -> str:
    """A text that is Vietnamese as it stands, unless it is another one by the sheet's font.

    A letter that no font of before has, such as “ế”, tells that it was typed without one.
    """
    if any(ord(letter) > _LAST_SIGN for letter in nfc(text)):
        return text
    other = read_by(font, text) if font else text
    if other != text and is_vietnamese(other):
        raise Unread("font-two", value=text, candidates=f"{text}; {other}")
    return text
