"""Rules for the days of the week in a row."""

import re

from generator.speech.numbers import ordinal
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_codes import is_coded
from generator.speech.reader.rules_shares import counts_things

_JOIN = r"(?<!\s)(?:\s*[,–-]\s*|\s+(?:và|hoặc|đến)\s+)"
_RUN = re.compile(rf"[2-7](?:{_JOIN}[2-7]){{1,5}}(?![\w/%]|[.,:-]\d|\s+(?:giờ|phút)\b)")
_ONE = re.compile(rf"({_JOIN})?T?([2-7])")
_CODES = re.compile(rf"(?<!\w)T[2-7](?:{_JOIN}T[2-7]){{1,5}}(?![\w/]|[.,:]\d)")


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
        words += f"{between}thứ {ordinal(int(number), cursor.dialect)}"
    return words


WEEKDAY_RULES: tuple[Rule, ...] = (weekdays,)
