"""A cursor: where the reader stands in a text, with what has been said so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model.abbreviations import Abbreviations, ShortForms
from generator.model.radio_settings import Dialect
from generator.model.speech import Speech
from generator.speech.unreadable import Unreadable

REMEMBERED = 200
"""So many of the letters read last may decide how the next are read."""


@dataclass(frozen=True)
class Cursor:
    """A position in a text, with the words already said before it."""

    text: str
    start: int
    said: str
    speech: Speech

    @property
    def abbreviations(self) -> Abbreviations:
        """The city's short forms."""
        return self.speech.abbreviations

    @property
    def short_forms(self) -> ShortForms:
        """What finds them in a text."""
        return self.speech.short_forms

    @property
    def dialect(self) -> Dialect:
        """The announcers' dialect."""
        return self.speech.dialect

    @property
    def before(self) -> str:
        """The last of what has been read, as it was written."""
        return self.text[max(0, self.start - REMEMBERED) : self.start]

    @property
    def rest(self) -> str:
        """What is still to read."""
        return self.text[self.start :]

    def after(self, *words: str) -> bool:
        """True when the last word said is one of these."""
        last = self.said[-20:].lower().split()
        return bool(last) and last[-1] in words

    def refuse(self) -> Unreadable:
        """Return the refusal of the run of letters that stands here."""
        left = re.search(r"\S*$", self.before)
        right = re.match(r"\S*", self.rest)
        fragment = (left[0] if left else "") + (right[0] if right else "")
        return Unreadable(self.text, fragment.strip(".,;:!?()“”\"'") or fragment)


@dataclass(frozen=True)
class Reading:
    """What a rule said, and how many characters it read."""

    words: str
    length: int


Rule = Callable[[Cursor], Reading | None]
"""Reads what stands at a cursor, or leaves it to the next rule; raises Unreadable."""
