"""Vietnamese text: slugs, folding, order, dates and numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.text import (
    collation_key,
    fold,
    quarter_end,
    quarter_of,
    slug,
    vn_date,
    vn_number,
    vn_percent,
    vn_quarter,
    vn_weekday,
    with_unit,
)


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [(1200, "ngày làm việc", "1.200 ngày làm việc"), ("66–130", "ngày", "66–130 ngày")],
)
def test_a_number_and_its_unit_are_one(number: int | str, unit: str, words: str) -> None:
    told = with_unit(number, unit)
    assert " " not in told and told.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đã xử lý", "da-xu-ly"),
        ("1.001193", "1-001193"),
        ("Phường Đông Thọ", "phuong-dong-tho"),
        ("Street Light  Outages", "street-light-outages"),
        ("Hòa", "hoa"),
        ("Hoà", "hoa"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_an_address_and_stays_one(text: str) -> None:
    once = slug(text)
    assert slug(once) == once
    assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in once)


def test_fold_is_what_a_reader_types_without_accents() -> None:
    assert fold("Đường Ưu tiên của Nguyễn Ỷ") == "duong uu tien cua nguyen y"


def test_collation_is_the_dictionary_s() -> None:
    in_order = ["An", "án", "ăn", "ân", "Ba", "da", "dà", "dả", "dã", "dá", "dạ", "Đá", "đông"]
    in_order += ["ê", "Ô", "ơ", "ưa", "Y"]
    assert sorted(in_order, key=collation_key) == in_order


def test_collation_takes_a_mark_without_its_letter_as_a_sign() -> None:
    assert sorted(["xa", "x\u0323", "x"], key=collation_key) == ["x", "x\u0323", "xa"]


def test_collation_orders_by_letters_before_tones() -> None:
    assert sorted(["hòa bình", "hoa sen", "hóa"], key=collation_key) == [
        "hóa",
        "hòa bình",
        "hoa sen",
    ]


def test_collation_counts_numbers_as_numbers() -> None:
    in_order = ["tổ", "tổ 2", "tổ 2a", "tổ 10", "tổ 10/2", "tổ 10/11", "tổ 100", "tổ A"]
    assert sorted(sorted(in_order), key=collation_key) == in_order
    assert collation_key("tổ " + "1" * 2_000) < collation_key("tổ " + "2" * 2_000)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (None, "không có hồ sơ"),
        (0.0, "0%"),
        (1.0, "100%"),
        (0.92449, "92,4%"),
        (0.9245, "92,5%"),
    ],
)
def test_percent(share: float | None, shown: str) -> None:
    assert vn_percent(share) == shown


def test_a_share_below_one_is_never_rounded_to_a_whole() -> None:
    assert vn_percent(0.9999) == "99,9%"
    assert vn_percent(0.0001) == "0,1%"


def test_numbers_and_days() -> None:
    assert vn_number(1234567.891, 3) == "1.234.567,891"
    assert vn_number(20000) == "20.000"
    assert vn_date(date(2018, 3, 6)) == "06/03/2018"
    assert vn_weekday(date(2018, 10, 6)) == "thứ bảy"
    assert vn_quarter("2018-Q4") == "quý IV/2018"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_a_day_lies_in_its_quarter(day: date) -> None:
    quarter = quarter_of(day)
    assert day <= quarter_end(quarter)
    assert quarter_of(quarter_end(quarter)) == quarter
