"""A day with a time of it as people type them: 14h30, 2:30 PM, 8 giờ 15 sáng."""

import re
from datetime import date, datetime, time

from generator.entry.cells import Cell, Unread, as_typed
from generator.entry.days import read_day
from generator.entry.words import in_digits
from generator.model.text import fold

_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}) ?(?::|h|g|giờ|gio) ?(?P<minute>\d{1,2}(?!\d|[/.-]\d))?"
    r"(?::(?P<second>\d{2})(?:[.,]\d+)?)?(?: ?(?:phút|phut|p|['’]))?"
    r"(?: ?(?P<half>AM|PM|SA|CH|sáng|trưa|chiều|tối))?(?![\w:])",
    re.IGNORECASE,
)
_AROUND = re.compile(r"\b(lúc|luc|vào|vao|hồi|hoi)\b|,", re.IGNORECASE)
_NOON = 12
_HALVES = {
    "am": {_NOON: 0, **{hour: hour for hour in range(_NOON)}},
    "sang": {hour: hour for hour in range(1, _NOON)},
    "trua": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14},
    "pm": {_NOON: _NOON, **{hour: hour + _NOON for hour in range(1, _NOON)}},
    "chieu": {hour: hour + _NOON for hour in range(1, _NOON)},
}
"""The hour that is meant by the one that is said in each part of a day."""
_AS = {"sa": "am", "ch": "pm", "toi": "chieu"}
_OF_DAY = frozenset(("day-wrong", "day-timed", "day-several"))


def read_moment(cell: Cell) -> str:
    """A day, or a day and a time, as files have it: 2018-10-06T06:00. Raises Unread."""
    if isinstance(cell, datetime) and cell.time() != time():
        return _timed(read_day(cell.date()), cell.time())
    if not isinstance(cell, str):
        return read_day(cell).isoformat()
    text = re.sub(r"(?<=\d)T(?=\d)", " ", in_digits(cell.strip()))
    found = _TIME.search(text)
    if not found:
        return read_day(text).isoformat()
    rest = _AROUND.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
    return _timed(_day(rest, cell), _time(found, cell))


def _day(rest: str, cell: str) -> date:
    """The day beside a time; what is wrong with it is told of the whole cell. Raises Unread."""
    try:
        return read_day(rest)
    except Unread as unread:
        code = "moment-wrong" if unread.code in _OF_DAY else unread.code
        raise Unread(code, **{**unread.values, "value": cell}) from None


def _time(found: re.Match[str], cell: str) -> time:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    half = fold(found["half"] or "")
    try:
        if half and hour <= _NOON:
            hour = _HALVES[_AS.get(half, half)][hour]
        elif half in ("am", "sa", "sang"):
            raise ValueError(half)
        return time(hour, minute, second)
    except (ValueError, KeyError):
        raise Unread("moment-wrong", value=as_typed(cell)) from None


def _timed(day: date, at: time) -> str:
    return f"{day.isoformat()}T{at:%H:%M:%S}".removesuffix(":00")
