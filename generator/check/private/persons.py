"""Persons in a text, known by how people are written and not by who they are.

A person is written behind a word of address or of kin, behind a title, with a family name before
the others, or as initials. What is called after people, places, offices and the beginnings of
sentences are written alike; `words.yaml` has the words of both.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.model.people.before import Trigger, called_at, trigger_at
from generator.model.people.look import seen
from generator.model.people.syllables import Syllables, is_word
from generator.model.people.words import phrases, words

Name = tuple[str, ...]
_MOST = 6
"""No name has more syllables."""
_PEOPLE = re.compile(r"[HKR]['’ʼ‘`]\w")
"""The first syllable of names of the Ê Đê, Cơ Ho and Gia Rai."""
_ROMAN = re.compile("[IVX]{2,}")
_NEVER_A_WORD = frozenset({"nguyễn", "huỳnh", "trịnh", "nguyen"})


class _Start(NamedTuple):
    """A place where a name may begin: what stands before it, and how many capitals follow."""

    place: int
    length: int
    trigger: Trigger
    loud: bool


def persons(text: str, places: Collection[str] = ()) -> Iterator[Name]:
    """The names of persons in a text; `places` are names, in small letters, of none."""
    return persons_in(Syllables.of(seen(text)), places)


def persons_in(told: Syllables, places: Collection[str]) -> Iterator[Name]:
    """The names of persons among the syllables of a text."""
    place = 0
    while place < len(told):
        if may_begin(told, place):
            skipped, count = _look(told, place, places)
            if count:
                yield tuple(told.shown[place : place + count])
            place += max(skipped, count, 1)
        else:
            place += 1


def may_begin(told: Syllables, place: int) -> bool:
    """True where a name may begin: a capital, or a family name in small letters."""
    return told.shown[place][0].isupper() or told.low[place] in _SMALL


def _look(told: Syllables, place: int, places: Collection[str]) -> tuple[int, int]:
    """How many syllables there are of no person, and how many of a person."""
    count = min(told.runs[place], _MOST)
    trigger = trigger_at(told, place)
    if not count:
        return 0, _small(told, place, trigger)
    if skipped := _no_person(told, place, count, trigger, places):
        return skipped, 0
    start = _Start(place, count, trigger, told.is_loud(place))
    return 0, min(_cut(told, start), _shaped(told, start))


def _no_person(
    told: Syllables, place: int, count: int, trigger: Trigger, places: Collection[str]
) -> int:
    """How many syllables are called after somebody, of history, or of a place."""
    low = told.low
    known = phrases("history").at(low, place)
    if said := called_at(told, place):
        is_unit = " ".join(low[place - said : place]) in words("unit")
        in_office = is_unit and phrases("title").before(low, place - said)
        if not (in_office and count > 2 and known != count):
            return count if count < 4 or low[place] in words("family") else 2
    if known == count and _is_of_history(low, place, trigger):
        return known
    if place and phrases("place").at(low, place - 1) > 1 and told.gaps[place] == " ":
        return 1
    return _of_place(told, place, trigger, places)


def _is_of_history(low: list[str], place: int, trigger: Trigger) -> bool:
    """True unless the word before a famous name tells of somebody of today."""
    if trigger in ("address", "title"):
        return low[place - 1] in ("cụ", "bác", "sĩ", "sỹ", "tịch")
    return trigger == "" or low[place - 1] not in ("của", "do", "bởi") or low[place] == "hồ"


def _of_place(told: Syllables, place: int, trigger: Trigger, places: Collection[str]) -> int:
    known = phrases("place").at(told.low, place)
    for length in range(2, min(told.runs[place], 4) + 1):
        if " ".join(told.low[place : place + length]) in places:
            known = max(known, length)
    return 0 if known == 1 and trigger in ("address", "title") else known


def _cut(told: Syllables, start: _Start) -> int:
    """The syllables before an office or a body begins."""
    for length in range(2, start.length):
        place = start.place + length
        if told.begins_word(place) or told.low[place] in words("address"):
            return length
    return start.length


def _shaped(told: Syllables, start: _Start) -> int:
    """How many syllables are a person's by their shape and by what stands before them."""
    if _is_plain(told, start):
        return start.length
    low, shown = told.low[start.place], told.shown[start.place]
    if not start.trigger or told.begins_word(start.place):
        return 0
    initials = _initials(told, start)
    if initials > 1 or (initials and start.trigger == "address"):
        return start.length
    if low in words("address") or (low in words("head") and not _is_family(told, start)):
        return 0
    if shown.isupper() and not is_word(shown):
        is_short = 2 <= len(shown) <= 4 and low not in words("acronym")
        return 1 if is_short and start.trigger == "address" else 0
    if start.trigger == "address":
        quiet = not start.loud or told.low[start.place - 1] in ("ông", "bà")
        return start.length if quiet else 0
    return _behind_title(told, start)


