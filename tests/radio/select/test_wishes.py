"""A feast is wished for once, in the last broadcast before it."""

from datetime import date, timedelta

import pytest

from generator.model.records import CalendarDay
from generator.model.settings import City
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.txt import render_txt
from worlds.radio_edition import city, edition

WORDS = "Chúc quý vị đón Tết đầm ấm."
AIRED = date(2018, 10, 6)


def settings(**changes: object) -> City:
    wishes = [{"feast": "Tết Nguyên đán", "words": WORDS}]
    radio = city().radio.model_dump() | {"wishes": wishes} | changes
    return City.model_validate(city().model_dump() | {"radio": radio})


def said(week: str, minutes: float | None, *days: date, name: str) -> str:
    rows = tuple(
        CalendarDay(
            date=day, status="off", kind="holiday", name=name, source="mẫu", confidence="official"
        )
        for day in days
    )
    return render_txt(make_bulletin(edition(settings(), calendar=rows), week, minutes))


@pytest.mark.parametrize("minutes", [None, 1.0])
def test_a_feast_of_the_week_to_come_is_wished_for_in_both_editions(minutes: float | None) -> None:
    for ahead in range(1, 7):
        day = AIRED + timedelta(days=ahead)
        assert WORDS in said("2018-W40", minutes, day, name="Mùng hai Tết Nguyên Đán")
    assert WORDS not in said("2018-W41", minutes, AIRED, name="Tết Nguyên Đán")
    assert WORDS not in said("2018-W40", minutes, AIRED + timedelta(days=8), name="Tết Nguyên Đán")


def test_a_week_that_is_passed_over_is_wished_for_before() -> None:
    tet = [date(2018, 10, 13) + timedelta(days=number) for number in range(3)]
    assert WORDS in said("2018-W40", None, *tet, name="Tết Nguyên Đán")


def test_another_day_off_has_no_wish() -> None:
    assert WORDS not in said("2018-W40", None, date(2018, 10, 9), name="Quốc khánh")
