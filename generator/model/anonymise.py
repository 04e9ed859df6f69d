"""A text without a person's name, however the name is written in it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from generator.model.people.look import LOOK_LIKE, visible
from generator.model.people.parts import parts_of
from generator.model.people.syllables import Syllables
from generator.model.text import fold, nfc

REMOVED = "(đã thôi nêu tên)"
"""What stands where a name stood."""
_FOLDS = {code: fold(chr(alike)) for code, alike in LOOK_LIKE.items()} | {
    code: folded
    for part in (range(0x250), range(0x1E00, 0x1F00))
    for code in part
    if chr(code).isalpha() and len(folded := fold(chr(code))) == 1
}
"""Every Latin letter, and what looks like one, and its fold, of one letter each."""
_HEX = "[0-9A-Fa-f]{2}"
_ENCODED = re.compile(rf"(?<![^\s,;])[^\s,;%]*+(?>(?:%(?!{_HEX})[^\s,;%]*+)*)%{_HEX}[^\s,;]*")
"""A word with a letter encoded as in an address."""
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_](?!\w)")
"""A letter that stands alone, as an initial does."""
Span = tuple[int, int]


def nameless(text: str, name: str) -> str:
    """The text with a mark in place of a name; the text itself when it does not hold the name.

    The name is found in any case, with or without accents, with blanks, strokes or nothing between
    its syllables, encoded as in an address; shortened, with initials; and the given name alone,
    behind a word of address or wherever it stands with a capital and is no other word.
    """
    return name_remover(name)(text)


def name_remover(name: str) -> Callable[[str], str]:
    """What makes a text `nameless`, for many texts of one name."""
    return _Remover(nfc(name)).without if name.strip() else str


@dataclass(frozen=True)
class _Remover:
    """Takes a name out of texts; what looks for it is made once a text may hold it at all."""

    name: str

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return _whole(self.name)

    @cached_property
    def _syllables(self) -> tuple[str, ...]:
        return tuple(_letters(self.name).split())

    def without(self, text: str) -> str:
        """The text without the name."""
        if len(text) < 2:
            return text
        if "%" in text:
            text = _ENCODED.sub(lambda token: _decoded(token.group(), self._whole), text)
        plain = visible(text)
        letters = _letters(plain)
        first, last = self._syllables[0], self._syllables[-1]
        if not (last in letters or first in letters or _INITIAL.search(letters)):
            return text
        is_whole = all(part in letters for part in self._syllables)
        found = [match.span() for match in self._whole.finditer(letters)] if is_whole else []
        if found:
            text = plain = _without(plain, found)
        if found := [part.span for part in parts_of(_syllables(plain), self.name)]:
            text = _without(plain, found)
        return text


def names_remover(names: Iterable[str]) -> Callable[[str], str]:
    """What takes several whole names out of a text, in any writing; shortened ones stay."""
    wholes = [_whole(nfc(name)).pattern for name in sorted(set(names)) if name.strip()]
    if not wholes:
        return str
    whole = re.compile("|".join(wholes))

    def without(text: str) -> str:
        if "%" in text:
            text = _ENCODED.sub(lambda token: _decoded(token.group(), whole), text)
        plain = visible(text)
        found = [match.span() for match in whole.finditer(_letters(plain))]
        return _without(plain, found) if found else text

    return without


def inseparable(text: str, name: str) -> str:
    """Words that hold a given name and may be of something else; empty when there are none.

    Once naming has ended nobody could say what of them is the name.
    """
    told = _syllables(visible(text))
    unsure = (part for part in parts_of(told, nfc(name)) if not part.is_sure)
    return next((told.run_at(part.place) for part in unsure), "")


def _syllables(text: str) -> Syllables:
    return Syllables.of(nfc(text).translate(LOOK_LIKE))


def _decoded(token: str, whole: re.Pattern[str]) -> str:
    return REMOVED if whole.search(_letters(unquote(token))) else token


def _without(text: str, spans: list[Span]) -> str:
    """The text with a mark in places of its NFC."""
    kept, end, text = [], 0, nfc(text)
    for start, stop in spans:
        kept += [text[end:start], REMOVED]
        end = stop
    return "".join((*kept, text[end:]))


def _letters(text: str) -> str:
    """The text folded letter by letter, so that every place in it is a place in the NFC text."""
    return nfc(text).translate(_FOLDS)


def _whole(name: str) -> re.Pattern[str]:
    """The whole name in folded text."""
    folded = [re.escape(_letters(syllable)) for syllable in name.split()]
    return re.compile(r"(?<![^\W_])" + r"[\W_]{0,3}".join(folded) + r"(?![^\W_])")