def _behind_title(told: Syllables, start: _Start) -> int:
    """The name behind a title, or behind a small word, where bodies and places stand as well."""
    if start.loud:
        return 0
    if start.length > 1:
        is_title = start.trigger == "title"
        return start.length if is_title and is_word(told.shown[start.place]) else 0
    end = start.place + 1
    if told.low[start.place] in words("head_too"):
        return 0
    if start.trigger == "before" and told.low[start.place - 1] not in ("của", "do", "bởi"):
        return 0
    ended = end == len(told) or told.gaps[end] not in ("", " ")
    return 1 if ended or told.low[end] in words("goes_on") else 0


def _initials(told: Syllables, start: _Start) -> int:
    """How many single letters a name begins with, or follow its first syllable."""
    letters = [len(word) for word in told.shown[start.place : start.place + start.length]]
    if letters[0] > 1:
        return 0
    return next((at for at, length in enumerate(letters) if length > 1), len(letters))


def _is_family(told: Syllables, start: _Start) -> bool:
    low = told.low[start.place]
    return start.length > 1 and (low in words("family") or low in words("family_too"))


def _is_plain(told: Syllables, start: _Start) -> bool:
    """True of a name that is one without any word before it."""
    place, count = start.place, start.length
    low, shown = told.low[place], told.shown[place]
    if _PEOPLE.match(shown):
        return True
    if low in words("address"):
        return False
    second = told.low[place + 1] if count > 1 else ""
    if low == "y" and count > 1 and not told.begins_word(place):
        return not start.loud
    if start.loud:
        return _is_loud_name(told, start, second)
    if low in words("called") and second not in ("văn", "thị"):
        return False
    if low in words("family"):
        return count > 1
    said = told.shown[place : place + count]
    is_ascii = low in words("family_ascii") and all(word.isascii() for word in said)
    if count < 3 or not (low in words("family_too") or is_ascii):
        return False
    is_of_body = told.begins_word(place) or low in words("head")
    return not is_of_body and not any(_ROMAN.fullmatch(word) for word in said)


def _is_loud_name(told: Syllables, start: _Start, second: str) -> bool:
    """The same among words that are all in capitals."""
    low = told.low[start.place]
    if low in _NEVER_A_WORD:
        return start.length > 2
    is_family = low in words("family") or low in words("family_too") or low in _ASCII
    is_told = second in ("văn", "thị", "van", "thi")
    return is_family and is_told and not told.begins_word(start.place + 1)


def _small(told: Syllables, place: int, trigger: Trigger) -> int:
    """How many syllables are a name in small letters."""
    low, left = told.low[place], len(told) - place
    second, joined = ("", False) if left < 2 else (told.low[place + 1], told.gaps[place + 1] == " ")
    if not joined or told.begins_word(place):
        return 0
    middle = second in ("văn", "thị", "van", "thi") and left > 2
    if middle and not told.begins_word(place + 1):
        return 3 if told.gaps[place + 2] == " " else 0
    if low in _NEVER_A_WORD and left > 2:
        return 3
    calls = trigger == "address" and low not in _ASCII
    return 2 if calls and second not in words("goes_on") else 0


_ASCII = words("family_ascii")
_SMALL = words("family") | _ASCII
