"""Days off, and the Saturdays worked for them."""

from datetime import date

import pytest

from generator.check.rules.calendar import makeup_days, skipped_years
from generator.model.records import CalendarDay
from worlds.rules import codes, small


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        (date(2019, 1, 4), True),
        (date(2019, 1, 5), False),
        (date(2019, 1, 6), False),
        (date(2019, 1, 7), True),
    ],
)
def test_only_a_day_of_rest_can_be_worked_instead(day: date, is_told: bool) -> None:
    record = small(CalendarDay, date=day, status="work", kind="makeup_workday")
    assert codes(makeup_days, record) == (["makeup-on-weekday"] if is_told else [])
    assert codes(makeup_days, small(CalendarDay, date=day, status="off")) == []


def test_every_year_between_two_known_ones_is_known() -> None:
    days = [small(CalendarDay, date=date(year, 1, 1)) for year in (2018, 2019, 2022)]
    assert codes(skipped_years, *days[:2]) == []
    assert codes(skipped_years, *days) == ["calendar-year-missing"] * 2
