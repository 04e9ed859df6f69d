"""Letters of one font and size, each drawn once and set side by side.

A line set so is the line that Pillow draws at once, to the last grey: its basic layout sets letters
at whole pixels, one advance after the other. FreeType hints each of these letters for a tenth of a
millisecond, however often it comes.
"""

from math import ceil
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont


class _Letter(NamedTuple):
    """A letter's greys, where they lie from its beginning, and how far the next one is."""

    greys: Image.Image
    left: int
    top: int
    advance: int


class Lettering:
    """Sets lines of text in one font and size."""

    def __init__(self, file: Path, size: int) -> None:
        """Open the font; no letter is drawn yet."""
        self.size = size
        self._font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
        self._height = sum(self._font.getmetrics())
        self._letters: dict[str, _Letter] = {}

    def length(self, text: str) -> int:
        """Return how long a line is, in pixels."""
        return sum(self._letter(letter).advance for letter in text)

    def line(self, text: str) -> Image.Image:
        """Return the greys of a line, marks above its letters included."""
        greys = Image.new("L", (ceil(self.length(text)) + 4, self._height + 4), 0)
        pen, at = ImageDraw.Draw(greys), 0
        for letter in map(self._letter, text):
            pen.bitmap((at + letter.left, letter.top), letter.greys, fill=255)
            at += letter.advance
        return greys

    def _letter(self, letter: str) -> _Letter:
        if letter not in self._letters:
            self._letters[letter] = self._drawn(letter)
        return self._letters[letter]

    def _drawn(self, letter: str) -> _Letter:
        left, top, right, bottom = map(round, self._font.getbbox(letter))
        greys = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(greys).text((-left, -top), letter, font=self._font, fill=255)
        return _Letter(greys, left, top, round(self._font.getlength(letter)))
