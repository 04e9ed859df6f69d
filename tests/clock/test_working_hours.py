"""Working hours: worked examples, an oracle that counts by minutes, and units that never close."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clock import Calendar, Calendars, deadline, explain
from generator.clock.hours import office_hours
from generator.model.laws import VIETNAM
from generator.model.limit_units import LIMIT_UNITS
from generator.model.records import CalendarDay
from generator.model.service import OfficeSpan, Service
from oracles.minutes import hours_by_minutes
from worlds.measured import rows_of
from worlds.paths import DATA

DAYS = [CalendarDay.model_validate(row) for row in rows_of(DATA / "calendar.csv")]
OFFICE = Calendar(DAYS)
CUTOFF = time(15)
CITY = {"same_day_cutoff": CUTOFF, "law": VIETNAM}
MOMENTS = st.datetimes(datetime.fromisoformat("2017-12-20"), datetime.fromisoformat("2019-01-15"))
RECEIVED = MOMENTS.map(lambda at: at.replace(second=0, microsecond=0))


def due(received: str, value: int, unit: str = "working_hour", calendar: Calendar = OFFICE) -> str:
    start = (
        date.fromisoformat(received) if len(received) == 10 else datetime.fromisoformat(received)
    )
    return str(deadline(calendar, start, value, unit, same_day_cutoff=CUTOFF))[:16]


@pytest.mark.parametrize(
    ("received", "value", "expected", "why"),
    [
        ("2018-03-06 08:00", 2, "2018-03-06 10:00", "trong một buổi"),
        ("2018-03-06 10:30", 2, "2018-03-06 14:00", "nghỉ trưa từ 11:30 đến 13:00"),
        ("2018-03-06 07:30", 4, "2018-03-06 11:30", "hết buổi sáng, không phải đầu buổi chiều"),
        ("2018-03-06 07:30", 8, "2018-03-06 17:00", "trọn một ngày làm việc"),
        ("2018-03-06 10:00", 8, "2018-03-07 10:00", "sang ngày hôm sau"),
        ("2018-03-09 16:00", 8, "2018-03-12 16:00", "qua thứ bảy, chủ nhật"),
        ("2018-03-09 16:00", 1, "2018-03-09 17:00", "hết giờ thứ sáu, không phải sáng thứ hai"),
        ("2018-03-06 06:00", 1, "2018-03-06 08:30", "trước giờ: tính từ 07:30"),
        ("2018-03-06 12:00", 1, "2018-03-06 14:00", "giờ nghỉ trưa: tính từ 13:00"),
        ("2018-03-09 17:00", 1, "2018-03-12 08:30", "đúng lúc hết giờ: tính từ sáng thứ hai"),
        ("2018-03-09 21:00", 1, "2018-03-12 08:30", "sau giờ: tính từ sáng thứ hai"),
        ("2018-03-10 09:00", 8, "2018-03-12 17:00", "thứ bảy: tính từ sáng thứ hai"),
        ("2018-02-13 16:00", 8, "2018-02-21 16:00", "nghỉ Tết từ 14 đến 20/2"),
        ("2018-12-28 16:00", 8, "2019-01-02 16:00", "31/12 nghỉ hoán đổi, 1/1 nghỉ"),
        ("2019-01-04 16:00", 8, "2019-01-05 16:00", "thứ bảy 5/1/2019 làm bù"),
        ("2018-03-06 08:00", 0, "2018-03-06 08:00", "không giờ nào: ngay lúc nhận"),
        ("2018-03-06 12:00", 0, "2018-03-06 13:00", "không giờ nào, nhưng đang nghỉ trưa"),
        ("2018-03-06", 8, "2018-03-07", "không ghi giờ: chạy từ hết ngày"),
        ("2018-03-09", 9, "2018-03-13", "không ghi giờ, hơn một ngày làm việc là hai"),
        ("2018-03-10", 0, "2018-03-12", "không giờ nào, nhưng thứ bảy nghỉ"),
    ],
)
def test_a_limit_in_working_hours(received: str, value: int, expected: str, why: str) -> None:
    assert due(received, value) == expected, why


def service(*spans: tuple[str, str], never_closed: tuple[str, ...] = ()) -> Service:
    told = [OfficeSpan.model_validate({"opens": a, "closes": b}) for a, b in spans]
    return Service(office_hours=tuple(told), around_the_clock=never_closed)


@st.composite
def offices(draw: st.DrawFn) -> Service:
    """One to four stretches of whole minutes, some of them touching."""
    minutes = st.integers(0, 24 * 60 - 1)
    count = draw(st.integers(1, 4))
    ends = sorted(draw(st.lists(minutes, min_size=2 * count, max_size=2 * count, unique=True)))
    clocks = [f"{end // 60:02}:{end % 60:02}" for end in ends]
    return service(*zip(clocks[::2], clocks[1::2], strict=True))


@given(offices(), RECEIVED, st.integers(0, 20))
def test_every_minute_of_work_is_counted_and_no_other(office, received, value) -> None:
    calendar = Calendar(DAYS, office_hours(office.office_hours))
    hours = min(value, 3 * calendar.hours.length // timedelta(hours=1))
    found = deadline(calendar, received, hours, "working_hour", same_day_cutoff=CUTOFF)
    spans = [(x.opens, x.closes) for x in office.office_hours]
    worked = {row.day for row in calendar.rows() if row.is_working}
    assert found == hours_by_minutes(worked, spans, received, hours)


@given(MOMENTS, st.integers(0, 60), st.sampled_from([*LIMIT_UNITS]), st.booleans())
def test_a_unit_that_never_closes_has_no_day_off_and_only_working_hours(
    received, value, unit, has_moment
) -> None:
    calendars = Calendars(DAYS, service(("08:00", "12:00"), never_closed=("cong-an",)))
    calendar, start = calendars.of("cong-an"), received if has_moment else received.date()

    def end(of: str) -> date | datetime:
        return deadline(calendar, start, value, of, same_day_cutoff=CUTOFF)

    assert end("working_hour") == end("hour")
    assert end("working_day") == end("day")
    if has_moment and value and unit == "hour":
        exact = received + timedelta(hours=value)
        assert end(unit) in (exact, exact.date() - timedelta(days=1))


def test_only_the_units_named_never_close() -> None:
    calendars = Calendars(DAYS, service(("08:00", "12:00"), never_closed=("cong-an",)))
    assert due("2018-03-09 11:00", 2, calendar=calendars.of("p-dong-tho")) == "2018-03-12 09:00"
    assert due("2018-03-09 11:00", 2, calendar=calendars.of(None)) == "2018-03-12 09:00"
    assert due("2018-03-09 23:00", 2, calendar=calendars.of("cong-an")) == "2018-03-10 01:00"
    assert due("2018-02-15", 1, "working_day", calendars.of("cong-an")) == "2018-02-16"
    told = explain(calendars.of("cong-an"), date(2018, 2, 15), 2, "working_day", **CITY)
    assert "Thứ sáu 16/02/2018: ngày làm việc thứ 1." in told
    assert "làm bù" not in " ".join(
        explain(calendars.of("cong-an"), date(2019, 1, 4), 2, "day", **CITY)
    )


@given(RECEIVED, st.integers(1, 30))
def test_an_explanation_counts_as_many_hours_as_the_limit_has(received, value) -> None:
    lines = explain(OFFICE, received, value, "working_hour", **CITY)
    told = [line for line in lines if "–" in line]
    hours, minutes = (
        sum(int(word) for line in told for word in _before(line, name)) for name in ("giờ", "phút")
    )
    assert hours * 60 + minutes == value * 60
    assert told[-1].endswith(f"đủ {value} giờ làm việc.")


def _before(line: str, name: str) -> list[str]:
    words = line.partition(" là ")[2].partition(", đủ")[0].strip(".").split()
    return [word for word, after in pairwise(words) if after == name]
