"""Days, moments, quarters and weeks as people type them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.cells import Cell, Unread
from generator.entry.days import read_day
from generator.entry.moments import read_moment
from generator.entry.periods import read_quarter, read_week
from generator.model.text import vn_weekday
from worlds.typed import DAY_FORMS, short_weekday, typed_days

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
        ("6/3", "day-part"), ("tháng 3", "day-part"), ("6/3/98", "day-year"), ("x", "day-wrong"),
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
        ("6h 06/10/2018", "2018-10-06T06:00"), ("6h5 06/10/2018", "2018-10-06T06:05"),
        ("6h 6.10.2018", "2018-10-06T06:00"), ("06/10/2018 6:5", "2018-10-06T06:05"),
        ("14h30, 6/10/2018", "2018-10-06T14:30"),
        (datetime.fromisoformat("2018-10-06T06:00:05"), "2018-10-06T06:00:05"),
        (date(2018, 10, 6), "2018-10-06"),
        ("2018-10-06 06:00:05", "2018-10-06T06:00:05"),
    ],
)  # fmt: skip
def test_moments(typed: Cell, expected: str) -> None:
    assert read_moment(typed) == expected


@given(st.dates(date(1951, 1, 1), date(2049, 12, 31)), st.integers(1, 6))
def test_a_day_with_the_name_of_another_is_refused(day: date, later: int) -> None:
    other = short_weekday(day + timedelta(days=later))
    for typed in (f"{other}, {day:%d/%m/%Y}", f"{day:%d/%m/%Y} ({other})"):
        with pytest.raises(Unread) as unread:
            read_day(typed)
        assert unread.value.code == "day-weekday" and vn_weekday(day) in str(unread.value)


@given(st.times().map(lambda found: found.replace(second=0, microsecond=0)))
def test_a_time_comes_back_by_either_clock(at: time) -> None:
    hour, half = at.hour % 12 or 12, "SA" if at.hour < 12 else "CH"
    for typed in (
        f"06/10/2018 {hour}:{at:%M} {half}",
        f"{hour}:{at:%M}:00 {'AM' if half == 'SA' else 'PM'} 6/10/2018",
        f"{at:%H}h{at:%M} ngày 6/10/2018",
    ):
        assert read_moment(typed) == f"2018-10-06T{at:%H:%M}"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("từ 05/11/2018 đến 07/11/2018", "day-several"), ("05-07/11/2018", "day-several"),
        ("05/11/2018; 06/11/2018", "day-several"), ("tháng 11/2018", "day-part"),
        ("quý IV/2018", "day-part"), ("sáng 05/11/2018", "day-timed"),
        ("05/11/2018 CH", "day-timed"),
    ],
)  # fmt: skip
def test_what_is_not_one_day_is_told_as_what_it_is(typed: str, code: str) -> None:
    with pytest.raises(Unread) as unread:
        read_day(typed)
    assert unread.value.code == code


@pytest.mark.parametrize(
    "typed",
    ["13:30 SA 6/10/2018", "12h sáng 6/10/2018", "5h30-5h45 6/10/2018", "6/10/2018T5:30+07:00"],
)
def test_a_moment_that_nobody_can_know_is_told_whole(typed: str) -> None:
    with pytest.raises(Unread) as unread:
        read_moment(typed)
    assert unread.value.code == "moment-wrong" and typed in str(unread.value)


@pytest.mark.parametrize(
    "typed",
    ["Q3/18", "Q.III/2018", "quí III/2018", "quý 03/2018", "quý thứ ba năm 2018", "Quý ba/2018"],
)
def test_quarters_in_words(typed: str) -> None:
    assert read_quarter(typed) == "2018-Q3"


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
