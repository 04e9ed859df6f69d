"""What a reader sees of a text: letters without their script, tones wherever they are written."""

import unicodedata

from generator.model.text import TONES

LOOK_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮасеѕіјорухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιορυνðÐƉı",
    "ABESIJKMHOPCTYXYacesijopyxhdqwABEZHIKMNOPTYXaiopuvđĐĐi",
)
"""Letters of other scripts and the Latin ones that they look like."""

_LATE = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_EARLY = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_TONE_PLACES = dict(zip(_LATE.split(), _EARLY.split(), strict=True))


def placed(word: str) -> str:
    """A syllable in small letters with its tone on the first vowel of two: hóa for hoá."""
    early = _TONE_PLACES.get(word[-2:])
    return word if early is None or word[-3:-2] == "q" else word[:-2] + early


def syllable_key(word: str) -> str:
    """A syllable in small letters with its tone at its end: of Hoà and Hòa it is the same."""
    parts = unicodedata.normalize("NFD", word.lower())
    letters = [part for part in parts if part not in TONES and unicodedata.category(part) != "Cf"]
    return "".join(letters) + "".join(sorted(part for part in parts if part in TONES))


def visible(text: str) -> str:
    """The text without letters that nobody sees."""
    if text.isprintable():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def seen(text: str) -> str:
    """The text as it looks: nothing invisible, no letters of other scripts, single blanks."""
    if text.isascii():
        return " ".join(text.split())
    shown = visible(unicodedata.normalize("NFKC", text.translate(LOOK_LIKE)))
    return " ".join(unicodedata.normalize("NFC", shown).split())
