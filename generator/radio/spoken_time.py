"""Days, months, quarters, hours and lengths of time in words."""

from datetime import date, time

from generator.contract.records import LimitUnit
from generator.radio.spoken import integer
from generator.text import quarter_end, vn_weekday

_UNITS: dict[LimitUnit, str] = {
    "hour": "giờ làm việc",
    "working_day": "ngày làm việc",
    "day": "ngày",
    "month": "tháng",
}


def day_of_month(number: int) -> str:
    """The first ten days of a month are "mùng"."""
    return f"mùng {integer(number)}" if number <= 10 else integer(number)


def month_number(number: int) -> str:
    """The fourth month is "tư"; raises ValueError outside 1 to 12."""
    if not 1 <= number <= 12:
        raise ValueError(f"month {number}")
    return "tư" if number == 4 else integer(number)


def month(number: int, year: int | None = None) -> str:
    """ "tháng tư năm hai nghìn không trăm mười tám"."""
    return f"tháng {month_number(number)}" + (f" năm {integer(year)}" if year else "")


def day(value: date, *, with_year: bool = True) -> str:
    """ "ngày mùng sáu tháng ba năm hai nghìn không trăm mười tám"."""
    tail = month(value.month, value.year if with_year else None)
    return f"ngày {day_of_month(value.day)} {tail}"


def weekday(value: date) -> str:
    """ "thứ bảy, ngày mùng sáu tháng mười năm hai nghìn không trăm mười tám"."""
    return f"{vn_weekday(value)}, {day(value)}"


def day_range(first: date, last: date) -> str:
    """From one day to another, saying month and year once where they are the same."""
    if first.year != last.year:
        return f"từ {day(first)} đến {day(last)}"
    if first.month != last.month:
        return f"từ {day(first, with_year=False)} đến {day(last)}"
    return f"từ ngày {day_of_month(first.day)} đến {day(last)}"


def quarter(value: str, *, with_year: bool = True) -> str:
    """`2018-Q4` is "quý bốn năm hai nghìn không trăm mười tám"."""
    end = quarter_end(value)
    return f"quý {integer(end.month // 3)}" + (f" năm {integer(end.year)}" if with_year else "")


def clock_time(value: time) -> str:
    """ "bảy giờ ba mươi phút"; a full hour has no minutes."""
    minutes = f" {integer(value.minute)} phút" if value.minute else ""
    return f"{integer(value.hour)} giờ{minutes}"


def duration(value: int, unit: LimitUnit) -> str:
    """A time limit: "ba ngày làm việc", "trong ngày" for a same-day limit."""
    return "trong ngày" if unit == "same_day" else f"{integer(value)} {_UNITS[unit]}"
