"""Persons in a text, known by how people are written and not by who they are.

A person is written behind a word of address or of kin, behind a title, with a family name before
the others, or as initials. What is called after people, places, offices and the beginnings of
sentences are written alike; `words.yaml` has the words of both.
"""

from collections.abc import Collection, Iterator

from generator.check.private.shapes import BEHIND_ADDRESS, SMALL, name_at, small_name_at
from generator.model.people.before import Trigger, called_at, trigger_at
from generator.model.people.look import seen
from generator.model.people.syllables import Syllables
from generator.model.people.words import phrases, words

Name = tuple[str, ...]
_MOST = 6
"""No name has more syllables."""


def persons(text: str, places: Collection[str] = ()) -> Iterator[Name]:
    """The names of persons in a text; `places` are names, in small letters, of none."""
    return persons_in(Syllables.of(seen(text)), places)


def persons_in(told: Syllables, places: Collection[str]) -> Iterator[Name]:
    """The names of persons among the syllables of a text."""
    place = 0
    while place < len(told):
        if _may_begin(told, place):
            skipped, count = _look(told, place, places)
            if count:
                yield tuple(told.shown[place : place + count])
            place += max(skipped, count, 1)
        else:
            place += 1


def _may_begin(told: Syllables, place: int) -> bool:
    """True where a name may begin: a capital, or a family name in small letters."""
    low = told.low[place]
    return told.shown[place][0].isupper() or low in SMALL or low in BEHIND_ADDRESS


def _look(told: Syllables, place: int, places: Collection[str]) -> tuple[int, int]:
    """How many syllables there are of no person, and how many of a person."""
    count = min(told.runs[place], _MOST)
    trigger = trigger_at(told, place)
    if not count:
        return 0, small_name_at(told, place, trigger)
    if skipped := _no_person(told, place, count, trigger, places):
        return skipped, 0
    return 0, name_at(told, place, count, trigger)


def _no_person(
    told: Syllables, place: int, count: int, trigger: Trigger, places: Collection[str]
) -> int:
    """How many syllables are called after somebody, of history, or of a place."""
    low = told.low
    known = phrases("history").at(low, place)
    if said := called_at(told, place):
        is_unit = " ".join(low[place - said : place]) in words("unit")
        in_office = is_unit and phrases("title").before(low, place - said)
        is_long = count > 2 or low[place] in words("family")
        is_ward = " ".join(low[place : place + count]) in places
        if not in_office or not is_long or known == count or is_ward:
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
