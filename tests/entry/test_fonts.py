"""Texts of before Unicode are read where they can mean one thing only."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.cells import Unread
from generator.entry.fonts import TABLES, font_of, in_unicode, is_vietnamese, read_by
from worlds.sheets import shipped_desk

TCVN3, VNI = TABLES
DESK = shipped_desk()
TEXTS = sorted(
    {row["violation"] for row in DESK.rows("criticisms")}
    | {row["name"] for row in (*DESK.rows("units"), *DESK.rows("procedures"))}
)


def typed_with(font: str, text: str) -> str:
    """A text as somebody types it who has the font; TCVN3 has no capitals with tones."""
    table = {letter: signs for signs, letter in reversed(TABLES[font].items())}
    known = (c if c in table or c.isascii() else c.lower() for c in text)
    return "".join(table.get(letter, letter) for letter in known)


@pytest.mark.parametrize("font", TABLES)
@given(text=st.sampled_from(TEXTS))
def test_a_whole_text_of_an_old_font_comes_back(font: str, text: str) -> None:
    if not is_vietnamese(text) or text.isascii():
        return
    typed = typed_with(font, text)
    if not is_vietnamese(typed):
        assert in_unicode(typed, font).lower() == text.lower()


@given(text=st.sampled_from(TEXTS))
def test_a_text_in_unicode_stays_as_it_is(text: str) -> None:
    assert in_unicode(text) == text


@pytest.mark.parametrize("font", TABLES)
@pytest.mark.parametrize("text", ["Phòng Kinh tế", "Chủ tịch Ủy ban nhân dân xã"])
def test_a_letter_that_no_old_font_has_tells_that_it_is_unicode(font: str, text: str) -> None:
    assert in_unicode(text, font) == text


def test_a_sheet_has_the_font_of_its_clear_cells() -> None:
    for font in TABLES:
        assert font_of(typed_with(font, text) for text in TEXTS) == font
    assert font_of(TEXTS) is None
    both = [typed_with(font, "Giải quyết hồ sơ quá hạn") for font in TABLES]
    assert font_of(both) is None


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
def test_tcvn3_is_the_table_of_the_standard() -> None:
    for sign, letter in TABLES[TCVN3].items():
        said = subprocess.run(
            ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
            input=sign.encode("latin-1"), capture_output=True, check=True,
        ).stdout.decode()  # fmt: skip
        assert unicodedata.normalize("NFC", said) == letter


@pytest.mark.parametrize(
    ("text", "font", "code"),
    [
        ("cã", TCVN3, "font-two"),
        ("Ph??ng Đông Thọ", None, "letters-lost"),
        ("Ph\ufffdng", None, "letters-lost"),
        ("xyz\u00b5\u00b8 zzw\u00b9q", None, "font-unknown"),
    ],
)
def test_what_has_two_meanings_or_none_is_refused(text: str, font: str | None, code: str) -> None:
    with pytest.raises(Unread) as unread:
        in_unicode(text, font)
    assert unread.value.code == code


@pytest.mark.parametrize("text", ["Müller", "30 m²", "Đắk Lắk", "5 °C", "café", "Có không?", "§ 3"])
def test_foreign_words_and_signs_are_no_old_font(text: str) -> None:
    assert in_unicode(text) == text


def test_vni_by_its_own_example() -> None:
    assert (
        read_by(VNI, "UÛY BAN NHAÂN DAÂN phöôøng Ñoâng Thoï") == "ỦY BAN NHÂN DÂN phường Đông Thọ"
    )
