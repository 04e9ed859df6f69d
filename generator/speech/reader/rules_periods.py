"""Rules for months, quarters, years and hours as they are written in official text."""

import re
from datetime import time

from generator.speech import time as spoken_time
from generator.speech.numbers import integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_JOIN = r"(?<!\s)(?:\s*[,–-]\s*|\s+(?:và|đến)\s+)"
_ENDS = r"(?=\s*(?:$|[.;:)”]|,(?!\s*\d)|năm\b))"
# So many at most: a run without an end would be looked through again at each of its numbers.
_MONTHS = re.compile(
    rf"\d{{1,2}}(?:/\d{{4}})?(?:(?:{_JOIN})\d{{1,2}}(?:/\d{{4}})?){{1,40}}(?![\d/]){_ENDS}"
)
_MONTH_OF_RUN = re.compile(rf"({_JOIN})?(\d{{1,2}})(?:/(\d{{4}}))?")
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})\s?[/-]\s?(?P<y>\d{4})(?![\d/])")
_MONTH = re.compile(r"(?P<m>\d{1,2})(?![./,-]*\d)")
_BARE_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})/(?P<y>(?:19|20)\d{2})(?![\w/-])")
_COUNTED_IN_A_YEAR = ("tuần", "đợt", "kỳ", "lần", "phiên", "vụ", "khóa", "khoá", "quí", "quý")
_MONTH_MAY_FOLLOW = (
    *("từ", "đến", "trước", "sau", "hết", "cuối", "đầu", "giữa", "kể", "vào", "tính", "hồi", "tới"),
    *("trong", "và", "hoặc", "thành", "xong", "khoảng", "nay", "qua"),
    *("dùng", "dụng"),
)
_MONTH_CODE = re.compile(r"(?<!\w)T(1[0-2]|0?[1-9])[/-](\d{4})(?![\w/])")
_EVERY_MONTH = re.compile(r"\b(?:mỗi|một|hàng|hằng)\s+tháng\s*$", re.IGNORECASE)
_OF_PAY = re.compile(r"\b(?:lương|thưởng) tháng (?:thứ )?$")
_COUNTED_MONTHS = re.compile(r"\d\s+tháng\s+$")
_Q = r"IV|I{1,3}|[1-4]"
_QUARTER_JOIN = rf"(?:{_JOIN}|\s?\+\s?)"
_QUARTERS = re.compile(
    rf"(?:{_Q})(?:/\d{{4}})?(?:(?:{_QUARTER_JOIN})(?:{_Q})(?:\s?[/-]\s?\d{{4}})?){{1,40}}(?![\w/]){_ENDS}"
)
_QUARTER_OF_RUN = re.compile(rf"({_QUARTER_JOIN})?({_Q})(?!\d)(?:\s?[/-]\s?(\d{{4}}))?")
_QUARTER = re.compile(rf"({_Q})(?:\s?[/-]\s?(\d{{4}}))?(?![\w/])")
_QUARTER_CODE = re.compile(rf"(?<!\w)Q\.?\s?({_Q})\s?[/-]\s?(\d{{4}})(?!\d)")
_NUMERALS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_LAW = re.compile(
    r"(?<![^.;:()\d])(?=[^.;:()\d]*\s$)[^.;:()\d]*\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b"
)
_YEAR = re.compile(r"(?:19|20)\d{2}(?![\d/]|[.,-]\d)")
_MINUTES_END = (
    r"\s*phút|['’′]|(?=\s*(?:$|[.,;:)–-]|ngày|sáng|trưa|chiều|tối|đêm|hôm|thứ|và|đến|tại|ở)(?!\w))"
)
_MINUTES = r"\s?(?:phút|ph|p)(?!\w)"
_CLOCK = re.compile(
    rf"(?P<h>\d{{1,2}})(?:\s?(?P<u>[hg])(?:(?P<m>\d{{2}})(?:['’′]|{_MINUTES})?"
    rf"|\s(?P<w>\d{{2}})(?:['’′]|{_MINUTES}))?"
    rf"|\s+giờ\s+(?P<n>\d{{1,2}})(?:{_MINUTES}|{_MINUTES_END})|:(?P<o>\d{{2}}))(?!\w|:\d)"
)
_DASH = re.compile(r"\s?[-–]\s?(?=\d)")
_HOURS = re.compile(r"(\d{1,2})\s?[-–]\s?(?=\d{1,2}\s?[hg](?![^\W\d_]))")
_TIME_FOLLOWS = ("lúc", "từ", "đến", "hồi", "trước", "sau", "khoảng", "sáng", "chiều", "tối")
_HOURS_LAST = ("trong", "vòng", "suốt", "quá", "hơn", "dưới", "sau", "trên", "ít")
_LENGTHS = (24, 36, 48, 72, 96)
_RATIO = ("lệ", "số", "tỉ")


