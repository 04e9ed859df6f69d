"""A text as the syllables that a reader sees in it."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.model.people.look import placed
from generator.model.people.words import words
from generator.model.text import fold

_SYLLABLE = re.compile(r"\b[đd]\s?/\s?c(?:hí)?\b|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*", re.IGNORECASE)
"""A syllable, or the short form of "đồng chí"."""
_JOINT = re.compile(r" ?|[-‐‑_]")
_AFTER_INITIAL = re.compile(r"\.? ?")
_VIETNAMESE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)


@dataclass(frozen=True)
class Syllables:
    """The syllables of a text, and what stands before each of them."""

    shown: list[str]
    low: list[str]
    """In small letters, their tones placed alike."""
    gaps: list[str]
    """What stands before each syllable, its blanks as one; one more for the end of the text."""
    spans: list[tuple[int, int]]
    """Where each syllable stands in the text."""

    @classmethod
    def of(cls, text: str) -> "Syllables":
        """The syllables of a text in NFC."""
        shown, gaps, spans, end = [], [], [], 0
        for match in _SYLLABLE.finditer(text):
            gaps.append(_single(text[end : match.start()]))
            shown.append(match.group())
            spans.append(match.span())
            end = match.end()
        return cls(
            shown, [placed(word.lower()) for word in shown], [*gaps, _single(text[end:])], spans
        )

    def __len__(self) -> int:
        """How many there are."""
        return len(self.shown)

    @cached_property
    def runs(self) -> list[int]:
        """For each syllable how many capitalised ones stand together from it on."""
        found = [0] * len(self)
        for place in range(len(self) - 1, -1, -1):
            if self.shown[place][0].isupper():
                goes_on = place + 1 < len(self) and self.is_joined(place + 1)
                found[place] = 1 + (found[place + 1] if goes_on else 0)
        return found

    def is_joined(self, place: int) -> bool:
        """True when a syllable goes on with the one before it, as the parts of a name do."""
        gap = self.gaps[place]
        if len(self.shown[place - 1]) == 1 and _AFTER_INITIAL.fullmatch(gap):
            return True
        return _JOINT.fullmatch(gap) is not None

    def run(self, place: int) -> tuple[int, int]:
        """Where the capitalised syllables begin and end that stand together around one."""
        start = place
        while start and self.runs[start - 1] > 1:
            start -= 1
        return start, place + max(self.runs[place], 1)

    def run_at(self, place: int) -> str:
        """Those syllables."""
        start, stop = self.run(place)
        return " ".join(self.shown[start:stop])

    def is_loud(self, place: int) -> bool:
        """True inside words that are all in capitals: there a capital says nothing."""
        near = [w for w in self.shown[max(place - 1, 0) : place + 2] if len(w) > 1]
        around = self.shown[max(place - 2, 0) : place] + self.shown[place + 3 : place + 5]
        others = [word for word in around if len(word) > 1]
        return all(w.isupper() for w in near) and any(w.isupper() and is_word(w) for w in others)

    def pair(self, place: int) -> str:
        """A syllable and the next, in small letters, when only a blank stands between them."""
        if not 0 <= place < len(self) - 1 or self.gaps[place + 1] != " ":
            return ""
        return f"{self.low[place]} {self.low[place + 1]}"

    def begins_word(self, place: int) -> bool:
        """True when a syllable and the next are the beginning of a word that names nobody."""
        return self.pair(place) in words("word")


def is_word(syllable: str) -> bool:
    """True of what can be said as one Vietnamese syllable: of UBND it cannot."""
    return _VIETNAMESE.fullmatch(fold(syllable)) is not None


def _single(gap: str) -> str:
    return gap if gap in ("", " ") else re.sub(r"\s+", " ", gap)
