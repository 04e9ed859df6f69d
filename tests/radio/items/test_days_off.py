"""Days off: nothing is aired on one, and what is near is told before it."""

from datetime import date

import pytest

from generator.edition.edition import Edition
from generator.model.records import CalendarDay
from generator.model.settings import City
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.txt import render_txt
from generator.radio.weeks import broadcast_weeks
from worlds.radio_edition import city, edition


def off(*days: date, name: str = "Quốc khánh") -> Edition:
    rows = tuple(
        CalendarDay(
            date=day, status="off", kind="holiday", name=name, source="mẫu", confidence="official"
        )
        for day in days
    )
    return edition(calendar=rows)


def aired_all_the_same() -> City:
    radio = city().radio.model_dump() | {"on_days_off": True}
    return City.model_validate(city().model_dump() | {"radio": radio})


def test_a_week_whose_day_is_off_is_passed_over_unless_the_city_says_so() -> None:
    whole = off(date(2018, 10, 13))
    assert "2018-W41" not in broadcast_weeks(whole)
    assert "2018-W40" in broadcast_weeks(whole) and "2018-W42" in broadcast_weeks(whole)
    again = edition(aired_all_the_same(), calendar=whole.calendar)
    assert "2018-W41" in broadcast_weeks(again)


def test_the_farewell_names_the_day_after_a_week_without() -> None:
    text = render_txt(make_bulletin(off(date(2018, 10, 13)), "2018-W40"))
    assert "hẹn gặp lại vào sáng thứ bảy, ngày hai mươi tháng mười." in text


@pytest.mark.parametrize(
    ("days", "name", "said"),
    [
        (
            (date(2018, 10, 22),),
            "Quốc khánh",
            "Thứ hai, ngày hai mươi hai tháng mười, các cơ quan nghỉ lễ.\nHồ sơ có hạn trả vào "
            "ngày này được trả vào ngày làm việc tiếp theo.",
        ),
        (
            (date(2018, 10, 25), date(2018, 10, 26), date(2018, 10, 29)),
            "Mùng ba Tết Nguyên Đán",
            "Từ thứ năm, ngày hai mươi lăm tháng mười, đến thứ hai, ngày hai mươi chín tháng mười, "
            "các cơ quan nghỉ Tết Nguyên đán.",
        ),
    ],
)
def test_days_off_that_are_near_are_told(days: tuple[date, ...], name: str, said: str) -> None:
    assert said in render_txt(make_bulletin(off(*days, name=name), "2018-W42"))
