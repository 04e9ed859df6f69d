"""Tests for setting a line letter by letter: it is the line that Pillow draws at once."""

from math import ceil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from generator.pages.shell.lettering import Lettering
from worlds.paths import ROOT

FONTS = [(400, 30), (600, 26), (600, 64)]
LETTERS = "".join(map(chr, (*range(0x20, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0)))
VIETNAMESE = "".join(map(chr, range(0x1EA0, 0x1EFA)))
CLOSE = "AVA ToTo Phơ PƯỢC ƯƯJJ ffijgy ĐĐ ỊỊ WA LT Ty 11 …«»“”–"


def file_of(weight: int) -> Path:
    return ROOT / "site_templates" / "cards" / f"be-vietnam-pro-{weight}.woff2"


def assert_same_line(lettering: Lettering, file: Path, text: str) -> None:
    font = ImageFont.truetype(file, lettering.size, layout_engine=ImageFont.Layout.BASIC)
    size = ceil(font.getlength(text)) + 4, sum(font.getmetrics()) + 4
    at_once = Image.new("L", size, 0)
    ImageDraw.Draw(at_once).text((0, 0), text, font=font, fill=255)
    line = lettering.line(text)
    assert lettering.length(text) == font.getlength(text)
    assert (line.size, line.tobytes()) == (size, at_once.tobytes())


@pytest.mark.parametrize(("weight", "size"), FONTS)
@pytest.mark.parametrize("text", [LETTERS, VIETNAMESE, CLOSE, ""])
def test_a_line_is_the_one_drawn_at_once(weight: int, size: int, text: str) -> None:
    assert_same_line(Lettering(file_of(weight), size), file_of(weight), text)


@given(st.text(st.sampled_from(LETTERS + VIETNAMESE), max_size=30))
def test_letters_set_before_change_no_line(text: str) -> None:
    lettering = Lettering(file_of(600), 44)
    lettering.line(text[::-1])
    assert_same_line(lettering, file_of(600), text)