def _run(match: re.Match[str], item: re.Pattern[str], noun: str, cursor: Cursor) -> Reading:
    """Read months or quarters in a row, the noun with each: "tháng tư và tháng năm"."""
    words = ""
    for part in item.finditer(match[0]):
        join = (part[1] or "").strip()
        joins = {"": "", ",": f", {noun} ", "và": f" và {noun} ", "+": f" và {noun} "}
        between = joins.get(join, f" đến {noun} ")
        words += between + _named(part[2], part[3], noun, cursor)
    return Reading(words, len(match[0]))


def _named(written: str, year: str | None, noun: str, cursor: Cursor) -> str:
    """Say a month or quarter by its number, with its year if it is written."""
    number = _NUMERALS.get(written) or int(written)
    tail = f" năm {integer(int(year), cursor.dialect)}" if year else ""
    if noun == "quý":
        return integer(number, cursor.dialect) + tail
    try:
        return spoken_time.month_number(number, cursor.dialect) + tail
    except ValueError as error:
        raise cursor.refuse() from error


def month(cursor: Cursor) -> Reading | None:
    """Read "tháng 4", "tháng 3/2018", "tháng 4, 5 và 6"; "mỗi tháng 4 lần" only counts.

    The thirteenth is a month of pay alone ("lương tháng 13").
    """
    if not cursor.after("tháng") or _EVERY_MONTH.search(cursor.before):
        return None
    if run := _MONTHS.match(cursor.text, cursor.start):
        return _run(run, _MONTH_OF_RUN, "tháng", cursor)
    match = _MONTH_YEAR.match(cursor.text, cursor.start) or _MONTH.match(cursor.text, cursor.start)
    if match is None or _counts_on(cursor, match.end()):
        return None
    if match[0] == "13" and _OF_PAY.search(cursor.said.lower()):
        return Reading(integer(13, cursor.dialect), len(match[0]))
    return Reading(_named(match["m"], match.groupdict().get("y"), "tháng", cursor), len(match[0]))


def _counts_on(cursor: Cursor, end: int) -> bool:
    """True in "3 tháng 15 ngày", a length of time."""
    counted = _COUNTED_MONTHS.search(cursor.before) is not None
    return counted and re.match(r"\s+(?:ngày|tuần)\b", cursor.text[end:]) is not None


def month_of_year(cursor: Cursor) -> Reading | None:
    """Read "từ 1/2018 đến 6/2018": a month that nobody calls one, where a month may stand.

    "tuần 10/2018" and "đợt 2/2018" count something else: the number and its year.
    """
    match = _BARE_MONTH_YEAR.match(cursor.text, cursor.start)
    if match is None:
        return None
    if cursor.after(*_COUNTED_IN_A_YEAR):
        number, year = (integer(int(match[part]), cursor.dialect) for part in ("m", "y"))
        return Reading(f"{number} năm {year}", len(match[0]))
    if match["y"] == "2000" and match["m"] == "1":
        return None  # the scale of a map
    alone = cursor.before.rstrip()[-1:] in ("", *".,;:()–-")
    if not 1 <= int(match["m"]) <= 12 or not (alone or cursor.after(*_MONTH_MAY_FOLLOW)):
        return None
    return Reading(
        spoken_time.month(int(match["m"]), int(match["y"]), cursor.dialect), len(match[0])
    )


