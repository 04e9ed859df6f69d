"""Long texts that are hard for a pattern, made of the pattern itself.

Whatever a pattern repeats is repeated, behind what must stand before it and in front of what ends
it; whatever it begins with is begun again and again. Some texts are hard for many patterns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

EVERYWHERE = (" ", "\n", "1", "a", "A", "1.", "1 ", "a ", "ă ", "Ông ", "-", '"', "( ", "1, ", "%")
NOTHING_LIKE_IT = "\x01"
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip
_LETTERS = 'a1 .A,/-đ"\n:<(%'
_ANY = tuple(map(chr, range(0x3000)))
"""What is looked through for a set that has none of those letters."""


@dataclass(frozen=True)
class Probe:
    """A text of any length: a beginning, a piece again and again, an end."""

    piece: str
    before: str = ""
    after: str = ""

    def text(self, length: int) -> str:
        """The text; its repeated part has so many letters."""
        return self.before + (self.piece * (length // len(self.piece) + 1))[:length] + self.after


def probes(pattern: re.Pattern[str]) -> list[Probe]:
    """Every probe of a pattern, and those for all."""
    sampler = _Sampler()
    whole = sampler.sample(parser.parse(pattern.pattern, pattern.flags))
    found = [Probe(piece) for piece in EVERYWHERE]
    found += [Probe(whole), Probe(whole[:-1], after=NOTHING_LIKE_IT), *sampler.probes()]
    return [probe for probe in dict.fromkeys(found) if probe.piece]


class _Sampler:
    """Makes a text that a pattern finds, and notes what it repeats and chooses among."""

    def __init__(self) -> None:
        self.repeated: list[tuple[str, str]] = []
        self.groups: dict[int, str] = {}

    def probes(self) -> Iterator[Probe]:
        """The repeated parts behind what stands before them, and what stands before them alone."""
        for before, piece in self.repeated:
            yield Probe(piece, before, NOTHING_LIKE_IT)
            yield Probe(f"{piece} ", before, NOTHING_LIKE_IT)
            yield Probe(before + piece, after=NOTHING_LIKE_IT)

    def sample(self, tree: Any, before: str = "") -> str:
        text = ""
        for operation, value in tree:
            text += self._one(operation, value, before + text)
        return text

    def _one(self, operation: Any, value: Any, before: str) -> str:
        match operation:
            case code.LITERAL:
                return chr(value)
            case code.NOT_LITERAL:
                return "b" if chr(value) == "a" else "a"
            case code.ANY:
                return "a"
            case code.IN:
                return _letter_of(value)
            case code.BRANCH:
                texts = [self.sample(part, before) for part in value[1]]
                self.repeated += [(before, text) for text in texts]
                return texts[0]
            case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
                least, _, part = value
                text = self.sample(part, before)
                self.repeated.append((before, text))
                return text * least
            case code.SUBPATTERN:
                self.groups[value[0]] = text = self.sample(value[3], before)
                return text
            case code.ATOMIC_GROUP:
                return self.sample(value, before)
            case code.GROUPREF:
                return self.groups.get(value, "")
        return ""  # a place, and what is looked for before and behind it


def _letter_of(items: Any) -> str:
    """A letter of a set."""
    excluding = items[0][0] is code.NEGATE
    own = [chr(value) for operation, value in items if operation is code.LITERAL]
    own += [chr(value[0]) for operation, value in items if operation is code.RANGE]
    letters = _LETTERS if excluding else _LETTERS + "".join(own)
    return next(one for one in chain(letters, _ANY) if _is_in(one, items) is not excluding)


def _is_in(letter: str, items: Any) -> bool:
    for operation, value in items:
        if operation is code.LITERAL and chr(value) == letter:
            return True
        if operation is code.RANGE and value[0] <= ord(letter) <= value[1]:
            return True
        if operation is code.CATEGORY and re.match(_CATEGORIES[str(value)], letter):
            return True
    return False
