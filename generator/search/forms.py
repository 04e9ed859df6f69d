"""The words of a text as they are searched for: each has a form with its marks, and a key without.

`site_templates/theme/assets/js/search/forms.js` does the same with what a reader types.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.model.text import fold, nfc

VNI_TONES: Mapping[str, str] = {
    "\u0301": "1",
    "\u0300": "2",
    "\u0309": "3",
    "\u0303": "4",
    "\u0323": "5",
}
"""The marks of tones by the digits that the VNI keyboard has for them."""
_WORD = r"[^\W_]+"
_WORDS = re.compile(_WORD)
_JOINED = re.compile(rf"(?<![^\W_]){_WORD}+(?:[./\-–_:]{_WORD}+)+")
_JOINT = re.compile(r"[./\-–_:]")
_DIGIT = re.compile(r"\d")
_Y_ALONE = re.compile(r"(?:[hklmstv]|qu)?y")
"""Syllables whose y may as well be written i: kỹ and kĩ, quý and quí, y and i."""
_FEWEST_INITIALS, _MOST_INITIALS = 3, 7

Form = tuple[str, str]
"""The key of a word and its form."""


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORDS.findall(nfc(text).lower())


def form_of(word: str) -> Form:
    """The key and the form of a word in small letters.

    The form has the digit of its tone behind it, so that it does not matter on which vowel the tone
    was put: `đông2`. A word with a digit of its own has no form beside its key.
    """
    if _DIGIT.search(word):
        return (key := fold(word.replace("ð", "đ"))), key
    marks = unicodedata.normalize("NFD", word.replace("ð", "đ"))
    tone = [VNI_TONES[mark] for mark in marks if mark in VNI_TONES][-1:]
    letters = nfc("".join(mark for mark in marks if mark not in VNI_TONES))
    if _Y_ALONE.fullmatch(letters):
        letters = f"{letters[:-1]}i"
    return fold(letters), "".join((letters, *tone))


def codes(text: str) -> Iterator[str]:
    """The keys of codes and numbers of documents, written as one: `643ubndttr`."""
    for found in _JOINED.findall(nfc(text).lower()):
        if _DIGIT.search(found):
            yield fold(_JOINT.sub("", found))


def initials(text: str) -> Iterator[str]:
    """The first letters of the words of a name, also without the first word: `pqldt`, `qldt`."""
    keys = [form_of(word)[0] for word in words(text)]
    if all(key.isalpha() for key in keys):
        for some in (keys, keys[1:]):
            if _FEWEST_INITIALS <= len(some) <= _MOST_INITIALS:
                yield "".join(key[0] for key in some)
