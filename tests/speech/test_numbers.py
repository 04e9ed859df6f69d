"""Typed values to words. The oracles `vn-numberwords` and ICU's rules know whole numbers only."""

from datetime import date, time
from decimal import Decimal

import icu_rbnf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vn_numberwords import NumberTransformer

from generator.model.text import nfc
from generator.speech import numbers as spoken
from generator.speech import time as spoken_time

LIBRARY = NumberTransformer()
HUNDRED_THOUSAND = range(0, 1_000_001, 9)
"""Below a million: each group of three digits a hundred times, first and last."""


def oracle(value: int) -> str:
    """The library's reading, with its two known differences mended.

    It reads 24 as "hai mươi bốn" where northern announcers say "hai mươi tư", and from 65 on
    it forgets that five after the tens is "lăm" (it has 55 "năm mươi lăm", 65 "sáu mươi năm").
    """
    return LIBRARY.to_words(value).replace("mươi bốn", "mươi tư").replace("mươi năm", "mươi lăm")


def test_a_hundred_thousand_numbers_read_as_two_oracles_read_them_and_as_no_other() -> None:
    """ICU says "lẻ" where the North says "linh", and agrees in all else below a million."""
    ours = {value: spoken.integer(value, "north") for value in HUNDRED_THOUSAND}
    told = {value: icu_rbnf.spellout(value, "vi").replace(" lẻ ", " linh ") for value in ours}
    assert [(n, words, told[n]) for n, words in ours.items() if words != told[n]] == []
    assert [(n, words) for n, words in ours.items() if words != oracle(n)] == []
    assert len(ours) >= 100_000 and len(set(ours.values())) == len(ours)


def test_the_south_says_three_words_otherwise_and_nothing_else() -> None:
    for value in HUNDRED_THOUSAND:
        north = f" {spoken.integer(value, 'north')} "
        south = north.replace(" nghìn ", " ngàn ").replace(" linh ", " lẻ ")
        assert spoken.integer(value, "south") == south.replace(" mươi tư ", " mươi bốn ").strip()


def test_no_two_numbers_above_a_million_share_a_reading() -> None:
    values = [*range(1_000_000, 3_000_001, 50), *range(10**9, 10**9 + 5000)]
    assert len({spoken.integer(value, "north") for value in values}) == len(values)


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_different_numbers_are_said_differently(one: int, other: int) -> None:
    said = [spoken.integer(value, "south") for value in (one, other)]
    assert (said[0] == said[1]) == (one == other)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1_000_100, "một triệu không nghìn một trăm"),
        (1_100_000, "một triệu một trăm nghìn"),
        (2_000_000_000, "hai tỷ"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (3_000_000_000_000, "ba nghìn tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_large_and_negative_numbers(value: int, words: str) -> None:
    assert spoken.integer(value, "north") == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0.5", "không phẩy năm"),
        ("3.05", "ba phẩy không năm"),
        ("12.25", "mười hai phẩy hai mươi lăm"),
        ("1.125", "một phẩy một hai năm"),
        ("7", "bảy"),
        ("-0.5", "âm không phẩy năm"),
    ],
)
def test_decimals(value: str, words: str) -> None:
    assert spoken.decimal(Decimal(value), "north") == words


def test_percentages_and_points_leave_out_a_zero_decimal() -> None:
    assert spoken.percent(Decimal("92.4"), "north") == "chín mươi hai phẩy bốn phần trăm"
    assert spoken.percent(Decimal("100.0"), "north") == "một trăm phần trăm"
    assert spoken.points(Decimal("-1.3"), "north") == "một phẩy ba điểm phần trăm"


def test_ordinals_and_amounts() -> None:
    assert [spoken.ordinal(n, "north") for n in (1, 2, 4, 21)] == [
        "nhất",
        "hai",
        "tư",
        "hai mươi mốt",
    ]
    assert spoken.amount(150_000, "north") == "một trăm năm mươi nghìn đồng"


@given(st.integers(min_value=0, max_value=10**15))
def test_a_reading_is_words_single_spaces_and_nothing_else(value: int) -> None:
    words = spoken.integer(value, "north")
    assert words == nfc(" ".join(words.split()))
    assert not any(letter.isdigit() for letter in words)


@given(st.integers(min_value=0, max_value=10**9 - 1), st.integers(min_value=1, max_value=999))
def test_billions_read_their_count_first(rest: int, billions: int) -> None:
    words = spoken.integer(billions * 10**9 + rest, "north")
    assert words.startswith(f"{spoken.integer(billions, 'north')} tỷ")


def test_days() -> None:
    assert spoken_time.day(date(2018, 3, 6), "north") == (
        "ngày mùng sáu tháng ba năm hai nghìn không trăm mười tám"
    )
    assert (
        spoken_time.day(date(2018, 4, 21), "north", with_year=False) == "ngày hai mươi mốt tháng tư"
    )
    assert spoken_time.weekday(date(2018, 10, 6), "north").startswith(
        "thứ bảy, ngày mùng sáu tháng mười"
    )


def test_ranges_say_month_and_year_once() -> None:
    year = "năm hai nghìn không trăm mười tám"
    assert spoken_time.day_range(date(2018, 10, 1), date(2018, 10, 15), "north") == (
        f"từ ngày mùng một đến ngày mười lăm tháng mười {year}"
    )
    assert spoken_time.day_range(date(2018, 4, 30), date(2018, 5, 2), "north") == (
        f"từ ngày ba mươi tháng tư đến ngày mùng hai tháng năm {year}"
    )
    assert "mười chín" in spoken_time.day_range(date(2018, 12, 31), date(2019, 1, 1), "north")


def test_quarters_times_and_limits() -> None:
    assert spoken_time.quarter("2018-Q1", "north", with_year=False) == "quý một"
    assert spoken_time.quarter("2018-Q4", "north") == "quý bốn năm hai nghìn không trăm mười tám"
    assert spoken_time.clock_time(time(7, 30), "north") == "bảy giờ ba mươi phút"
    assert spoken_time.clock_time(time(17, 0), "north") == "mười bảy giờ"
    assert spoken_time.duration(3, "working_day", "north") == "ba ngày làm việc"
    assert spoken_time.duration(1, "same_day", "north") == "trong ngày"
    with pytest.raises(ValueError, match="month 13"):
        spoken_time.month_number(13, "north")
