"""What one may choose from in a column, and what of it is called by a name or a code."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from generator.entry.cells import Unread
from generator.entry.words import bare, clean, same

DASH = " – "
MOST_NEAR = 5
_OFFICIAL = re.compile(
    r"(?P<base>\d\.\d{6})(?:\.000\.00\.00|(?P<part>\.\d{3}\.\d{2}\.\d{2}))?(?P<place>\.[A-Z]\d{2})?"
)
LONG_CODE = 7
"""So many digits tell a code of its own: a shorter one may be another number."""


@dataclass(frozen=True)
class Choice:
    """One thing that may be chosen: its code in the file, how it is shown, and its other names.

    `offered` is False of what is understood though nobody should choose it any more. Of things that
    bear one name after another the first and the last day tell which is meant.
    """

    code: str
    shown: str
    names: tuple[str, ...] = ()
    offered: bool = True
    first: date = date.min
    last: date = date.max
    other_codes: tuple[str, ...] = ()

    @property
    def all_codes(self) -> tuple[str, ...]:
        """The codes by which it is known, in small letters."""
        return tuple(code.lower() for code in (self.code, *self.other_codes))

    @property
    def all_names(self) -> tuple[str, ...]:
        """Whatever it may be called."""
        return (self.code, self.shown, *self.names, *self.other_codes)


@dataclass(frozen=True)
class Choices:
    """All that may be chosen in one column, in the order in which it is offered.

    `heads` and `tails` are what people write before a name and behind it and what says no more,
    without accents: "thu tuc", "tp mau".
    """

    all: tuple[Choice, ...]
    tails: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What a drop-down shows."""
        return tuple(choice for choice in self.all if choice.offered)

    def shown(self, code: str) -> str:
        """How a code is shown; the code itself when there is no such choice."""
        return next((choice.shown for choice in self.all if choice.code == code), code)

    def code_of_number(self, typed: str) -> str:
        """The code that a spreadsheet took for a number: 1.1 may have been 1.10 as well.

        Empty where none has. Raises Unread where several have.
        """
        found = [choice for choice in self.all if _without_zeros(choice.code) == typed]
        if len({choice.code for choice in found}) > 1:
            raise Unread("choice-ambiguous", value=typed, candidates=told(found))
        return found[0].code if found else ""

    def by_code(self, typed: str) -> tuple[Choice, ...]:
        """The choices of which one of the codes was typed, as people wear it down."""
        exact = tuple(choice for choice in self.all if typed.lower() in choice.all_codes)
        return exact or tuple(
            choice
            for choice in self.all
            if _is_worn(choice.code, typed) or _is_of_place(choice.code, typed)
        )

    def candidates(self, typed: str) -> tuple[Choice, ...]:
        """All that may be meant by what was typed, found in one way; none when nothing is."""
        return next((tuple(found) for found in self._found(clean(typed)) if found), ())

    def _found(self, typed: str) -> Iterable[Sequence[Choice]]:
        yield [choice for choice in self.all if choice.code == typed]
        yield [choice for choice in self.all if typed in choice.all_names]
        yield self._by_same.get(same(typed), ())
        plain = bare(typed)
        yield self._by_bare.get(plain, ())
        for tail in self.tails:
            yield self._by_bare.get(plain.removesuffix(f" {tail}"), ())
        yield [choice for choice in self.all if _is_worn(choice.code, typed)]
        yield [choice for choice in self.all if _is_of_place(choice.code, typed)]

    @cached_property
    def _by_same(self) -> dict[str, list[Choice]]:
        return _indexed((same(name), choice) for choice in self.all for name in choice.all_names)

    @cached_property
    def _by_bare(self) -> dict[str, list[Choice]]:
        return _indexed((bare(name), choice) for choice in self.all for name in choice.all_names)

    def nearest(self, typed: str, few: int = MOST_NEAR) -> tuple[Choice, ...]:
        """The offered choices that are most like what was typed: in words, then in letters."""
        plain = bare(typed)
        words = set(plain.split())
        shared = [
            (max(len(words & set(name.split())) for name in names), choice, names)
            for choice, names in self._bare_names
        ]
        shared.sort(key=lambda item: -item[0])
        likeness = {
            choice: (-count, -max(SequenceMatcher(None, plain, name).ratio() for name in names))
            for count, choice, names in shared[: few * MOST_NEAR]
        }
        return tuple(sorted(likeness, key=lambda choice: likeness[choice])[:few])

    @cached_property
    def _bare_names(self) -> list[tuple[Choice, list[str]]]:
        offered = (choice for choice in self.all if choice.offered)
        return [(choice, [bare(name) for name in choice.all_names]) for choice in offered]

    def near(self, typed: str) -> str:
        """The choices that are most like what was typed, or the first few of a list, as told."""
        return told(self.nearest(typed, MOST_NEAR + 1), few=MOST_NEAR)


def _without_zeros(code: str) -> str:
    """A code as a spreadsheet keeps it that takes it for a number."""
    return (
        code.rstrip("0").rstrip(".")
        if code.replace(".", "", 1).isdecimal() and "." in code
        else code
    )


def _is_worn(code: str, typed: str) -> bool:
    """True of a long code of digits that has lost its dots, its last zeros, or both."""
    digits = code.replace(".", "")
    if not digits.isdecimal() or len(digits) < LONG_CODE:
        return False
    return typed.replace(".", "").replace(",", "").rstrip("0") == digits.rstrip("0")


def _is_of_place(code: str, typed: str) -> bool:
    """True of one procedure's code in the nation's base and with the letters of a place behind it.

    1.001193, 1.001193.H56 and 1.001193.000.00.00.H56 are one; those of two places are not.
    """
    known, meant = _OFFICIAL.fullmatch(code), _OFFICIAL.fullmatch(typed.upper())
    if not (known and meant) or known["base"] != meant["base"]:
        return False
    parts = ((known[name], meant[name]) for name in ("part", "place"))
    return all(one == other or not (one and other) for one, other in parts)


def _indexed(named: Iterable[tuple[str, Choice]]) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = {}
    for name, choice in named:
        if name and choice not in found.setdefault(name, []):
            found[name].append(choice)
    return found


def told(choices: Sequence[Choice], few: int = 10) -> str:
    """The choices as they are shown, the first few of them."""
    shown = "; ".join(dict.fromkeys(choice.shown for choice in choices[:few]))
    return shown + ("; …" if len(choices) > few else "")
