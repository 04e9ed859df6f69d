"""Officials whom a record names: their names in any text, also their last syllables alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.private.persons import Name
from generator.model.people.before import called_at
from generator.model.people.look import seen
from generator.model.people.syllables import Syllables
from generator.model.people.words import is_ordinary


@dataclass(frozen=True)
class KnownNames:
    """Names in small letters, and how they end."""

    whole: "Names"
    ends: "Names"
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
        return cls(Names.of(name for name in names if len(name) > 1), Names.of(told))

    def named(self, told: Syllables) -> Iterator[Name]:
        """The names among the syllables of a text."""
        for place in range(len(told.low)):
            for length in self.whole.at(told, place):
                yield tuple(told.shown[place : place + length])
            for length in self.ends.at(told, place):
                if _is_alone(told, place, length):
                    yield tuple(told.shown[place : place + length])


@dataclass(frozen=True)
class Names:
    """Names in small letters, and how long those are that begin with a syllable.

    However many begin alike, a text is compared once for each length.
    """

    names: frozenset[Name]
    lengths: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, names: Iterable[Name]) -> "Names":
        """These names."""
        every = frozenset(names)
        lengths: dict[str, set[int]] = {}
        for name in every:
            lengths.setdefault(name[0], set()).add(len(name))
        return cls(every, {first: sorted(found) for first, found in lengths.items()})

    def at(self, told: Syllables, place: int) -> Iterator[int]:
        """The lengths of the names that stand at a place of a text."""
        for length in self.lengths.get(told.low[place], ()):
            if tuple(told.low[place : place + length]) in self.names:
                yield length


def _is_alone(told: Syllables, place: int, length: int) -> bool:
    """True of capitals that are no part of more of them, of a word or of what is called so."""
    in_run = place > 0 and told.runs[place - 1] > 1
    is_other = told.begins_word(place) or called_at(told, place) > 0
    return told.runs[place] == length and not in_run and not is_other
