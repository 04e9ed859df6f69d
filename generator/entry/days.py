"""Days as people type them, and as a spreadsheet keeps them.

The day comes before the month, as everywhere in Vietnam: 6/3/2018 is the sixth of March.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from generator.entry.cells import Cell, Unread, as_typed
from generator.entry.words import bare, in_digits
from generator.model.record import FIRST_DAY, LAST_DAY
from generator.model.text import vn_date, vn_weekday

SERIAL_ZERO = date(1899, 12, 30)
"""The day of which spreadsheets count."""
LATEST_SHORT_YEAR = 50
"""A year of two digits is one of this century; from this number on nobody can say."""
PARTS = 3
"""A day, a month, a year."""
_WORDS = frozenset(("ngay", "thang", "thg", "nam", "mung", "mong"))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?"
    r"|oct(ober)?|nov(ember)?|dec(ember)?"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_WEEKDAYS = ("hai", "ba", "tu", "nam", "sau", "bay")
_WEEKDAY = rf"(?:thu (?:{'|'.join(_WEEKDAYS)}|[2-7])|t ?[2-7]|chu nhat|cn)"
_BEFORE = re.compile(rf"^({_WEEKDAY}) (?=ngay |\d)")
_BEHIND = re.compile(rf" ({_WEEKDAY})$")
_MIDNIGHT = re.compile(
    r"[ T](0?0:00(:00(\.0+)?)?|12:00(:00)? ?(AM|SA))$",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\d ?(:|h|g|giờ|gio) ?\d{2}|\d ?(h|g|giờ|gio)\b|\b(sáng|trưa|chiều|tối|đêm|am|pm|sa|ch)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")


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
    plain = bare(_MIDNIGHT.sub("", in_digits(text)))
    weekday = _BEFORE.search(plain) or _BEHIND.search(plain)
    if weekday:
        plain = plain.replace(weekday[0], "", 1)
    words = plain.replace("thg", "thg ").split()
    day = _of_numbers([word for word in _day_first(words) if word not in _WORDS], text)
    if weekday and day.weekday() != _number_of(weekday[1]):
        told = {"day": vn_date(day), "weekday": vn_weekday(day)}
        raise Unread("day-weekday", value=text, **told)
    return day


def _number_of(weekday: str) -> int:
    """The number of a weekday from 0, which is a Monday: thu hai, t2, thu 2."""
    if weekday in ("chu nhat", "cn"):
        return 6
    last = weekday.removeprefix("thu").removeprefix("t").strip()
    return int(last) - 2 if last.isdecimal() else _WEEKDAYS.index(last)


def _day_first(words: Sequence[str]) -> list[str]:
    """The words of a day with an English month's name as its number, behind the day's number."""
    named = [word for word in words if _MONTH.fullmatch(word)]
    if len(named) != 1:
        return list(words)
    numbers = [_ORDINAL.sub(r"\1", word) for word in words if word not in named]
    return [*numbers[:1], str(_MONTHS.index(named[0][:3]) + 1), *numbers[1:]]


def _of_numbers(numbers: Sequence[str], text: str) -> date:
    if all(number.isdecimal() and number.isascii() for number in numbers):
        if len(numbers) == 1:
            return _of_digits(numbers[0], text)
        if len(numbers) == PARTS:
            return _of_parts(numbers, text)
    raise Unread(_why(text), value=text)


def _why(text: str) -> str:
    """The code of what is wrong with a text that is no day."""
    if len(list(_WHOLE.finditer(text))) > 1:
        return "day-several"
    if _TIMED.search(text):
        return "day-timed"
    numbers = re.findall(r"\d+", text)
    if len(numbers) > PARTS:
        return "day-several"
    is_part = re.search(r"\d[/-]\d|\d{4}", text) or _WORDS.intersection(bare(text).split())
    return "day-part" if numbers and len(numbers) < PARTS and is_part else "day-wrong"


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
    raise Unread("day-wrong" if len(digits) in (7, 8) else _why(text), value=text)


def _of_parts(numbers: Sequence[str], text: str) -> date:
    first, second, third = map(int, numbers)
    if len(numbers[0]) == 4:
        year, month, day = first, second, third
    else:
        found = short_year(numbers[2])
        if found is None:
            raise Unread("day-year", value=text)
        year, month, day = found, second, first
    if real := _day(year, month, day):
        return real
    if swapped := _day(year, day, month):
        raise Unread("day-month-first", value=text, candidates=vn_date(swapped))
    raise Unread("day-unreal", value=text)


def short_year(digits: str) -> int | None:
    """The year of four digits, or of the last two where nobody can doubt it; else None."""
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if len(digits) == 2 and int(digits) < LATEST_SHORT_YEAR else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_range(day: date, text: str) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Unread("day-far", value=text, first=vn_date(FIRST_DAY), last=vn_date(LAST_DAY))
    return day
