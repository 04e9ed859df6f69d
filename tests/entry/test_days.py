"""Days, moments, quarters and weeks as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.cells import Cell, Unread
from generator.entry.days import read_day, read_moment, read_quarter, read_week
from worlds.typed import DAY_FORMS, typed_days

MARCH_6 = date(2018, 3, 6)
MORNING = datetime.fromisoformat("2018-03-06T08:30")


@pytest.mark.parametrize(
    "typed",
    [
        "6/3/2018", "06/03/2018", "06-03-18", "6.3.18", "6 / 3 / 2018", "2018-03-06", "2018/3/6",
        "ngày 6 tháng 3 năm 2018", "Ngày 06 tháng 03 năm 2018", "6 tháng 3, 2018",
        "ngày mùng 6 tháng 3 năm 2018", "thứ ba, ngày 6/3/2018",
        "06032018", "20180306", "43165", 43165.0, 6032018.0,
        MARCH_6, datetime.fromisoformat("2018-03-06"), "6–3–2018",
        "2018-03-06 00:00:00", "06/03/2018 0:00",
    ],
)  # fmt: skip
def test_one_day_in_every_manner(typed: Cell) -> None:
    assert read_day(typed) == MARCH_6


@given(st.dates(date(1951, 1, 1), date(2049, 12, 31)), st.sampled_from(sorted(DAY_FORMS)))
def test_every_day_comes_back_whatever_the_manner(day: date, form: str) -> None:
    written = DAY_FORMS[form](day)
    if form == "short" and not 2000 <= day.year < 2050:
        return
    assert read_day(written) == day


@given(typed_days())
def test_no_day_is_guessed(typed: str) -> None:
    """What is read is the day that stands there, or nothing is."""
    try:
        day = read_day(typed)
    except Unread as unread:
        assert str(unread)
        return
    digits = [int(part) for part in typed.split("/")]
    assert digits[:2] == [day.day, day.month] and day.year % 100 == digits[2] % 100


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3/31/2018", "day-month-first"), ("31/4/2018", "day-unreal"), ("29/2/2018", "day-unreal"),
        ("6/3", "day-wrong"), ("tháng 3", "day-wrong"), ("6/3/98", "day-year"), ("x", "day-wrong"),
        ("6/3/218", "day-year"), ("6/3/1066", "day-far"), ("6/3/2018 8:30", "day-timed"),
        (MORNING, "day-timed"), (True, "day-wrong"), (12.5, "day-wrong"),
        ("12345678", "day-wrong"), ("nghỉ", "day-wrong"), (3.0, "day-wrong"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_said(typed: Cell, code: str) -> None:
    with pytest.raises(Unread) as unread:
        read_day(typed)
    assert unread.value.code == code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("06/10/2018", "2018-10-06"), ("06/10/2018 06:00", "2018-10-06T06:00"),
        ("6h ngày 6/10/2018", "2018-10-06T06:00"), ("2018-10-06T06:00", "2018-10-06T06:00"),
        ("6/10/2018 lúc 6 giờ 05 phút", "2018-10-06T06:05"),
        ("14h30, 6/10/2018", "2018-10-06T14:30"),
        (datetime.fromisoformat("2018-10-06T06:00:05"), "2018-10-06T06:00:05"),
        (date(2018, 10, 6), "2018-10-06"),
        ("2018-10-06 06:00:05", "2018-10-06T06:00:05"),
    ],
)  # fmt: skip
def test_moments(typed: Cell, expected: str) -> None:
    assert read_moment(typed) == expected


@pytest.mark.parametrize(
    "typed", ["2018-Q3", "Quý III/2018", "quý 3 năm 2018", "Q3/2018", "3/2018"]
)
def test_quarters(typed: str) -> None:
    assert read_quarter(typed) == "2018-Q3"


@pytest.mark.parametrize("typed", ["2018-W40", "Tuần 40/2018", "W40 năm 2018", "40-2018"])
def test_weeks(typed: str) -> None:
    assert read_week(typed) == "2018-W40"


@pytest.mark.parametrize("typed", ["", "Quý V/2018", "2018", date(2018, 3, 1), "Tuần 54/2018", 3.0])
def test_what_is_no_quarter_and_no_week_is_said(typed: Cell) -> None:
    for read in (read_quarter, read_week):
        with pytest.raises(Unread, match="Hãy ghi như"):
            read(typed)


@pytest.mark.parametrize("typed", ["25:00 6/10/2018", "6/10/2018 6:75"])
def test_what_is_no_time_of_day_is_said(typed: str) -> None:
    with pytest.raises(Unread):
        read_moment(typed)
