"""The texts of a long workbook, which stand apart from its sheets and are named by their numbers.

A reader takes them all at every reading. A piece of a sheet names few of a million: it is given
those, each at its number, and nothing at the numbers between them.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

_TEXT = re.compile(rb"<((?:[\w.-]+:)?)si[\s/>]")
_END = re.compile(rb"</(?:[\w.-]+:)?sst\s*>")
_NAMED = re.compile(rb"<(?:[\w.-]+:)?v\b[^>]*>\s*(\d+)\s*<")


@dataclass(frozen=True)
class SharedStrings:
    """The part of a workbook that holds its texts; empty where a workbook has none."""

    part: bytes

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each text begins, and where the last one ends; none where that cannot be seen."""
        end = _END.search(self.part)
        if b"<!" in self.part or end is None:
            return array("Q")
        starts = array("Q", (text.start() for text in _TEXT.finditer(self.part)))
        starts.append(end.start())
        return starts

    def named_in(self, piece: bytes) -> bytes:
        """The part with the texts that a piece of a sheet may name: all its whole numbers."""
        starts = self.starts
        if len(starts) < 2 or b"<!" in piece:
            return self.part
        numbers = {int(number) for number in _NAMED.findall(piece)}
        return self._only(number for number in numbers if number < len(starts) - 1)

    def _only(self, numbers: Iterable[int]) -> bytes:
        known = sorted(numbers)
        first = _TEXT.match(self.part, self.starts[0])
        nothing = b"<%ssi/>" % (first[1] if first else b"")
        texts = [nothing] * (known[-1] + 1 if known else 0)
        for number in known:
            texts[number] = self.part[self.starts[number] : self.starts[number + 1]]
        return b"".join((self.part[: self.starts[0]], *texts, self.part[self.starts[-1] :]))
