"""The places in a text where a person's name stands shortened."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.people.before import called_at, trigger_at
from generator.model.people.own import is_same
from generator.model.people.syllables import Syllables
from generator.model.people.words import is_ordinary, phrases, words
from generator.model.text import fold


class Part(NamedTuple):
    """Some syllables of a text that are a name."""

    place: int
    length: int
    span: tuple[int, int]
    is_sure: bool
    """False when they may as well be of something else."""


def parts_of(told: Syllables, name: str) -> list[Part]:
    """Where a name stands in a text: two of its syllables or more, or the given name alone."""
    own = name.split()
    return list(_parts(told, own)) if len(own) > 1 and _may_be(told, own) else []


def _may_be(told: Syllables, own: list[str]) -> bool:
    """True when a text holds the given name, the family's, or an initial of it."""
    sought = {fold(own[-1]), fold(own[0])}
    return any(fold(word) in sought or (len(word) == 1 and word.isupper()) for word in told.shown)


def _parts(told: Syllables, own: list[str]) -> Iterator[Part]:
    place = 0
    while place < len(told):
        count = _sequence(told, place, own) or _given(told, place, own) or _family(told, place, own)
        if count:
            span = (told.spans[place][0], told.spans[place + count - 1][1])
            is_sure = count > 1 or _is_sure(told, place)
            yield Part(place, count, span, is_sure)
        place += max(count, 1)


def _sequence(told: Syllables, place: int, own: list[str]) -> int:
    """How many syllables of a name stand together there, its given name the last of them."""
    at, count, spelled = 0, 0, 0
    while place + count < len(told) and (not count or told.is_joined(place + count)):
        word = told.shown[place + count]
        at = next((i for i in range(at, len(own)) if is_same(word, own[i])), len(own)) + 1
        if at > len(own):
            break
        count += 1
        spelled += len(word) > 1
        if at == len(own):
            return count if _is_name(told, place, count, spelled) else 0
    return 0


def _is_name(told: Syllables, place: int, count: int, spelled: int) -> bool:
    """True when two syllables or more are a name: initials alone only with points between them."""
    if count < 2 or told.begins_word(place):
        return False
    if not spelled:
        dotted = all("." in told.gaps[at] for at in range(place + 1, place + count))
        return dotted or trigger_at(told, place) != ""
    return told.runs[place] >= count or spelled == count > 2 or _is_lower_name(told, place)


def _is_lower_name(told: Syllables, place: int) -> bool:
    low = told.low[place]
    return low in words("family") or trigger_at(told, place) == "address"


def _given(told: Syllables, place: int, own: list[str]) -> int:
    """1 where the given name stands alone and is a name."""
    word, given = told.shown[place], own[-1]
    if not (is_same(word, given) if len(word) > 1 else word == given):
        return 0
    trigger, is_word = trigger_at(told, place), is_ordinary(told.low[place])
    if not word[0].isupper():
        return 1 if trigger == "address" and not is_word and not told.begins_word(place) else 0
    if _is_other(told, place):
        return 0
    if trigger in ("address", "title"):
        return 1
    if len(word) < 2 or not _is_spelled(told, word, given):
        return 0
    return 0 if is_word and _is_of_code(told, place) else 1


def _family(told: Syllables, place: int, own: list[str]) -> int:
    """1 where the family's name stands alone behind a word of address, as foreigners write it."""
    word = told.shown[place]
    is_alone = told.runs[place] == 1 and is_same(word, own[0]) and len(word) > 1
    if not is_alone or not _is_spelled(told, word, own[0]) or _is_other(told, place):
        return 0
    return 1 if trigger_at(told, place) == "address" else 0


def _is_spelled(told: Syllables, word: str, given: str) -> bool:
    """False of a word without accents in a text that has them, which is another word there."""
    return not word.isascii() or given.isascii() or all(map(str.isascii, told.shown))


def _is_other(told: Syllables, place: int) -> bool:
    """True when a capitalised syllable is of a word, a place or what is called after somebody."""
    if told.begins_word(place) or told.begins_word(place - 1):
        return True
    for start in range(place, max(place - 4, -1), -1):
        if start < place and not told.is_joined(start + 1):
            return False
        covered = max(phrases(kind).at(told.low, start) for kind in ("place", "history"))
        if covered > max(place - start, 1) or (called_at(told, start) and told.runs[start]):
            return True
    return False


def _is_of_code(told: Syllables, place: int) -> bool:
    """True when a sign of numbers of documents stands right before or behind."""
    before, behind = told.gaps[place], told.gaps[place + 1]
    return before[-1:] in tuple("/-_@0123456789") or behind[:1] in tuple("/_@0123456789")


def _is_sure(told: Syllables, place: int) -> bool:
    """True of a given name behind a word of address, or apart from what may be another word."""
    if trigger_at(told, place) in ("address", "title"):
        return True
    is_word = is_ordinary(told.low[place])
    start, stop = told.run(place)
    if stop - start > 1 and all(told.shown[at].isupper() for at in range(start, stop)):
        return not is_word
    others = [told.low[at] for at in range(start, stop) if at != place]
    if not all(word in words("goes_on") for word in others):
        return False
    begins = place == 0 or told.gaps[place].strip(' "“(')[-1:] in tuple(".!?;:")
    return not (begins and is_word) or _goes_on(told, place)


def _goes_on(told: Syllables, place: int) -> bool:
    """True when a sentence goes on behind a word as it does behind a name."""
    end = place + 1
    return end == len(told) or told.gaps[end] != " " or told.low[end] in words("goes_on")
