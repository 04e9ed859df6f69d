"""Days, moments, quarters and weeks as people type them, and as a spreadsheet keeps them.

The day comes before the month, as everywhere in Vietnam: 6/3/2018 is the sixth of March.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from generator.entry.cells import Cell, Unread, as_typed
from generator.entry.words import bare
from generator.model.record import FIRST_DAY, LAST_DAY
from generator.model.text import vn_date

SERIAL_ZERO = date(1899, 12, 30)
"""The day of which spreadsheets count."""
LATEST_SHORT_YEAR = 50
"""A year of two digits is one of this century; from this number on nobody can say."""
PARTS = 3
"""A day, a month, a year."""
_WORDS = frozenset(("ngay", "thang", "nam", "mung", "mong"))
_WEEKDAY = re.compile(r"^(thu \w+|chu nhat) (?=ngay |\d)")
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")
_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}) ?(?::|h|g|giờ|gio) ?(?P<minute>\d{2})?(?::(?P<second>\d{2}))?"
    r"(?: ?(?:phút|phut|p))?(?![\w:])",
    re.IGNORECASE,
)
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_day(cell: Cell) -> date:
    """The day of a cell. Raises Unread."""
    match cell:
        case datetime():
            if cell.time() != time():
                raise Unread("day-timed", value=as_typed(cell))
            return _in_range(cell.date(), as_typed(cell))
        case date():
            return _in_range(cell, as_typed(cell))
        case bool() | time() | timedelta():
            raise Unread("day-wrong", value=as_typed(cell))
    text = as_typed(cell).strip()
    return _in_range(_of_text(text), text)


def _of_text(text: str) -> date:
    plain = _WEEKDAY.sub("", bare(_MIDNIGHT.sub("", text)))
    numbers = [word for word in plain.split() if word not in _WORDS]
    if all(number.isdecimal() and number.isascii() for number in numbers):
        if len(numbers) == 1:
            return _of_digits(numbers[0], text)
        if len(numbers) == PARTS:
            return _of_numbers(numbers, text)
    raise Unread("day-timed" if _TIME.search(text) else "day-wrong", value=text)


def _of_digits(digits: str, text: str) -> date:
    """The day of a number alone: 06032018, 20180306, or the count of a spreadsheet."""
    if len(digits) in (7, 8):
        eight = digits.zfill(8)
        orders = ((eight[4:], eight[2:4], eight[:2]), (eight[:4], eight[4:6], eight[6:]))
        days = {day for order in orders if (day := _day(*map(int, order)))}
        days = {day for day in days if FIRST_DAY <= day <= LAST_DAY}
        if len(days) == 1:
            return days.pop()
    elif len(digits) == 5:
        return SERIAL_ZERO + timedelta(days=int(digits))
    raise Unread("day-wrong", value=text)


def _of_numbers(numbers: Sequence[str], text: str) -> date:
    first, second, third = map(int, numbers)
    if len(numbers[0]) == 4:
        year, month, day = first, second, third
    else:
        year, month, day = _year(numbers[2], text), second, first
    if found := _day(year, month, day):
        return found
    if swapped := _day(year, day, month):
        raise Unread("day-month-first", value=text, candidates=vn_date(swapped))
    raise Unread("day-unreal", value=text)


def _year(digits: str, text: str) -> int:
    if len(digits) == 4:
        return int(digits)
    if len(digits) != 2 or int(digits) >= LATEST_SHORT_YEAR:
        raise Unread("day-year", value=text)
    return 2000 + int(digits)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_range(day: date, text: str) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Unread("day-far", value=text, first=vn_date(FIRST_DAY), last=vn_date(LAST_DAY))
    return day


def read_moment(cell: Cell) -> str:
    """A day, or a day and a time, as files have it: 2018-10-06T06:00. Raises Unread."""
    if isinstance(cell, datetime) and cell.time() != time():
        return _timed(_in_range(cell.date(), as_typed(cell)), cell.time())
    if not isinstance(cell, str):
        return read_day(cell).isoformat()
    text = re.sub(r"(?<=\d)T(?=\d)", " ", cell.strip())
    found = _TIME.search(text)
    if not found:
        return read_day(text).isoformat()
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    rest = re.sub(r"\b(lúc|luc|vào|vao|hồi|hoi)\b|,", " ", rest, flags=re.IGNORECASE)
    try:
        at = time(int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        raise Unread("moment-wrong", value=cell) from None
    return _timed(read_day(rest), at)


def _timed(day: date, at: time) -> str:
    return f"{day.isoformat()}T{at:%H:%M:%S}".removesuffix(":00")


def read_quarter(cell: Cell) -> str:
    """2018-Q3 of “Quý III/2018”, “Q3/2018” or “quý 3 năm 2018”. Raises Unread."""
    words = [word for word in bare(as_typed(cell)).split() if word not in ("quy", "nam")]
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    rest = [word.removeprefix("q") for word in words if word not in years]
    if len(years) != 1 or len(rest) != 1 or rest[0] not in _QUARTERS or not isinstance(cell, str):
        raise Unread("quarter-wrong", value=as_typed(cell))
    return f"{years[0]}-Q{_QUARTERS[rest[0]]}"


def read_week(cell: Cell) -> str:
    """2018-W40 of “Tuần 40/2018” or “W40 năm 2018”. Raises Unread."""
    words = [word for word in bare(as_typed(cell)).split() if word not in ("tuan", "nam")]
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    rest = [word.removeprefix("w") for word in words if word not in years]
    is_week = len(years) == len(rest) == 1 and rest[0].isdecimal() and isinstance(cell, str)
    if not is_week or not 1 <= int(rest[0]) <= 53:
        raise Unread("week-wrong", value=as_typed(cell))
    return f"{years[0]}-W{int(rest[0]):02d}"
