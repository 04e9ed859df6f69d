"""Officials whom a record names: their names in any text, also without a word of address."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.check.private.persons import Name
from generator.model.people.look import seen
from generator.model.people.syllables import Syllables
from generator.model.people.words import is_ordinary


@dataclass(frozen=True)
class KnownNames:
    """Names in small letters, by their first syllable, and the given names that are no words."""

    whole: dict[str, set[Name]]
    given: frozenset[str]

    @classmethod
    def of(cls, people: Iterable[str], places: Collection[str]) -> "KnownNames":
        """The names of some people; `places` are names, in small letters, of none."""
        whole: dict[str, set[Name]] = {}
        in_places = {syllable for place in places for syllable in place.split()}
        given = set()
        for person in set(people):
            name = tuple(Syllables.of(seen(person)).low)
            if len(name) > 1:
                whole.setdefault(name[0], set()).add(name)
                given.add(name[-1])
        return cls(whole, frozenset(x for x in given if not is_ordinary(x) and x not in in_places))

    def named(self, told: Syllables) -> Iterator[Name]:
        """The names among the syllables of a text."""
        for place, low in enumerate(told.low):
            for name in self.whole.get(low, ()):
                if tuple(told.low[place : place + len(name)]) == name:
                    yield tuple(told.shown[place : place + len(name)])
            if low in self.given and told.runs[place] == 1 and not _is_in_run(told, place):
                yield (told.shown[place],)


def _is_in_run(told: Syllables, place: int) -> bool:
    """True when a capital stands before it, as in the name of a place."""
    return place > 0 and told.runs[place - 1] > 1
