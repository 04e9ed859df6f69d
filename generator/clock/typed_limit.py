"""Time limits as decisions and people write them: "không quá 03 (ba) ngày làm việc"."""

import re

from generator.clock.bad_question import BadQuestion
from generator.clock.deadline import LONGEST_LIMIT
from generator.entry.cells import Unread, sentence
from generator.entry.numbers import read_whole
from generator.entry.words import clean
from generator.model.limit_units import LIMIT_UNITS
from generator.model.text import fold

MOST_LETTERS = 300
_SAME_DAY = re.compile(r"(?:giai quyet |tra ket qua )?(?:ngay )?trong ngay(?: lam viec)?|same_day")
_LIMIT = re.compile(
    r"(?:(?:trong|vong|thoi han|thoi gian|giai quyet|toi da|nhieu nhat|cham nhat|khong qua"
    r"|khong vuot qua|la):? )*"
    r"(?P<number>\d[\d.,/]*|½|nua)(?P<words> ?\([a-z ]+\))? ?"
    r"(?P<unit>[a-z_ ]+?)"
    r"(?P<start>,? (?:ke|tinh) tu (?:khi |ngay |thoi diem )?(?:tiep )?nhan (?:duoc |du )*ho so"
    r"[a-z, ]*)?"
)
"""A limit without accents; what it is counted from may follow where that is the receipt."""
_PART = re.compile(r"½|nua|\d+/\d+")
_BY_NAME = {fold(name): unit for unit, name in LIMIT_UNITS.items()} | {
    **{unit: unit for unit in LIMIT_UNITS},
    "h": "hour",
}
"""A unit may be typed by its value or by its name, with or without accents."""
UNKNOWN = (
    "Không hiểu thời hạn “{}”. Hãy ghi một số và đơn vị, ví dụ “3 ngày làm việc” hay “3"
    " working_day”; đơn vị là một trong: {}. Riêng same_day không cần số."
)
PART = (
    "Thời hạn “{}” có phần lẻ, mà thời hạn chỉ đếm bằng số nguyên. Hãy ghi bằng đơn vị nhỏ hơn, ví"
    " dụ “4 giờ làm việc” cho nửa ngày làm việc 8 giờ."
)
LONG = "Thời hạn “{}” quá dài: nhiều nhất là {}."


def limit_of(text: str) -> tuple[int, str]:
    """3 working_day, không quá 03 (ba) ngày làm việc, ngay trong ngày. Raises BadQuestion."""
    plain = fold(" ".join(clean(text[:MOST_LETTERS]).split())).rstrip(".;, ")
    if _SAME_DAY.fullmatch(plain):
        return 0, "same_day"
    match = _LIMIT.fullmatch(plain) if len(text) <= MOST_LETTERS else None
    unit = _BY_NAME.get(match["unit"].strip(), "same_day") if match else "same_day"
    if match is None or unit == "same_day":
        known = ", ".join(f"{value} ({name})" for value, name in LIMIT_UNITS.items())
        raise BadQuestion(UNKNOWN.format(text[:MOST_LETTERS], known))
    if (value := _number(match["number"], match["words"] or "", text)) > LONGEST_LIMIT:
        raise BadQuestion(LONG.format(text, LONGEST_LIMIT))
    return value, unit


def _number(number: str, words: str, text: str) -> int:
    if _PART.fullmatch(number):
        raise BadQuestion(PART.format(text))
    try:
        return read_whole(number + words)
    except Unread as unread:
        if unread.code == "number-broken":
            raise BadQuestion(PART.format(text)) from None
        raise BadQuestion(sentence(unread.code, {**unread.values, "value": text})) from None
