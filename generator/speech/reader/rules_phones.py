"""Rules for telephone numbers, which are read digit by digit."""

import re

from generator.speech.numbers import DIGITS, digits
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_shares import counts_things

_LONG = re.compile(
    r"(?:\+84[ .-]?|0)\d{1,4}(?:[ .-]\d{1,4}){1,4}(?![\d.-]\d|\d)|(?:\+84|0)\d{9,10}(?!\d)"
)
_IN_BRACKETS = re.compile(
    r"\s?\((0\d{1,4}|\+84[ .]?\d{0,4})\)[ .-]?(\d{1,4}(?:[ .-]\d{2,4}){0,3}|\d{6,8})(?!\d|[.-]\d)"
)
_ANY = re.compile(
    r"1[89]00(?:[ .-]?\d{2,4}){1,2}(?!\d|[.-]\d)|\d{3,8}(?:[ .-]\d{2,4}){0,2}(?!\d|[.-]\d)"
)
_SHORT = re.compile(r"(?:11\d|10\d\d|1[89]00(?:[ .-]?\d{2,4}){1,2})(?!\d|[.,/:-]\d|\s?%)")
_SERVICE = re.compile(
    r"1[89]00(?:[ .]?\d{4}|[ .]?\d{6}|[ .]\d{2}[ .]\d{2})(?!\d|[.,/:-]\d| \d|\s?(?:%|đồng|đ\b))"
)
"""The numbers of services begin with 1800 and 1900: no other number has eight digits or ten."""
_MORE = (
    "điện|thoại|ngay|tới|đến|vào|cho|theo|qua|số|máy|nóng|khẩn|cấp|hỗ trợ|tư vấn|miễn phí|là|về|"
    "trực|ban|bàn|cố định|quốc gia|tổng đài|đường dây|của|lại|thẳng|trước"
)
_AT_END = rf"(?: (?:{_MORE})){{0,6}} ?:? ?$"
_NAMED = re.compile(
    rf"\b(?:tổng đài|đường dây nóng|điện thoại|di động|số máy|máy lẻ|máy nhánh|nhánh|đầu số|"
    rf"phắc){_AT_END}"
)
_CALLED = re.compile(
    rf"\b(?:gọi|quay số|bấm|bấm số|nhắn tin|liên hệ|cấp cứu|cứu thương|cứu hỏa|cứu hoả|chữa cháy|"
    rf"cứu nạn|cứu hộ|phản ứng nhanh|cảnh sát|công an|khẩn cấp|trẻ em|lực lượng|đội){_AT_END}"
)
_DIGIT = f"(?:{'|'.join(DIGITS)})"
_IN_A_LIST = re.compile(rf"(?: {_DIGIT}){{3}}(?:,| và| hoặc| hay)(?: số)? ?$")

_LOCAL = re.compile(r"\d{1,4}[. ]\d{3}[. ]\d{2,4}(?!\d|[.,/-]\d| \d|\s?(?:%|đồng|đ\b))")
_AFTER_ANOTHER = re.compile(rf"(?>(?: {_DIGIT},?){{3,16}})(?:(?<=,)| và| hoặc| hay)(?: số)? ?$")
_TEXTED = re.compile(
    r"\b(?:cú pháp|soạn|nhắn tin)\b[^.;]{0,80}\b(?:gửi|đến|tới)(?: (?:đến|tới|số|đầu số))? ?$"
)
_ANOTHER = re.compile(
    rf"\bgọi(?: số)?(?: {_DIGIT}){{3}} [^.,;]{{1,60}}(?:,| và| hoặc)(?: gọi)?(?: số)? ?$"
)
_INNER = re.compile(r"\d{1,4}(?= (?:gặp|để gặp|để được)\b)")
_AFTER_INNER = re.compile(
    rf"\b(?:máy lẻ|máy nhánh|nhánh|số lẻ|bấm)(?: số)?(?: {_DIGIT}){{1,4}} [^.;]{{1,80}}"
    r"(?:,| và)(?: số| nhánh| bấm| máy lẻ)? ?$"
)
_FOR = re.compile(r"11\d\s+(?:để|khi|nếu)\b")


def phone(cursor: Cursor) -> Reading | None:
    """Read 0237.3852.246 and "tổng đài 1022", digit by digit with a breath between the groups.

    A short number is one where somebody is called ("gọi 114"), not where things are counted
    ("gọi 114 người").
    """
    match = _LONG.match(cursor.text, cursor.start)
    if match is None or not 9 <= len(re.sub(r"\D", "", match[0])) <= 12:
        match = _called(cursor) or _SERVICE.match(cursor.text, cursor.start)
    if match is None:
        return None
    return Reading(_groups(match[0]), len(match[0]))


def _called(cursor: Cursor) -> re.Match[str] | None:
    said = f" {cursor.said.lower()}"
    if _NAMED.search(said):
        match = _ANY.match(cursor.text, cursor.start)
    elif _LOCAL.match(cursor.text, cursor.start) and _AFTER_ANOTHER.search(said):
        match = _LOCAL.match(cursor.text, cursor.start)
    elif _AFTER_INNER.search(said):
        match = _INNER.match(cursor.text, cursor.start)
    elif _TEXTED.search(said):
        match = _ANY.match(cursor.text, cursor.start)
    elif _CALLED.search(said) or _IN_A_LIST.search(said) or _one_more(cursor, said):
        match = _SHORT.match(cursor.text, cursor.start)
    else:
        return None
    return None if match is None or counts_things(cursor.text, match.end()) else match


def _one_more(cursor: Cursor, said: str) -> bool:
    """True for the 115 of "gọi 111 để bảo vệ trẻ em, 115 để cấp cứu"."""
    return bool(_ANOTHER.search(said) and _FOR.match(cursor.text, cursor.start))


def phone_by_sign(cursor: Cursor) -> Reading | None:
    """Read (0237) 3852 246, whose brackets are not said, and +84 912 345 678."""
    if cursor.text[cursor.start] == "+" and (match := _LONG.match(cursor.text, cursor.start)):
        return Reading(_groups(match[0]), len(match[0]))
    match = _IN_BRACKETS.match(cursor.text, cursor.start)
    if match is None:
        return None
    return Reading(f" {_groups(match[1])}, {_groups(match[2])}", len(match[0]))


def _groups(written: str) -> str:
    """Say the groups as they are written; a run of many digits is parted as people part it."""
    said = []
    for group in re.split(r"[ .-]", written):
        plus = "cộng " if group.startswith("+") else ""
        said += [f"{plus}{digits(part)}" for part in _parted(group.lstrip("+"))]
    return ", ".join(said)


def _parted(group: str) -> list[str]:
    sizes = {6: (3, 3), 7: (4, 3), 8: (4, 4), 10: (4, 3, 3), 11: (4, 3, 4)}.get(len(group))
    parts, start = [], 0
    for size in sizes or (len(group),):
        parts.append(group[start : start + size])
        start += size
    return parts


PHONE_RULES: tuple[Rule, ...] = (phone,)
