"""Rules for the days of the week in a row."""

import re

from generator.speech.numbers import ordinal
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_codes import is_coded
from generator.speech.reader.rules_shares import counts_things

_JOIN = r"(?<!\s)(?:\s*[,–-]\s*|\s+(?:và|hoặc|đến)\s+)"
_RUN = re.compile(rf"[2-7](?:{_JOIN}[2-7]){{1,5}}(?![\w/%]|[.,:-]\d|\s+(?:giờ|phút)\b)")
_ONE = re.compile(rf"({_JOIN})?(?:T?([2-7])|CN)")
_CODES = re.compile(rf"(?<!\w)T[2-7](?:{_JOIN}T[2-7]){{0,5}}{_JOIN}(?:T[2-7]|CN)(?![\w/]|[.,:]\d)")


_OF_DATE = re.compile(r"(?:T([2-7])|CN)(?!\w)")
_DATE_FOLLOWS = re.compile(
    r"(?:\s*,\s*|\s+|\s?\(\s?)(?:ngày\s+)?\d{1,2}[/-](?:1[0-2]|0?[1-9])(?:[/-]\d{4})?(?![\w/]|[.,-]\d)"
)
_OF_YEAR = re.compile(r"[/-]")
_PARTS_OF_DAY = ("sáng", "trưa", "chiều", "tối", "đêm")


def weekdays(cursor: Cursor) -> Reading | None:
    """Read "thứ 2, 4, 6" and "thứ 2-6", the word "thứ" with each of them."""
    match = _RUN.match(cursor.text, cursor.start)
    if match is None or not cursor.after("thứ") or counts_things(cursor.text, match.end()):
        return None
    return Reading(_say(match[0], cursor).removeprefix("thứ "), len(match[0]))


def weekday_code(cursor: Cursor) -> Reading | None:
    """Read "T2 - T6", days because there are several of them; T2 alone may be February.

    Those of "trụ cầu T3, T4" are names of things.
    """
    match = _CODES.match(cursor.text, cursor.start)
    if match is None or is_coded(cursor):
        return None
    return Reading(_say(match[0], cursor), len(match[0]))


def _say(written: str, cursor: Cursor) -> str:
    words = ""
    for join, number in _ONE.findall(written):
        between = {"": "", ",": ", ", "và": " và ", "hoặc": " hoặc "}.get(join.strip(), " đến ")
        words += between
        words += f"thứ {ordinal(int(number), cursor.dialect)}" if number else "chủ nhật"
    return words


def weekday_of_date(cursor: Cursor) -> Reading | None:
    """Read "T7, 13/10", "CN (14/10)" and "sáng T7", as the date or the part of the day says.

    T7 alone may be July.
    """
    match = _OF_DATE.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    part_of_day = cursor.after(*_PARTS_OF_DAY) and not _OF_YEAR.match(cursor.text, match.end())
    if not (_DATE_FOLLOWS.match(cursor.text, match.end()) or part_of_day) or is_coded(cursor):
        return None
    number = match[1]
    words = f"thứ {ordinal(int(number), cursor.dialect)}" if number else "chủ nhật"
    return Reading(words, len(match[0]))


WEEKDAY_RULES: tuple[Rule, ...] = (weekdays,)