def quarter(cursor: Cursor) -> Reading | None:
    """Read "quý I/2018", "quý 3", "Quý IV năm 2018", "quý I, II và III"."""
    if not cursor.after("quý", "quí"):
        return None
    if run := _QUARTERS.match(cursor.text, cursor.start):
        return _run(run, _QUARTER_OF_RUN, "quý", cursor)
    match = _QUARTER.match(cursor.text, cursor.start)
    if match is None:
        return None
    return Reading(_named(match[1], match[2], "quý", cursor), len(match[0]))


def quarter_code(cursor: Cursor) -> Reading | None:
    """Read "Q1/2018", a quarter because of its year; "Q1" may be a district."""
    match = _QUARTER_CODE.match(cursor.text, cursor.start)
    if match is None:
        return None
    return Reading(f"quý {_named(match[1], match[2], 'quý', cursor)}", len(match[0]))


def month_code(cursor: Cursor) -> Reading | None:
    """Read "T10/2018", a month because of its year."""
    match = _MONTH_CODE.match(cursor.text, cursor.start)
    if match is None:
        return None
    words = spoken_time.month(int(match[1]), int(match[2]), cursor.dialect)
    return Reading(words, len(match[0]))


def year_of_law(cursor: Cursor) -> Reading | None:
    """Read "Luật Cán bộ, công chức 2008": the year that the law is called by."""
    match = _YEAR.match(cursor.text, cursor.start)
    if match is None or not _LAW.search(cursor.before) or cursor.after("năm", "số"):
        return None
    return Reading(f"năm {integer(int(match[0]), cursor.dialect)}", len(match[0]))


def clock(cursor: Cursor) -> Reading | None:
    """Read 7h30, 17 giờ 05 phút, 13:30, and from one to another: 7h30-11h30, 7-11h."""
    if first := _HOURS.match(cursor.text, cursor.start):
        last = _time_at(cursor, first.end())
        if last is None or int(first[1]) > 23:
            raise cursor.refuse()
        words = f"{integer(int(first[1]), cursor.dialect)} đến {last.words}"
        return Reading(words, first.end() - cursor.start + last.length)
    reading = _time_at(cursor, cursor.start)
    if reading is None:
        return None
    end = cursor.start + reading.length
    dash = _DASH.match(cursor.text, end)
    last = _time_at(cursor, dash.end()) if dash else None
    if dash is None or last is None:
        return reading
    return Reading(f"{reading.words} đến {last.words}", dash.end() - cursor.start + last.length)


def _time_at(cursor: Cursor, start: int) -> Reading | None:
    """Read the time of day, or the length in hours, that stands there."""
    match = _CLOCK.match(cursor.text, start)
    if match is None or (match["o"] and cursor.after(*_RATIO)):
        return None
    minutes = match["m"] or match["w"] or match["n"] or match["o"]
    if match["u"] == "g" and not minutes and not _names_a_time(cursor, match.end()):
        return None  # seven o'clock or seven grams
    hours = int(match["h"])
    if hours == 24 and not int(minutes or 0):
        return Reading(f"{integer(hours, cursor.dialect)} giờ", len(match[0]))
    if not minutes and (hours in _LENGTHS or cursor.after(*_HOURS_LAST)):
        return Reading(f"{integer(hours, cursor.dialect)} giờ", len(match[0]))
    try:
        value = time(hours, int(minutes or 0))
    except ValueError as error:
        raise cursor.refuse() from error
    return Reading(spoken_time.clock_time(value, cursor.dialect), len(match[0]))


def _names_a_time(cursor: Cursor, end: int) -> bool:
    follows = re.match(r"\s+(?:sáng|trưa|chiều|tối|đêm|ngày)\b", cursor.text[end:])
    return cursor.after(*_TIME_FOLLOWS) or follows is not None


PERIOD_RULES: tuple[Rule, ...] = (quarter, month, month_of_year, year_of_law, clock)
