"""Rules for brackets that repeat what has just been said: "03 (ba)", "Ủy ban nhân dân (UBND)"."""

import re

from generator.speech.numbers import NUMBER_WORDS, integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_AGAIN = re.compile(r"\s*+\(\s*+([^()\d]{2,200}?)\s*+\)")
_NUMBER = re.compile(r"\d\s?(?:%|đồng|đ|VNĐ)?$")
_CAPITALS = re.compile(
    r"\s*+\(\s*+(?:viết tắt là |gọi tắt là )?([A-ZĐƯƠÂ][A-Za-zĐđƯƠÂ&]{1,11})\s*+\)"
)
_BORN = re.compile(r"\s*+\(\s*((?:19|20)\d{2})\s*\)")
_PERSON = re.compile(
    r"\b(?i:ông|bà|anh|chị|em|cháu|cụ|đồng chí|đối tượng|nạn nhân)"
    r"(?: [^\W\d_a-zđ][^\W\d_]*){1,5}\s*$"
)
_SAID_TWICE = ("phòng", "đoàn")
"""What may stand before itself: "Phòng phòng cháy, chữa cháy" is an office."""
_JOINS = frozenset(("và", "của", "về"))


def said_again(cursor: Cursor) -> Reading | None:
    """Read "03 (ba) ngày": the words in brackets are the number again, said once.

    Raises Unreadable when they are another number: nobody knows which is right.
    """
    match = _AGAIN.match(cursor.text, cursor.start)
    if match is None or not _NUMBER.search(cursor.before):
        return None
    again = _northern(match[1]).removesuffix(" chẵn")
    if not set(again.removesuffix(" đồng").split()) <= NUMBER_WORDS:
        return None
    if not f" {_northern(cursor.said)}".endswith(f" {again}"):
        raise cursor.refuse()
    return Reading(" ", len(match[0]))


def short_form_again(cursor: Cursor) -> Reading | None:
    """Leave out the "(UBND)" behind what it stands for, by the dictionary or by its initials."""
    match = _CAPITALS.match(cursor.text, cursor.start)
    if match is None:
        return None
    known = cursor.abbreviations.anywhere.get(match[1])
    said = cursor.said.lower().rstrip(" ,")
    if (known and said.endswith(known.lower())) or _initials_of(said, match[1]):
        return Reading(" ", len(match[0]))
    return None


def unrepeated(words: str, cursor: Cursor) -> str:
    """Return the words without those that have just been said: "website" after "trang"."""
    parts, said = words.split(), cursor.said.lower().split()
    for count in range(min(len(parts) - 1, len(said)), 0, -1):
        again = [part.lower() for part in parts[:count]]
        if said[-count:] == again and again[-1] not in _SAID_TWICE:
            return " ".join(parts[count:])
    return words


def _initials_of(said: str, short: str) -> bool:
    """True when the letters are those that the last words begin with; "và" may be left out."""
    letters, words = list(short.replace("&", "").lower()), said.split()
    while letters and words:
        word = words.pop()
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in _JOINS:
            return False
    return not letters


def _northern(words: str) -> str:
    """Write number words as the North says them, to compare two writings of one number."""
    text = " ".join(words.lower().split())
    for south, north in (("ngàn", "nghìn"), ("lẻ", "linh"), ("tỉ", "tỷ"), ("mươi bốn", "mươi tư")):
        text = text.replace(south, north)
    return text


def year_of_birth(cursor: Cursor) -> Reading | None:
    """Read the "(1972)" behind a person's name: the year of birth."""
    match = _BORN.match(cursor.text, cursor.start)
    if match is None or not _PERSON.search(cursor.before):
        return None
    return Reading(f", sinh năm {integer(int(match[1]), cursor.dialect)}, ", len(match[0]))


BRACKET_RULES: tuple[Rule, ...] = (said_again, short_form_again, year_of_birth)
