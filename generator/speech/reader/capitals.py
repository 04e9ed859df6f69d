"""Lines in capitals: "KẾ HOẠCH NĂM 2018" is words, "UBND" a short form.

A short form carries no mark above or below its vowels, so a word that has one is a word; capitals
beside it are words, too, where they are syllables and no short form of the dictionary.
"""

import re
import unicodedata
from itertools import groupby

from generator.model.abbreviations import Abbreviations
from generator.speech.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = ("ông", "bà", "anh", "chị", "chí")
_FAMILIES = frozenset(
    (
        *(
            "nguyễn",
            "trần",
            "lê",
            "phạm",
            "hoàng",
            "huỳnh",
            "phan",
            "vũ",
            "võ",
            "đặng",
            "bùi",
            "đỗ",
        ),
        *(
            "hồ",
            "ngô",
            "dương",
            "lý",
            "trịnh",
            "hà",
            "mai",
            "cao",
            "lương",
            "đinh",
            "đào",
            "trương",
        ),
    )
)
_NAMED = re.compile(
    r"\b(?:ông|bà|anh|chị|em|cháu|đồng chí|đ/c|phường|xã|thôn|phố|đường|quận|huyện|tỉnh) ?:? ?$",
    re.IGNORECASE,
)


def without_capitals(text: str, known: Abbreviations) -> str:
    """Return the text with its words in capitals in small letters; names keep their first one."""
    if not any(_is_word(word) and word.isupper() for word in text.split()):
        return text
    said, end = "", 0
    for is_upper, group in groupby(_WORD.finditer(text), key=lambda word: word[0].isupper()):
        run = list(group)
        if not is_upper or not any(_is_word(word[0]) for word in run):
            continue
        name = _NAMED.search(text[max(0, run[0].start() - 20) : run[0].start()]) is not None
        for place, word in enumerate(run):
            gap = text[end : word.start()]
            name = (name and not place) or _goes_on(run, place, gap, name=name)
            said += gap + _small(word[0], known, name=name)
            end = word.end()
    return said + text[end:]


def _goes_on(run: list[re.Match[str]], place: int, gap: str, *, name: bool) -> bool:
    """True within a person's or a place's name, and where one begins behind "ÔNG", "BÀ"."""
    if place == 0 or gap != " ":
        return False
    title = run[place - 1][0].lower()
    return name or (title in _TITLES and run[place][0].lower() in _FAMILIES)


def _small(word: str, known: Abbreviations, *, name: bool) -> str:
    if not is_syllable(word) or _is_short_form(word, known):
        return word
    if len(word) == 1:
        return word.lower() if _marked(word) and not name else word
    return word.capitalize() if name else word.lower()


def _is_short_form(word: str, known: Abbreviations) -> bool:
    """True for what the dictionary reads otherwise than its letters."""
    if _marked(word):
        return word in known.document_prefixes
    blocks = (known.anywhere, known.document_types, known.document_bodies, known.before_name)
    return any(word in block for block in blocks)


def _is_word(letters: str) -> bool:
    """True for what is a word, not an initial: "Ô." may be short for ông."""
    return len(letters) > 1 and _marked(letters)


def _marked(word: str) -> bool:
    """True for a word with a tone, or a mark above a vowel: Đ alone stands in short forms."""
    return any(map(unicodedata.combining, unicodedata.normalize("NFD", word)))
