"""The words by which people are known in a text, read from `words.yaml` beside this file."""

from collections.abc import Iterable
from pathlib import Path

from generator.model.own_yaml import own_yaml
from generator.model.people.look import placed

Phrase = tuple[str, ...]


class Phrases:
    """Words of one or more syllables, found by the syllable that they begin or end with."""

    def __init__(self, told: Iterable[str]) -> None:
        self._by_start: dict[str, list[Phrase]] = {}
        self._by_end: dict[str, list[Phrase]] = {}
        for phrase in sorted((tuple(word.split()) for word in told), key=len, reverse=True):
            self._by_start.setdefault(phrase[0], []).append(phrase)
            self._by_end.setdefault(phrase[-1], []).append(phrase)

    def at(self, low: list[str], start: int) -> int:
        """How many syllables the longest of the words has that begins at a place; 0: none."""
        for phrase in self._by_start.get(low[start], ()) if start < len(low) else ():
            if tuple(low[start : start + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def before(self, low: list[str], end: int) -> int:
        """How many syllables the longest of the words has that ends right before `end`; 0: none."""
        for phrase in self._by_end.get(low[end - 1], ()) if end > 0 else ():
            if tuple(low[max(end - len(phrase), 0) : end]) == phrase:
                return len(phrase)
        return 0


_TOLD = own_yaml(Path(__file__).with_suffix(".yaml"))
_WORDS = {
    kind: frozenset(" ".join(map(placed, word.split("_"))) for word in told.split())
    for kind, told in _TOLD.items()
}
_PHRASES = {kind: Phrases(told) for kind, told in _WORDS.items()}
_ORDINARY = frozenset(
    part
    for kind in ("word", "place", "called", "head", "title", "address", "goes_on", "no_trigger")
    for word in _WORDS[kind]
    for part in word.split()
)


def words(kind: str) -> frozenset[str]:
    """The words of a kind; one of several syllables has blanks between them."""
    return _WORDS[kind]


def phrases(kind: str) -> Phrases:
    """The words of a kind, to be looked for at a place in a text."""
    return _PHRASES[kind]


def is_ordinary(syllable: str) -> bool:
    """True of a syllable, in small letters, of which words are made that name nobody."""
    return len(syllable) < 2 or syllable in _ORDINARY
