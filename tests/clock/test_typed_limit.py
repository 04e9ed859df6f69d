"""Limits in the words of decisions: what is understood, and what is refused with an example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clock.bad_question import BadQuestion
from generator.clock.typed_limit import limit_of
from generator.model.limit_units import LIMIT_UNITS
from generator.speech.numbers import integer

COUNTED = [unit for unit in LIMIT_UNITS if unit != "same_day"]
LEADS = ("", "Không quá ", "trong thời hạn ", "Thời hạn giải quyết: ", "tối đa là ", "CHẬM NHẤT ")
PARTS = ("0,5", "1.5", "½", "1/2", "nửa")
TAILS = ("", ".", ";", " kể từ ngày nhận đủ hồ sơ hợp lệ", ", tính từ khi tiếp nhận hồ sơ.")


@given(
    st.integers(0, 999), st.sampled_from(COUNTED), st.sampled_from(LEADS), st.sampled_from(TAILS),
    st.booleans(),
)  # fmt: skip
def test_a_limit_as_decisions_have_it(
    value: int, unit: str, lead: str, tail: str, said: bool
) -> None:
    words = f" ({integer(value, 'north')})" if said else ""
    for name in (unit, LIMIT_UNITS[unit], LIMIT_UNITS[unit].upper()):
        assert limit_of(f"{lead}{value:02d}{words} {name}{tail}") == (value, unit)


@pytest.mark.parametrize(
    "typed",
    [
        "trong ngày",
        "Ngay trong ngày làm việc.",
        "giải quyết ngay trong ngày",
        "same_day",
        "TRONG NGAY",
    ],
)
def test_the_same_day(typed: str) -> None:
    assert limit_of(typed) == (0, "same_day")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((f"{part} ngày làm việc", "4 giờ làm việc") for part in PARTS),
        ("03 (bốn) ngày", "03 (bốn) ngày” ghi bằng chữ số là 3"),
        ("1,500 ngày", "1500"),
        *((typed, "ví dụ “3 ngày làm việc”") for typed in (
            "2 tuần", "từ 20-30 ngày", "10 ngày, phức tạp thì 15 ngày", "ngày", "2 trong ngày", "",
            "10 ngày kể từ ngày có kết quả thẩm định", "5 ngày " * 100, "3 (ba", "(ba) ngày",
        )),
        ("trong 10.000 ngày", "nhiều nhất là 9999"),
    ],
)  # fmt: skip
def test_what_is_no_limit_is_refused_with_the_right_example(typed: str, said: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        limit_of(typed)
    assert said in str(refused.value)
