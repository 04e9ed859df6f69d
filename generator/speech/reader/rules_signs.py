"""Rules for signs before and after numbers: comparisons, a minus, minutes and seconds, times."""

import re

from generator.speech.reader.cursor import Cursor, Reading, Rule

_COMPARED = re.compile(r"(>=|=>|≥|⩾|<=|=<|≤|⩽|>|<|±|\+/-|≈|~)\s?(?=\d)")
_COMPARISONS = {
    **dict.fromkeys((">=", "=>", "≥", "⩾"), "lớn hơn hoặc bằng"),
    **dict.fromkeys(("<=", "=<", "≤", "⩽"), "nhỏ hơn hoặc bằng"),
    **dict.fromkeys(("±", "+/-"), "cộng trừ"),
    **dict.fromkeys(("≈", "~"), "xấp xỉ"),
    ">": "trên",
    "<": "dưới",
}
_MINUS = re.compile(r"[-−](?=\d)")
_BELOW_ZERO = ("độ", "trưởng", "mức", "số", "là", "đạt", "còn", "xuống", "khoảng", "từ", "đến")
_MEASURED = re.compile(r"-\d{1,3}(?:,\d{1,2})?\s?(?:°|độ)")
_PLUS = re.compile(r"\+(?=\d{1,3}(?:,\d{1,2})?\s?m(?!\w))")
_HEIGHT = re.compile(
    r"\b(?:cốt|cốt nền|cao trình|cao độ|mức|mực nước|bể hút|bể xả|thượng lưu|hạ lưu|đỉnh|đáy|"
    r"mặt đê)"
    r"(?: (?:là|đạt|ở|tại|khoảng)){0,2} $"
)
_AND = re.compile(r" \+ (?=\d)")
_BETWEEN = re.compile(r"(?<=\d)\+(?=\d)")
_OF_PERCENT = re.compile(r"\+(?=\d{1,3}(?:,\d{1,2})?\s?%)")
_ONE_OF_TWO = re.compile(r"\d[^.:;+]{0,25}$")
_TIMES = re.compile(r"\s?[x×]\s?(?=\d)")
_LENGTH = re.compile(
    r"\d\s?(?:(?:mm|cm|dm|m|km|ml|mg|g)|[^\W\dA-ZĐ_]+(?: [^\W\dA-ZĐ_]+)?)?(?:\s|(?<=\w))$"
)
_EQUALS = re.compile(r"\s?=\s?(?=\d)")
_MEASURE_NAMED = re.compile(r"\b(?:hệ số|chỉ số|mật độ|giá trị) [A-Z]$")
_SUM = re.compile(r"\d[^.;=]{0,25} [+x×-] \d[^.;=]{0,25}$")
_SHARE = re.compile(r"\d/\d[\d.,]*\s?(?:[^\W\d_]++ ?){0,3}$")
_PERCENT = re.compile(r"\s?=\s?\d{1,3}(?:,\d{1,2})?\s?%")
_MINUTES = re.compile(r"['’′](?!['’′]|[^\W\d_])")
_SECONDS = re.compile(r"(?:''|’’|″|[\"”])(?!\w)")
_OPEN_SINGLE = re.compile(r"(?:^|[\s(])['‘’](?!\s)[^'‘’]*$")
_OPEN_DOUBLE = re.compile(r"(?:^|[\s(])[\"“](?!\s)[^\"“”]*$")


def comparison(cursor: Cursor) -> Reading | None:
    """Read "≥ 95%", "<5%"; between two numbers only ± is said, the others are refused."""
    match = _COMPARED.match(cursor.text, cursor.start)
    if match is None:
        return None
    if match[1] not in ("±", "+/-") and re.search(r"[\d%]\s*$", cursor.before):
        return None
    return Reading(f" {_COMPARISONS[match[1]]} ", len(match[0]))


def minus(cursor: Cursor) -> Reading | None:
    """Read "nhiệt độ -5°C": a dash that sticks to its number, where less than nothing may stand.

    Elsewhere it may be the dash of a list, so nobody reads it.
    """
    if _MINUS.match(cursor.text, cursor.start) is None or cursor.before[-1:] not in ("", " ", "("):
        return None
    below = cursor.after(*_BELOW_ZERO) or _MEASURED.match(cursor.text, cursor.start)
    surely_minus = cursor.text[cursor.start] == "−" and not cursor.after("giảm")
    return Reading(" âm ", 1) if below or surely_minus else None


def times(cursor: Cursor) -> Reading | None:
    """Read "5m x 20m", "3 × 4 cm"."""
    match = _TIMES.match(cursor.text, cursor.start)
    if match is None or not _LENGTH.search(cursor.before):
        return None
    return Reading(" nhân ", len(match[0]))


def minutes_mark(cursor: Cursor) -> Reading | None:
    """Read the mark of minutes in "chậm 30'", of seconds in 5'30"; a closing quotation is none.

    Raises Unreadable for one after a number that closes nothing and may be an inch.
    """
    if not cursor.before[-1:].isdigit():
        return None
    if (match := _SECONDS.match(cursor.text, cursor.start)) and not _OPEN_DOUBLE.search(
        cursor.before
    ):
        if re.search(r"\d['’′]\s?\d{1,2}$", cursor.before):
            return Reading(" giây", len(match[0]))
        raise cursor.refuse()
    match = _MINUTES.match(cursor.text, cursor.start)
    if match is None or _OPEN_SINGLE.search(cursor.before):
        return None
    seconds = " " if cursor.text[match.end() : match.end() + 1].isdigit() else ""
    return Reading(f" phút{seconds}", len(match[0]))


def plus(cursor: Cursor) -> Reading | None:
    """Read "cốt nền +3,20m", and "5kg đạm + 3kg kali"; elsewhere it may be the mark of a list."""
    if _PLUS.match(cursor.text, cursor.start) and _HEIGHT.search(cursor.said.lower()):
        return Reading("cộng ", 1)
    if _BETWEEN.match(cursor.text, cursor.start):
        return Reading(" cộng ", 1)
    if _OF_PERCENT.match(cursor.text, cursor.start) and cursor.before[-1:] in ("(", " "):
        return Reading("cộng ", 1)
    match = _AND.match(cursor.text, cursor.start)
    if match is None or not _ONE_OF_TWO.search(cursor.before):
        return None
    return Reading(" cộng ", len(match[0]))


def equals(cursor: Cursor) -> Reading | None:
    """Read "15 + 7 = 22", "118/120 phiếu = 98,3%": one number is the other."""
    match = _EQUALS.match(cursor.text, cursor.start)
    if match is None:
        return None
    share = _SHARE.search(cursor.before) and _PERCENT.match(cursor.text, cursor.start)
    if not (share or _SUM.search(cursor.before) or _MEASURE_NAMED.search(cursor.before)):
        return None
    return Reading(" bằng ", len(match[0]))


SIGN_RULES: tuple[Rule, ...] = (minutes_mark, comparison, minus, plus, times, equals)
