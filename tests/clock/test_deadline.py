"""The statutory clock: worked deadlines, and what must hold of every deadline."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.clock import Calendar, UnknownYear, day_table, deadline, explain, extended
from generator.model.laws import VIETNAM
from generator.model.limit_units import LIMIT_UNITS
from generator.model.records import CalendarDay
from worlds.measured import rows_of
from worlds.paths import DATA, DATASETS, GOLDENS

CASES = rows_of(DATASETS / "clock" / "deadline_cases.csv")
DAYS = [CalendarDay.model_validate(row) for row in rows_of(DATA / "calendar.csv")]
CALENDAR = Calendar(DAYS)
CUTOFF = time(15)

RECEIVED = st.dates(date(2017, 1, 1), date(2025, 12, 31))
MOMENTS = st.datetimes(datetime.fromisoformat("2017-01-01"), datetime.fromisoformat("2025-12-31"))
UNITS = st.sampled_from([*LIMIT_UNITS])
LIMITS = st.integers(0, 12)


def due(received: str, value: int, unit: str) -> str:
    start = (
        date.fromisoformat(received) if len(received) == 10 else datetime.fromisoformat(received)
    )
    return str(deadline(CALENDAR, start, value, unit, same_day_cutoff=CUTOFF))


def end_of(found: date | datetime) -> datetime:
    if isinstance(found, datetime):
        return found
    return datetime.combine(found, time.max)


def day_of(found: date | datetime) -> date:
    return found.date() if isinstance(found, datetime) else found


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['received']}+{c['limit']}{c['unit']}")
def test_a_worked_deadline(case: dict[str, str]) -> None:
    found = due(case["received"], int(case["limit"]), case["unit"])
    assert found == case["expected_due"], case["why"]


def test_all_ten_cases_are_tried() -> None:
    assert len(CASES) == 10


@pytest.mark.parametrize(
    ("received", "value", "unit", "expected", "why"),
    [
        ("2018-03-06 14:59", 0, "same_day", "2018-03-06", "nhận trước 15 giờ"),
        ("2018-03-06 15:00", 0, "same_day", "2018-03-06", "đúng 15 giờ chưa phải là sau 15 giờ"),
        ("2018-03-06 15:00:01", 0, "same_day", "2018-03-07", "nhận sau 15 giờ"),
        ("2018-03-09 16:00", 0, "same_day", "2018-03-12", "chiều thứ sáu, hết thứ hai"),
        ("2018-03-10 09:00", 0, "same_day", "2018-03-12", "nhận ngày thứ bảy"),
        ("2018-03-10 16:00", 0, "same_day", "2018-03-12", "nhận chiều thứ bảy cũng hết thứ hai"),
        ("2018-03-06", 0, "same_day", "2018-03-06", "không ghi giờ: hết ngày tiếp nhận"),
        ("2018-03-06 10:30", 4, "hour", "2018-03-06 14:30:00", "giờ chạy từ lúc nhận (Điều 147.1)"),
        ("2018-03-08 10:30", 48, "hour", "2018-03-12", "rơi vào thứ bảy: hết thứ hai"),
        ("2018-03-09 15:59", 8, "hour", "2018-03-09 23:59:00", "hết trong thứ sáu"),
        ("2018-03-09 16:00", 8, "hour", "2018-03-09", "24 giờ thứ sáu là hết thứ sáu (148.6)"),
        ("2018-03-09 16:01", 8, "hour", "2018-03-12", "đã sang thứ bảy: hết thứ hai (148.5)"),
        ("2018-03-11 16:00", 8, "hour", "2018-03-12", "24 giờ chủ nhật là ngày nghỉ"),
        ("2018-03-06 00:00", 0, "hour", "2018-03-06 00:00:00", "không giờ nào: ngay lúc nhận"),
        ("2018-03-06", 8, "hour", "2018-03-07", "không ghi giờ: chạy từ hết ngày"),
        ("2018-03-06", 24, "hour", "2018-03-07", "đúng một ngày sau khi hết ngày"),
        ("2018-03-06", 25, "hour", "2018-03-08", "thêm một giờ là sang ngày sau nữa"),
        ("2018-03-10", 1, "working_day", "2018-03-12", "nhận thứ bảy, thứ hai là ngày thứ nhất"),
        ("2018-03-10", 0, "working_day", "2018-03-12", "không ngày nào, nhưng thứ bảy nghỉ"),
        ("2018-12-28 16:59", 1, "working_day", "2019-01-02", "giờ nhận không đổi số ngày làm việc"),
        ("2018-03-31", 1, "month", "2018-05-02", "30/4 và 1/5 nghỉ"),
        ("2017-11-30", 3, "month", "2018-02-28", "sang năm sau, ngày cuối tháng hai"),
    ],
)
def test_a_deadline_of_each_unit(received, value, unit, expected, why) -> None:
    assert due(received, value, unit) == expected, why


@given(st.one_of(RECEIVED, MOMENTS), LIMITS, LIMITS, UNITS)
def test_a_longer_limit_never_ends_on_an_earlier_day(received, first, second, unit) -> None:
    short, long = sorted((first, second))
    ends = [
        deadline(CALENDAR, received, value, unit, same_day_cutoff=CUTOFF) for value in (short, long)
    ]
    assert day_of(ends[0]) <= day_of(ends[1])
    if isinstance(ends[0], datetime) or not isinstance(ends[1], datetime):
        assert end_of(ends[0]) <= end_of(ends[1])


@given(MOMENTS, MOMENTS, LIMITS, UNITS, st.booleans())
def test_a_later_receipt_never_ends_earlier(one, other, value, unit, has_moment) -> None:
    received = sorted((one, other))
    ends = [
        deadline(CALENDAR, at if has_moment else at.date(), value, unit, same_day_cutoff=CUTOFF)
        for at in received
    ]
    assert day_of(ends[0]) <= day_of(ends[1])
    if unit != "hour" or isinstance(ends[0], datetime):
        assert end_of(ends[0]) <= end_of(ends[1])


def test_hours_that_end_on_a_day_off_may_outlast_longer_and_later_ones() -> None:
    # Art. 148.5 gives the whole next working day; hours that end on that day have no such gift.
    assert due("2018-03-11 20:00", 3, "hour") == "2018-03-12"
    assert due("2018-03-11 20:00", 12, "hour") == "2018-03-12 08:00:00"
    assert due("2018-03-12 05:00", 3, "hour") == "2018-03-12 08:00:00"


@given(st.one_of(RECEIVED, MOMENTS), LIMITS, UNITS)
def test_a_deadline_is_a_working_day_not_before_receipt(received, value, unit) -> None:
    end = deadline(CALENDAR, received, value, unit, same_day_cutoff=CUTOFF)
    assert CALENDAR.is_working_day(day_of(end))
    assert end_of(end) >= end_of(received)


@given(RECEIVED, st.integers(0, 60))
def test_counting_working_days_inverts_the_deadline(received: date, value: int) -> None:
    assume(value > 0 or CALENDAR.is_working_day(received))
    end = deadline(CALENDAR, received, value, "working_day", same_day_cutoff=CUTOFF)
    assert CALENDAR.working_days_between(received, day_of(end)) == value


@given(RECEIVED, st.integers(0, 30), st.integers(0, 30))
def test_working_days_add_up(day: date, first: int, second: int) -> None:
    in_two = CALENDAR.add_working_days(CALENDAR.add_working_days(day, first), second)
    assert in_two == CALENDAR.add_working_days(day, first + second)


@given(st.one_of(RECEIVED, MOMENTS), LIMITS, UNITS, st.integers(0, 20))
def test_the_applicants_time_is_given_back_whole(received, value, unit, waited) -> None:
    end = deadline(CALENDAR, received, value, unit, same_day_cutoff=CUTOFF)
    later = extended(CALENDAR, end, waited)
    assert CALENDAR.working_days_between(day_of(end), day_of(later)) == waited
    assert CALENDAR.is_working_day(day_of(later))
    assert end_of(later).time() == end_of(end).time()


@given(RECEIVED)
def test_rolling_forward_stops_at_the_first_working_day(day: date) -> None:
    rolled = CALENDAR.roll_forward(day)
    assert CALENDAR.is_working_day(rolled)
    assert not [
        n for n in range((rolled - day).days) if CALENDAR.is_working_day(day + timedelta(days=n))
    ]


def test_the_day_table_says_what_the_calendar_says() -> None:
    table = day_table(CALENDAR)
    assert [row.day for row in table[:2]] == [date(2017, 1, 1), date(2017, 1, 2)]
    assert table[-1].day == date(CALENDAR.years[-1], 12, 31)
    for row in table:
        assert row.is_working == CALENDAR.is_working_day(row.day)
        assert row.working_index == CALENDAR.working_days_between(table[0].day, row.day)
        if row.next_working_day:
            assert row.next_working_day == CALENDAR.roll_forward(row.day)


def test_after_the_last_known_working_day_there_is_no_next_one() -> None:
    calendar = Calendar([day.model_copy(update={"date": date(2018, 12, 31)}) for day in DAYS[:1]])
    assert [row.next_working_day for row in day_table(calendar)[-2:]] == [None, None]
    with pytest.raises(UnknownYear):
        calendar.roll_forward(date(2018, 12, 31))


def test_makeup_saturdays_are_worked() -> None:
    assert CALENDAR.is_working_day(date(2019, 1, 5))
    assert not CALENDAR.is_working_day(date(2019, 1, 12))


@pytest.mark.parametrize("received", [date(2016, 12, 31), date(2028, 1, 1)])
def test_a_year_outside_the_calendar_is_an_error_that_names_the_known_ones(received: date) -> None:
    known = f"các năm {CALENDAR.years[0]} đến {CALENDAR.years[-1]}"
    with pytest.raises(UnknownYear, match=f"năm {received.year}; lịch hiện có: {known}") as raised:
        deadline(CALENDAR, received, 1, "working_day", same_day_cutoff=CUTOFF)
    assert raised.value.year == received.year
    assert raised.value.years == CALENDAR.years


def test_a_deadline_beyond_the_calendar_is_not_guessed() -> None:
    last = date(CALENDAR.years[-1], 12, 30)
    for unit in ("working_day", "day", "month"):
        with pytest.raises(UnknownYear):
            deadline(CALENDAR, last, 5, unit, same_day_cutoff=CUTOFF)


def test_an_empty_calendar_knows_no_year() -> None:
    assert day_table(Calendar([])) == ()
    with pytest.raises(UnknownYear, match="chưa có năm nào"):
        Calendar([]).is_working_day(date(2018, 1, 2))


def test_what_is_no_limit_is_refused() -> None:
    for value, unit in ((-1, "day"), (1, "week")):
        with pytest.raises(ValueError, match="limit"):
            deadline(CALENDAR, date(2018, 1, 2), value, unit, same_day_cutoff=CUTOFF)
    with pytest.raises(ValueError, match="negative"):
        CALENDAR.add_working_days(date(2018, 1, 2), -1)


EXPLAINED = [
    ("2018-02-12", 3, "working_day"),
    ("2019-01-04", 1, "working_day"),
    ("2018-03-28", 3, "day"),
    ("2018-03-31", 1, "month"),
    ("2018-03-09 16:00", 0, "same_day"),
    ("2018-03-06 16:00", 0, "same_day"),
    ("2018-03-08 10:30", 48, "hour"),
    ("2018-03-06", 25, "hour"),
    ("2018-03-09 16:00", 8, "hour"),
    ("2018-03-09 16:00", 8, "working_hour"),
    ("2018-02-13 12:10", 9, "working_hour"),
    ("2019-01-04 15:30", 4, "working_hour"),
    ("2018-03-09", 12, "working_hour"),
]


def explained(received: str, value: int, unit: str) -> str:
    bare = len(received) == 10
    start = date.fromisoformat(received) if bare else datetime.fromisoformat(received)
    lines = explain(CALENDAR, start, value, unit, same_day_cutoff=CUTOFF, law=VIETNAM)
    return "\n".join([f"Nhận {received}, thời hạn {value} {unit}", *(f"  {x}" for x in lines)])


def test_a_deadline_is_explained_day_by_day() -> None:
    golden = GOLDENS / "clock" / "explained.txt"
    told = "\n\n".join(explained(*case) for case in EXPLAINED) + "\n"
    assert told == golden.read_text(encoding="utf-8")


@given(RECEIVED, st.integers(0, 30))
def test_an_explanation_counts_as_many_days_as_the_limit_has(received: date, value: int) -> None:
    lines = explain(CALENDAR, received, value, "working_day", same_day_cutoff=CUTOFF, law=VIETNAM)
    assert sum("ngày làm việc thứ" in line for line in lines) == value
    end = deadline(CALENDAR, received, value, "working_day", same_day_cutoff=CUTOFF)
    assert lines[-1] == f"Hạn: hết ngày {day_of(end):%d/%m/%Y}."
