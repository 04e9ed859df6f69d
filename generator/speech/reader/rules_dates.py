"""Rules for days as they are written in official text."""

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from generator.speech import time as spoken_time
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_shares import counts_things

_DATE = re.compile(r"(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})(?![\d/])")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?![\w/]|[.,-]\d|\s?%)")
_EACH_DAY = re.compile(r"\b(?:mỗi|một|hàng|hằng|\w+ trên) ngày $")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_DAY = re.compile(
    r"(?P<d>\d{1,2})(?=\s+(?:tháng\s+\d|(?:hàng|hằng|của)\s+tháng|(?:đến|và)\s+(?:ngày\s+)?\d)"
    r"|\s?[-–]\s?\d{1,2}(?!\d|\s?(?:h|g|giờ)\b)|\s*(?:$|[.;)](?!\d)|,(?!\s*\d))|\s*,\s*\d{1,2}\s*(?:,|và\s|tháng\s))"
)
_JOIN = r"(?<!\s)(?:\s*[,–-]\s*|\s+và\s+|\s+đến\s+(?:hết\s+)?(?:ngày\s+)?)"
_ITEM = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?"
# So many at most: a run without an end would be looked through again at each of its numbers.
_RUN = re.compile(rf"(?:{_ITEM}(?:{_JOIN})){{0,40}}\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?(?![\w/])")
_PARTS = re.compile(rf"({_JOIN})?(\d{{1,2}})(?:/(\d{{1,2}})(?:/(\d{{4}}))?)?")
_COMMA = r"(?:\s*,\s*|\s+và\s+)"
_LIST = re.compile(
    rf"\d{{1,2}}(?:{_JOIN}\d{{1,2}}){{1,12}}(?=\s+tháng\s+\d)"
    rf"|\d{{1,2}}(?:{_COMMA}\d{{1,2}}){{1,12}}(?=\s*(?:$|[.;)](?!\d)))"
)
_SPAN = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})(?![\w/]|[.,-]\d)")
_OF_LIST = re.compile(rf"({_JOIN})?(\d{{1,2}})")
_IN_WORDS = re.compile(
    r"(?P<d>\d{1,2})(?=\s+tháng\s+(?:1[0-2]|0?[1-9]|Giêng|Chạp)\s+(?:năm\s+\d{4}|âm lịch)|\s+Tết\b)"
)
_LENGTH_AFTER = ("trong", "sau", "hơn", "gần", "khoảng", "suốt", "dịp", "mọi")
PARTS_OF_DAY = ("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "mùng", "mồng")
_BEFORE_A_DAY = (
    *("từ", "trước", "đến", "hết", "sau", "vào", "dịp", "lễ", "khánh", "niệm", "đợt", "ngay"),
    *("tức", "nhằm"),
)
_WEEKDAY = re.compile(
    r"\b(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?: (?:tuần )?(?:này|tới|sau|trước|qua))?"
    r"|(?:sáng|trưa|chiều|tối|đêm|hôm|ngày) (?:nay|qua|mai))\s?,?\s*$"
)
_DUE = re.compile(
    r"\b(?:chậm nhất|muộn nhất|hạn cuối|hạn chót|hạn nộp|thời gian|khai mạc|bế mạc|khởi công|"
    r"khánh thành|diễn ra|họp|hội nghị|phiên họp|phát động|ra quân|hẹn trả|hẹn lại|hạn trả|"
    r"hẹn|đến hạn|quá hạn|tiếp nhận|ký|xong)\s?:?\s*$"
)
_NAMED_DAY = re.compile(r"\bngày (?!(?:làm|họp|ở|tại|về)\b)[^\W\d_]+(?: [^\W\d_]+){1,6} $")
_ENDS = re.compile(r"\s*(?:$|[,.;)](?!\d))")
_HOLIDAYS = ("dịp", "lễ", "khánh", "niệm", "đợt")


_DAY_AND_SHARE = 2
"""Two items may be a day and a share of something: "ngày 1, 2/3 số hộ"."""


class _Item(NamedTuple):
    """One day of a run: how it is joined to the one before, and what of it is written."""

    join: str
    day: int
    month: int | None
    year: int | None
    end: int

    @property
    def may_be_a_share(self) -> bool:
        """3/5 may be three out of five; 30/4 and 3/5/2018 may not."""
        return self.month is not None and self.year is None and self.day <= self.month


def _without_day(words: str, cursor: Cursor) -> str:
    """Drop the word "ngày", or "mùng", where it has just been said."""
    if cursor.after("mùng", "mồng"):
        return re.sub(r"^(?:ngày )?(?:mùng |mồng )?", "", words)
    return words.removeprefix("ngày ") if cursor.after("ngày", "hôm") else words


def full_date(cursor: Cursor) -> Reading | None:
    """Read 06-03-2018, 06.3.2018, 2018-03-06, and 06/3/2018 that stands alone."""
    match = _DATE.match(cursor.text, cursor.start) or _ISO.match(cursor.text, cursor.start)
    if match is None:
        return None
    try:
        value = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError as error:
        raise cursor.refuse() from error
    return Reading(_without_day(spoken_time.day(value, cursor.dialect), cursor), len(match[0]))


def day_run(cursor: Cursor) -> Reading | None:
    """Read days with their months, alone, listed or from one to another.

    21/4 is a day after "ngày" or a part of the day, and after words that a day follows, unless
    things that can be counted come after it: then it may be a share, and nobody reads it. Days
    without their own month ("ngày 15, 16 và 17/4") take that of the one that has it.
    """
    match = _RUN.match(cursor.text, cursor.start)
    if match is None:
        return None
    surely = cursor.after(*PARTS_OF_DAY)
    items = _without_shares(_items(match[0], cursor.start), cursor, surely=surely)
    if not items or not (surely or _follows_a_day_word(cursor, items)):
        return None
    try:
        words = _say(items, cursor)
    except ValueError as error:
        raise cursor.refuse() from error
    if cursor.after(*_HOLIDAYS):
        words = words.removeprefix("ngày ")
    return Reading(_without_day(words, cursor), items[-1].end - cursor.start)


def _without_shares(items: list[_Item], cursor: Cursor, *, surely: bool) -> list[_Item]:
    """Return the run less what may be a share of what follows; `surely` a day stands first.

    Raises Unreadable for "từ 1/3 đến 1/2 số hộ", which may be shares from the beginning.
    """
    kept = items
    while kept and kept[-1].may_be_a_share and counts_things(cursor.text, kept[-1].end):
        if surely and (len(kept) == 1 or _counts_up(kept)):
            break  # "sáng 5/7 phường họp", "ngày 1, 2 và 3/6 tổ họp"
        if not surely and _is_to(kept[-1].join):
            raise cursor.refuse()
        kept = kept[:-1]
        while kept and kept[-1].month is None:
            kept = kept[:-1]
    return kept


def _counts_up(items: list[_Item]) -> bool:
    """True for days one after another of which the last alone names the month they share."""
    days = [item.day for item in items]
    return (
        len(items) > _DAY_AND_SHARE
        and all(item.month is None for item in items[:-1])
        and all(one < next_one for one, next_one in pairwise(days))
    )


def _follows_a_day_word(cursor: Cursor, items: list[_Item]) -> bool:
    """True when a date may stand here without "ngày": it has a year, or a word announces it."""
    if items[0].month is None:
        return cursor.after("từ", "tức", "nhằm") or _ends_in_a_year(items, cursor)
    if items[-1].year is not None or cursor.after(*_BEFORE_A_DAY):
        return True
    if _WEEKDAY.search(cursor.said.lower()):
        return True
    no_share = not any(item.may_be_a_share for item in items)
    counted = counts_things(cursor.text, items[-1].end)
    if not no_share or counted:
        return False
    named = _NAMED_DAY.search(cursor.said.lower()) and _ENDS.match(cursor.text, items[-1].end)
    return bool(named) or _DUE.search(cursor.said.lower()) is not None


def _ends_in_a_year(items: list[_Item], cursor: Cursor) -> bool:
    """True for the 3-4/4/1965 of "Chiến thắng Hàm Rồng 3-4/4/1965"; a list may begin with less."""
    return len(items) == 2 and items[1].year is not None and _is_to(items[1].join)


def _is_to(join: str) -> bool:
    """True for what joins the two ends of a time."""
    return "đến" in join or join.strip() in ("-", "–")


def _items(written: str, start: int) -> list[_Item]:
    return [
        _Item(
            part[1] or "",
            int(part[2]),
            int(part[3]) if part[3] else None,
            int(part[4]) if part[4] else None,
            start + part.end(),
        )
        for part in _PARTS.finditer(written)
    ]


def _say(items: list[_Item], cursor: Cursor) -> str:
    """Say the days in words; raises ValueError for a day that no calendar has."""
    words, month, year = "", 0, 2000  # 2000 has every day that any year may have
    for item in reversed(items):
        month, year = item.month or month, item.year or year
        value = date(year, month, item.day)
        said = (
            spoken_time.day(value, cursor.dialect, with_year=item.year is not None)
            if item.month
            else f"ngày {spoken_time.day_of_month(item.day, cursor.dialect)}"
        )
        words = _joined(item.join, said, cursor) + words
    return words


def _joined(join: str, said: str, cursor: Cursor) -> str:
    """Say a day after what joins it: "ngày" is said again after "đến", not in a list.

    The dash between two holidays ("lễ 30/4 - 1/5") only parts them.
    """
    if not join:
        return said
    if _is_to(join) and not cursor.after(*_HOLIDAYS):
        return f" đến {'hết ' if 'hết' in join else ''}{said}"
    return f"{' và' if 'và' in join else ','} {said.removeprefix('ngày ')}"


def day_list(cursor: Cursor) -> Reading | None:
    """Read "ngày 08, 09 và 10 tháng 5": each of them is a day of the month."""
    match = _LIST.match(cursor.text, cursor.start)
    if match is None or not cursor.after(*PARTS_OF_DAY):
        return None
    words = ""
    for join, number in _OF_LIST.findall(match[0]):
        if not 1 <= int(number) <= 31:
            return None
        said = spoken_time.day_of_month(int(number), cursor.dialect)
        words += _joined(join, f"ngày {said}", cursor) if join else said
    return Reading(_without_day(words, cursor), len(match[0]))


def day_span(cursor: Cursor) -> Reading | None:
    """Read "ngày 12-15", from one to another because no month is the fifteenth."""
    match = _SPAN.match(cursor.text, cursor.start)
    if match is None or not cursor.after("ngày"):
        return None
    first, last = int(match[1]), int(match[2])
    if not (first < last and 12 < last <= 31):
        return None
    words = [spoken_time.day_of_month(day, cursor.dialect) for day in (first, last)]
    return Reading(" đến ngày ".join(words), len(match[0]))


def day_number(cursor: Cursor) -> Reading | None:
    """Read "ngày 6 tháng 3", "ngày 5 hàng tháng", "từ ngày 01 đến ngày 15/3/2018"."""
    match = _DAY.match(cursor.text, cursor.start)
    if match is None or not cursor.after(*PARTS_OF_DAY):
        match = None if cursor.after(*_LENGTH_AFTER) else _IN_WORDS.match(cursor.text, cursor.start)
    if match is None or not 1 <= int(match["d"]) <= 31:
        return None
    words = spoken_time.day_of_month(int(match["d"]), cursor.dialect)
    return Reading(_without_day(words, cursor), len(match[0]))


def dotted_day(cursor: Cursor) -> Reading | None:
    """Read the "19.8" of "ngày 19.8": a day, for decimals are written with a comma."""
    match = _DOTTED.match(cursor.text, cursor.start)
    if match is None or not cursor.after(*PARTS_OF_DAY) or _EACH_DAY.search(cursor.said.lower()):
        return None
    try:
        value = date(2000, int(match[2]), int(match[1]))
    except ValueError:
        return None
    words = spoken_time.day(value, cursor.dialect, with_year=False)
    return Reading(_without_day(words, cursor), len(match[0]))


DATE_RULES: tuple[Rule, ...] = (day_run, full_date, dotted_day, day_list, day_span, day_number)
