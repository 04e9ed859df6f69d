"""What a person's name looks like, from a place in a text on where one may begin."""

import re
from typing import NamedTuple

from generator.model.people.before import Trigger
from generator.model.people.syllables import Syllables, is_word
from generator.model.people.words import words

_PEOPLE = re.compile(r"[HKR]['’ʼ‘`]\w")
"""The first syllable of names of the Ê Đê, Cơ Ho and Gia Rai."""
_ROMAN = re.compile("[IVX]{2,}")
_ASCII = words("family_ascii")
SMALL = words("family") | _ASCII
"""What begins a name in small letters."""
BEHIND_ADDRESS = words("family_too")
"""What begins one only behind a word of address, with a middle name: lò văn pành."""
_NEVER_A_WORD = frozenset({"nguyễn", "huỳnh", "trịnh", "nguyen"})


class Start(NamedTuple):
    """A place where a name may begin: what stands before it, and how many capitals follow."""

    place: int
    length: int
    trigger: Trigger
    loud: bool


def name_at(told: Syllables, place: int, count: int, trigger: Trigger) -> int:
    """How many of the capitalised syllables at a place are a person's name; 0: none."""
    if _is_mixed(told, place):
        return 3
    start = Start(place, count, trigger, told.is_loud(place))
    return min(_cut(told, start), _shaped(told, start))


def _cut(told: Syllables, start: Start) -> int:
    """The syllables before an office or a body begins."""
    for length in range(2, start.length):
        place = start.place + length
        if told.begins_word(place) or told.low[place] in words("address"):
            return length
    return start.length


def _shaped(told: Syllables, start: Start) -> int:
    """How many syllables are a person's by their shape and by what stands before them."""
    if _is_plain(told, start):
        return start.length
    low, shown = told.low[start.place], told.shown[start.place]
    if not start.trigger or told.begins_word(start.place):
        return 0
    initials = _initials(told, start)
    if initials > 1 or (initials and start.trigger == "address"):
        return start.length
    if low in words("address") or _is_of_body(told, start):
        return 0
    if shown.isupper() and not is_word(shown):
        is_short = 2 <= len(shown) <= 4 and low not in words("acronym")
        return 1 if is_short and start.trigger == "address" else 0
    if start.trigger == "address":
        quiet = not start.loud or told.low[start.place - 1] in ("ông", "bà")
        return start.length if quiet else 0
    return _behind_title(told, start)


def _behind_title(told: Syllables, start: Start) -> int:
    """The name behind a title, or behind a small word, where bodies and places stand as well."""
    if start.loud:
        is_name = told.low[start.place] in words("family") and start.length > 1
        return start.length if is_name else 0
    if start.length > 1:
        is_title = start.trigger == "title"
        return start.length if is_title and is_word(told.shown[start.place]) else 0
    if told.low[start.place] in words("head_too") or not is_word(told.shown[start.place]):
        return 0
    if start.trigger == "before" and told.low[start.place - 1] not in ("của", "do", "bởi"):
        return 0
    return 1 if _goes_on(told, start.place + 1) else 0


def _goes_on(told: Syllables, end: int) -> bool:
    """True when a sentence ends there or goes on as it does behind a name."""
    ended = end == len(told) or told.gaps[end] not in ("", " ")
    return ended or told.low[end] in words("goes_on")


def _is_of_body(told: Syllables, start: Start) -> bool:
    """True where the name of a body begins; nearly all such words are somebody's name too."""
    if told.low[start.place] not in words("head") or _is_family(told, start):
        return False
    is_short = start.length < 3 and not told.begins_word(start.place + 1)
    at_end = _goes_on(told, start.place + start.length)
    return not (start.trigger == "address" and is_short and at_end)


def _initials(told: Syllables, start: Start) -> int:
    """How many single letters a name begins with, or follow its first syllable."""
    letters = [len(word) for word in told.shown[start.place : start.place + start.length]]
    if letters[0] > 1:
        return 0
    return next((at for at, length in enumerate(letters) if length > 1), len(letters))


def _is_mixed(told: Syllables, place: int) -> bool:
    """True of a name whose middle syllable is written small: Nguyễn văn Nam."""
    if told.low[place] not in words("family") or len(told) < place + 3:
        return False
    gaps, third = told.gaps[place + 1 : place + 3], told.shown[place + 2]
    return gaps == [" ", " "] and told.shown[place + 1] in ("văn", "thị") and third[0].isupper()


def _is_family(told: Syllables, start: Start) -> bool:
    low = told.low[start.place]
    return start.length > 1 and (low in words("family") or low in words("family_too"))


def _is_plain(told: Syllables, start: Start) -> bool:
    """True of a name that is one without any word before it."""
    place, count = start.place, start.length
    low, shown = told.low[place], told.shown[place]
    if len(low) == 1 and "." in told.gaps[place + 1]:
        end = place + count
        is_followed = end < len(told) and told.low[end] in words("goes_on")
        return _initials(told, start) > 2 and is_followed
    if _PEOPLE.match(shown):
        return low not in words("people")
    if low in words("address"):
        return False
    second = told.low[place + 1] if count > 1 else ""
    if low == "y" and count > 1 and not told.begins_word(place):
        return not start.loud
    if len(low) == 1 and not all(map(is_word, told.shown[place + 1 : place + count])):
        return False  # an English article: "Occupying Without A Valid Permit"
    if start.loud:
        return _is_loud_name(told, start, second)
    if low in words("called") and second not in ("văn", "thị"):
        return False
    if low in words("family") or low == "thị":
        return count > 1
    if second in ("văn", "thị") and count > 2 and low not in words("head"):
        return not told.begins_word(place + 1)
    said = told.shown[place : place + count]
    is_ascii = low in words("family_ascii") and all(word.isascii() for word in said)
    if count < 3 or not (low in words("family_too") or is_ascii):
        return False
    is_of_body = told.begins_word(place) or low in words("head")
    return not is_of_body and not any(_ROMAN.fullmatch(word) for word in said)


def _is_loud_name(told: Syllables, start: Start, second: str) -> bool:
    """The same among words that are all in capitals."""
    low = told.low[start.place]
    if low in _NEVER_A_WORD:
        return start.length > 2
    is_family = low in words("family") or low in words("family_too") or low in _ASCII
    is_told = second in ("văn", "thị", "van", "thi")
    return is_family and is_told and not told.begins_word(start.place + 1)


def small_name_at(told: Syllables, place: int, trigger: Trigger) -> int:
    """How many syllables at a place are a name in small letters; 0: none."""
    low, left = told.low[place], len(told) - place
    second, joined = ("", False) if left < 2 else (told.low[place + 1], told.gaps[place + 1] == " ")
    if not joined or told.begins_word(place):
        return 0
    middle = second in ("văn", "thị", "van", "thi") and left > 2
    if middle and not told.begins_word(place + 1) and (low in SMALL or trigger == "address"):
        return 3 if told.gaps[place + 2] == " " else 0
    if low in _NEVER_A_WORD and left > 2:
        return 3
    calls = trigger == "address" and low in words("family")
    return 2 if calls and second not in words("goes_on") else 0
