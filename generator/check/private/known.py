"""Officials whom a record names: their names in any text, also their last syllables alone."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.check.private.persons import Name
from generator.model.people.before import called_at
from generator.model.people.look import seen
from generator.model.people.syllables import Syllables
from generator.model.people.words import is_ordinary


@dataclass(frozen=True)
class KnownNames:
    """Names in small letters, and how they end, by the first syllable of each."""

    whole: dict[str, set[Name]]
    ends: dict[str, set[Name]]
    """Their last syllables; a given name alone when it is no other word."""

    @classmethod
    def of(cls, people: Iterable[str], places: Collection[str]) -> "KnownNames":
        """The names of some people; `places` are names, in small letters, of none."""
        names = {tuple(Syllables.of(seen(person)).low) for person in people}
        in_places = {syllable for place in places for syllable in place.split()}
        ends = {name[start:] for name in names for start in range(1, len(name))}
        told = (
            end
            for end in ends
            if (len(end) > 1 or not (is_ordinary(end[0]) or end[0] in in_places))
            and " ".join(end) not in places
        )
        return cls(_by_first(name for name in names if len(name) > 1), _by_first(told))

    def named(self, told: Syllables) -> Iterator[Name]:
        """The names among the syllables of a text."""
        for place, low in enumerate(told.low):
            for name in self.whole.get(low, ()):
                if _stands(told, place, name):
                    yield tuple(told.shown[place : place + len(name)])
            for name in self.ends.get(low, ()):
                if _stands(told, place, name) and _is_alone(told, place, len(name)):
                    yield tuple(told.shown[place : place + len(name)])


def _by_first(names: Iterable[Name]) -> dict[str, set[Name]]:
    found: dict[str, set[Name]] = {}
    for name in names:
        found.setdefault(name[0], set()).add(name)
    return found


def _stands(told: Syllables, place: int, name: Name) -> bool:
    return tuple(told.low[place : place + len(name)]) == name


def _is_alone(told: Syllables, place: int, length: int) -> bool:
    """True of capitals that are no part of more of them, of a word or of what is called so."""
    in_run = place > 0 and told.runs[place - 1] > 1
    is_other = told.begins_word(place) or called_at(told, place) > 0
    return told.runs[place] == length and not in_run and not is_other
