"""Days, months, quarters, hours and lengths of time in words."""

from datetime import date, time

from generator.model.limit_units import LIMIT_UNITS, LimitUnit
from generator.model.radio_settings import Dialect
from generator.model.text import quarter_end, vn_weekday
from generator.speech.numbers import integer

_FIRST_TEN: dict[Dialect, str] = {"north": "mùng", "south": "mồng"}


def day_of_month(number: int, dialect: Dialect) -> str:
    """Say a day of the month; the first ten days of a month are "mùng", in the South "mồng"."""
    words = integer(number, dialect)
    return f"{_FIRST_TEN[dialect]} {words}" if number <= 10 else words


def month_number(number: int, dialect: Dialect) -> str:
    """Say a month's number, the fourth is "tư"; raises ValueError outside 1 to 12."""
    if not 1 <= number <= 12:
        raise ValueError(f"month {number}")
    return "tư" if number == 4 else integer(number, dialect)


def month(number: int, year: int | None, dialect: Dialect) -> str:
    """Say "tháng tư năm hai nghìn không trăm mười tám"."""
    tail = f" năm {integer(year, dialect)}" if year else ""
    return f"tháng {month_number(number, dialect)}{tail}"


def day(value: date, dialect: Dialect, *, with_year: bool = True) -> str:
    """Say "ngày mùng sáu tháng ba năm hai nghìn không trăm mười tám"."""
    tail = month(value.month, value.year if with_year else None, dialect)
    return f"ngày {day_of_month(value.day, dialect)} {tail}"


def weekday(value: date, dialect: Dialect) -> str:
    """Say "thứ bảy, ngày mùng sáu tháng mười năm hai nghìn không trăm mười tám"."""
    return f"{vn_weekday(value)}, {day(value, dialect)}"


def day_range(first: date, last: date, dialect: Dialect) -> str:
    """Say from one day to another, with month and year once where they are the same."""
    if first.year != last.year:
        return f"từ {day(first, dialect)} đến {day(last, dialect)}"
    if first.month != last.month:
        return f"từ {day(first, dialect, with_year=False)} đến {day(last, dialect)}"
    return f"từ ngày {day_of_month(first.day, dialect)} đến {day(last, dialect)}"


def quarter(value: str, dialect: Dialect, *, with_year: bool = True) -> str:
    """Say `2018-Q4` as "quý bốn năm hai nghìn không trăm mười tám"."""
    end = quarter_end(value)
    tail = f" năm {integer(end.year, dialect)}" if with_year else ""
    return f"quý {integer(end.month // 3, dialect)}{tail}"


def clock_time(value: time, dialect: Dialect) -> str:
    """Say "bảy giờ ba mươi phút"; a full hour has no minutes."""
    minutes = f" {integer(value.minute, dialect)} phút" if value.minute else ""
    return f"{integer(value.hour, dialect)} giờ{minutes}"


def duration(value: int, unit: LimitUnit, dialect: Dialect) -> str:
    """Say a time limit: "ba ngày làm việc", "trong ngày" for a same-day limit."""
    name = LIMIT_UNITS[unit]
    return name if unit == "same_day" else f"{integer(value, dialect)} {name}"
