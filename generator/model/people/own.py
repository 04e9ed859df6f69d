"""Whether a name in a text is somebody's own, however it is written there."""

from collections.abc import Sequence

from generator.model.people.look import syllable_key
from generator.model.people.syllables import Syllables
from generator.model.text import fold, nfc


def is_own(name: Sequence[str], person: str) -> bool:
    """True when a name is of that person: whole, shortened, or with more behind."""
    own = Syllables.of(nfc(person)).shown
    if not own:
        return False
    rest = iter(own)
    if all(any(is_same(word, syllable) for syllable in rest) for word in name):
        return True
    begun = name[: len(own)]
    return len(begun) == len(own) > 1 and all(map(is_same, begun, own))


def is_same(word: str, syllable: str) -> bool:
    """True when a word is a syllable of a name, its initial, or the syllable without accents."""
    if len(word) == 1 and word.isupper():
        return fold(syllable).startswith(fold(word))
    if word.isascii():
        return fold(word) == fold(syllable)
    return syllable_key(word) == syllable_key(syllable)
