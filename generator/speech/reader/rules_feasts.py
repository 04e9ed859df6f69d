"""Rules for the days that everybody calls by their date: 8/3, 30/4, 20-11."""

import re
from datetime import date

from generator.speech import time as spoken_time
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_dates import PARTS_OF_DAY
from generator.speech.reader.rules_ratios import is_played
from generator.speech.reader.rules_shares import counts_things

_JOIN = r"(?: ?, ?| ?[-–] ?| và )"
_DAY = re.compile(rf"(?P<j>{_JOIN})?(?P<d>\d{{1,2}})(?P<s>[/-])(?P<m>\d{{1,2}})")
_ONE = r"\d{1,2}[/-]\d{1,2}"
_RUN = re.compile(rf"{_ONE}(?:{_JOIN}{_ONE}){{0,5}}(?![\w/]|[.,-]\d)")
_FEASTS = frozenset(
    (
        *("3/2", "27/2", "3/3", "8/3", "10/3", "26/3", "30/4", "1/5", "7/5", "15/5", "19/5", "1/6"),
        *("5/6", "21/6", "28/6", "11/7", "27/7", "19/8", "2/9", "10/10", "13/10", "14/10", "15/10"),
        *("20/10", "9/11", "18/11", "20/11", "23/11", "1/12", "19/12", "22/12", "26/12"),
    )
)
_CALLED = re.compile(
    r"\b(?:ngày (?:hội|lễ|quốc|nhà|thầy|thương|gia|báo|doanh|pháp|sách|thành|truyền|giải|chiến|"
    r"toàn|chuyển|di|bảo|khí|môi|phòng|sinh|công|âm|thế|việt|dân|hợp|vì)|quốc tế|quốc khánh|"
    r"giải phóng|cách mạng tháng tám|giỗ tổ|hùng vương|tết thiếu nhi|phụ nữ việt nam|nhà giáo|"
    r"thầy thuốc|lễ|dịp|kỷ niệm|kỉ niệm|chào mừng|đợt)[^.;:()]{0,70}$"
)
_NO_DAY_AFTER = (
    *(
        "số",
        "nhà",
        "ngõ",
        "ngách",
        "hẻm",
        "kiệt",
        "tổ",
        "phòng",
        "lệ",
        "thắng",
        "thua",
        "hòa",
        "dẫn",
    ),
    *("từ", "khoảng", "điều", "khoản", "mục", "lớp", "thửa", "tuyến", "chỉ", "hạng", "thứ"),
)
_HOURS = re.compile(r" ?(?:giờ|h|phút|người|lần)\b")
_EVERY_YEAR = re.compile(r"\s+(?:hằng|hàng|mỗi) năm\b")
_LUNAR = re.compile(r" ?\(? ?(?:âm|dương) lịch\b")


def feast(cursor: Cursor) -> Reading | None:
    """Read the 8/3 of "Ngày Quốc tế Phụ nữ 8/3", "30/4 - 1/5" and "10/3 âm lịch".

    Where the feast is named, "ngày" is not said.

    A dash stands for the stroke only in such a date, or after "ngày" where no range can be meant.
    """
    run = _RUN.match(cursor.text, cursor.start)
    if run is None or cursor.before[-1:] in ("/", "-", "–"):
        return None
    if "-" in run[0] and is_played(cursor):
        return None
    days = list(_DAY.finditer(run[0]))
    if not all(_is_called(day, run, cursor) for day in days):
        return None
    try:
        words = "".join(_said(day, cursor) for day in days)
        if not (
            cursor.after("ngày", "hôm", "mùng", "mồng")
            or _by_name(cursor)
            or _LUNAR.match(run.string, run.end())
        ):
            words = f"ngày {words}"
    except ValueError as error:
        raise cursor.refuse() from error
    if cursor.after("mùng", "mồng"):
        words = re.sub(r"^(?:mùng|mồng) ", "", words)
    return Reading(words, len(run[0]))


def _is_called(day: re.Match[str], run: re.Match[str], cursor: Cursor) -> bool:
    """True for a day that has no other meaning here."""
    number, month = int(day["d"]), int(day["m"])
    if day["s"] == "/" and _LUNAR.match(cursor.text, run.end()):
        return True
    if _EVERY_YEAR.match(cursor.text, run.end()) and not cursor.after(*_NO_DAY_AFTER):
        return True
    if cursor.after(*PARTS_OF_DAY):
        if day["s"] == "/" or counts_things(run.string, run.end()):
            return False
        return number > month if cursor.after("ngày") else not _HOURS.match(run.string, run.end())
    surely = number > month and not cursor.after(*_NO_DAY_AFTER)
    return (surely or _by_name(cursor)) and f"{number}/{month}" in _FEASTS


def _by_name(cursor: Cursor) -> bool:
    """True where the feast itself is named before its date."""
    return _CALLED.search(cursor.said.lower()) is not None


def _said(day: re.Match[str], cursor: Cursor) -> str:
    value = date(2000, int(day["m"]), int(day["d"]))
    join = " và " if day["j"] and "và" in day["j"] else ", " if day["j"] else ""
    return join + spoken_time.day(value, cursor.dialect, with_year=False).removeprefix("ngày ")


FEAST_RULES: tuple[Rule, ...] = (feast,)
