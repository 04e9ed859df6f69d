"""Our calendar beside the `holidays` library: every disagreement is listed and explained."""

from datetime import date, timedelta

import holidays

from generator.clock import Calendar
from generator.model.records import CalendarDay
from worlds.measured import rows_of
from worlds.paths import DATA, DATASETS

LISTED = rows_of(DATASETS / "clock" / "holidays.csv")
CALENDAR = Calendar(map(CalendarDay.model_validate, rows_of(DATA / "calendar.csv")))
THEIRS = holidays.Vietnam(years=CALENDAR.years)
SAID = {True: "làm việc", False: "nghỉ"}


def every_day() -> list[date]:
    first, last = date(CALENDAR.years[0], 1, 1), date(CALENDAR.years[-1], 12, 31)
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]


def test_every_disagreement_is_listed_and_explained() -> None:
    found = [
        (day.isoformat(), SAID[CALENDAR.is_working_day(day)], SAID[THEIRS.is_working_day(day)])
        for day in every_day()
        if CALENDAR.is_working_day(day) != THEIRS.is_working_day(day)
    ]
    assert found == [(row["date"], row["ours"], row["holidays"]) for row in LISTED]
    assert all(len(row["why"]) > 40 for row in LISTED)


def test_all_eleven_years_are_compared() -> None:
    assert len(every_day()) == 4017
    assert sum(THEIRS.is_working_day(day) for day in every_day()) > 2700


def test_every_named_day_off_is_theirs_too_unless_it_is_listed() -> None:
    listed = {date.fromisoformat(row["date"]) for row in LISTED}
    for day in every_day():
        row = CALENDAR.row(day)
        if day not in listed:
            assert (row is not None and row.status == "off") == (day in THEIRS), day
