"""The days off of the week to come, on which no counter is open: holidays and Tết."""

from datetime import date, timedelta
from itertools import takewhile

from generator.edition.edition import Edition
from generator.model.text import vn_weekday
from generator.radio.items.day import AirDay
from generator.radio.items.phrases import begin, on_day

_AHEAD = 8
"""So many days ahead are looked at: the week to come and the day after it."""
_LUNAR = "Tết Nguyên"


def days_off_ahead(day: AirDay) -> str:
    """Say on which days the offices are closed, and when what is due then is given out."""
    ahead = [day.air_on + timedelta(days=number) for number in range(1, _AHEAD + 1)]
    closed = [one for one in ahead if _is_off(day.edition, one) and one.isoweekday() < 6]
    if not closed:
        return ""
    run = [closed[0], *_after(day.edition, closed[0])]
    first, last = run[0], run[-1]
    named = (
        _named(first, day) if first == last else f"Từ {_named(first, day)}, đến {_named(last, day)}"
    )
    return (
        f"{begin(named)}, các cơ quan {_name(day.edition, run)}. Hồ sơ có hạn trả vào "
        f"{'ngày này' if first == last else 'những ngày này'} được trả vào ngày làm việc tiếp theo."
    )


def _named(one: date, day: AirDay) -> str:
    return f"{vn_weekday(one)}, {on_day(one, day.air_on, day.dialect)}"


def _after(edition: Edition, first: date) -> list[date]:
    """The working days of the week that follow one another and are off, too."""
    following = (first + timedelta(days=number) for number in range(1, 30))
    off = takewhile(lambda one: _is_off(edition, one) or one.isoweekday() > 5, following)
    return [one for one in off if one.isoweekday() < 6]


def _is_off(edition: Edition, one: date) -> bool:
    return any(row.date == one and row.status == "off" for row in edition.calendar)


def _name(edition: Edition, run: list[date]) -> str:
    names = " ".join(row.name for row in edition.calendar if row.date in run)
    return "nghỉ Tết Nguyên đán" if _LUNAR in names else "nghỉ lễ"
