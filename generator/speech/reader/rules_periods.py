"""Rules for months, quarters, years and hours as they are written in official text."""

import re
from datetime import time

from generator.speech import time as spoken_time
from generator.speech.numbers import integer
from generator.speech.reader.place import Place, Reading, Rule

_JOIN = r"\s*,\s*|\s+và\s+|\s*[-–]\s*|\s+đến\s+"
_ENDS = r"(?=\s*(?:$|[.;:)”]|,(?!\s*\d)|năm\b))"
_MONTHS = re.compile(
    rf"\d{{1,2}}(?:/\d{{4}})?(?:(?:{_JOIN})\d{{1,2}}(?:/\d{{4}})?)+(?![\d/]){_ENDS}"
)
_MONTH_OF_RUN = re.compile(rf"({_JOIN})?(\d{{1,2}})(?:/(\d{{4}}))?")
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})\s?[/-]\s?(?P<y>\d{4})(?![\d/])")
_MONTH = re.compile(r"(?P<m>\d{1,2})(?![\d./,-]*\d)")
_BARE_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})/(?P<y>(?:19|20)\d{2})(?![\w/-])")
_EVERY_MONTH = re.compile(r"\b(?:mỗi|một|hàng|hằng)\s+tháng\s*$", re.IGNORECASE)
_COUNTED_MONTHS = re.compile(r"\d\s+tháng\s+$")
_Q = r"IV|I{1,3}|[1-4]"
_QUARTERS = re.compile(
    rf"(?:{_Q})(?:/\d{{4}})?(?:(?:{_JOIN})(?:{_Q})(?:\s?[/-]\s?\d{{4}})?)+(?![\w/]){_ENDS}"
)
_QUARTER_OF_RUN = re.compile(rf"({_JOIN})?({_Q})(?!\d)(?:\s?[/-]\s?(\d{{4}}))?")
_QUARTER = re.compile(rf"({_Q})(?:\s?[/-]\s?(\d{{4}}))?(?![\w/])")
_QUARTER_CODE = re.compile(rf"(?<!\w)Q\.?\s?({_Q})\s?[/-]\s?(\d{{4}})(?!\d)")
_NUMERALS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_LAW = re.compile(r"\b(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh)\b[^.;:()\d]*\s$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?![\d/]|[.,-]\d)")
_MINUTES_END = (
    r"\s*phút|['’′]|(?=\s*(?:$|[.,;:)–-]|ngày|sáng|trưa|chiều|tối|đêm|hôm|thứ|và|đến|tại|ở)(?!\w))"
)
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:\s?(?P<u>[hg])(?:\s?(?P<m>\d{2})['’′]?)?"
    rf"|\s+giờ\s+(?P<n>\d{{1,2}})(?:{_MINUTES_END})|:(?P<o>\d{{2}}))(?![\w:])"
)
_DASH = re.compile(r"\s?[-–]\s?(?=\d)")
_HOURS = re.compile(r"(\d{1,2})\s?[-–]\s?(?=\d{1,2}\s?[hg](?![^\W\d_]))")
_TIME_FOLLOWS = ("lúc", "từ", "đến", "hồi", "trước", "sau", "khoảng", "sáng", "chiều", "tối")
_HOURS_LAST = ("trong", "vòng", "suốt", "quá", "hơn", "dưới", "sau", "trên", "ít")
_RATIO = ("lệ", "số", "tỉ")


def _run(match: re.Match[str], item: re.Pattern[str], noun: str, place: Place) -> Reading:
    """Months or quarters in a row, the noun said with each: "tháng tư, tháng năm và tháng sáu"."""
    words = ""
    for part in item.finditer(match[0]):
        join = (part[1] or "").strip()
        between = {"": "", ",": f", {noun} ", "và": f" và {noun} "}.get(join, f" đến {noun} ")
        words += between + _named(part[2], part[3], noun, place)
    return Reading(words, len(match[0]))


def _named(written: str, year: str | None, noun: str, place: Place) -> str:
    """A month or quarter by its number, with its year if it is written."""
    number = _NUMERALS.get(written) or int(written)
    tail = f" năm {integer(int(year), place.dialect)}" if year else ""
    if noun == "quý":
        return integer(number, place.dialect) + tail
    try:
        return spoken_time.month_number(number, place.dialect) + tail
    except ValueError as error:
        raise place.refuse() from error


def month(place: Place) -> Reading | None:
    """ "tháng 4", "tháng 3/2018", "tháng 4, 5 và 6"; "mỗi tháng 4 lần" counts, names no month."""
    if not place.after("tháng") or _EVERY_MONTH.search(place.before):
        return None
    if run := _MONTHS.match(place.text, place.start):
        return _run(run, _MONTH_OF_RUN, "tháng", place)
    match = _MONTH_YEAR.match(place.text, place.start) or _MONTH.match(place.text, place.start)
    if match is None or _counts_on(place, match.end()):
        return None
    return Reading(_named(match["m"], match.groupdict().get("y"), "tháng", place), len(match[0]))


def _counts_on(place: Place, end: int) -> bool:
    """True in "3 tháng 15 ngày", a length of time."""
    counted = _COUNTED_MONTHS.search(place.before) is not None
    return counted and re.match(r"\s+(?:ngày|tuần)\b", place.text[end:]) is not None


def month_of_year(place: Place) -> Reading | None:
    """ "từ 1/2018 đến 6/2018": a month that nobody calls one; "số 3/2018" is none."""
    match = _BARE_MONTH_YEAR.match(place.text, place.start)
    if match is None or not 1 <= int(match["m"]) <= 12 or place.after("số", "tháng"):
        return None
    return Reading(
        spoken_time.month(int(match["m"]), int(match["y"]), place.dialect), len(match[0])
    )


def quarter(place: Place) -> Reading | None:
    """ "quý I/2018", "quý 3", "Quý IV năm 2018", "quý I, II và III"."""
    if not place.after("quý"):
        return None
    if run := _QUARTERS.match(place.text, place.start):
        return _run(run, _QUARTER_OF_RUN, "quý", place)
    match = _QUARTER.match(place.text, place.start)
    if match is None:
        return None
    return Reading(_named(match[1], match[2], "quý", place), len(match[0]))


def quarter_code(place: Place) -> Reading | None:
    """ "Q1/2018" is a quarter because of its year; "Q1" may be a district."""
    match = _QUARTER_CODE.match(place.text, place.start)
    if match is None:
        return None
    return Reading(f"quý {_named(match[1], match[2], 'quý', place)}", len(match[0]))


def year_of_law(place: Place) -> Reading | None:
    """ "Luật Cán bộ, công chức 2008": the year that the law is called by."""
    match = _YEAR.match(place.text, place.start)
    if match is None or not _LAW.search(place.before) or place.after("năm", "số"):
        return None
    return Reading(f"năm {integer(int(match[0]), place.dialect)}", len(match[0]))


def clock(place: Place) -> Reading | None:
    """7h30, 17 giờ 05 phút, 13:30, and from one to another: 7h30-11h30, 7-11h."""
    if first := _HOURS.match(place.text, place.start):
        last = _time_at(place, first.end())
        if last is None or int(first[1]) > 23:
            raise place.refuse()
        words = f"{integer(int(first[1]), place.dialect)} đến {last.words}"
        return Reading(words, first.end() - place.start + last.length)
    reading = _time_at(place, place.start)
    if reading is None:
        return None
    end = place.start + reading.length
    dash = _DASH.match(place.text, end)
    last = _time_at(place, dash.end()) if dash else None
    if dash is None or last is None:
        return reading
    return Reading(f"{reading.words} đến {last.words}", dash.end() - place.start + last.length)


def _time_at(place: Place, start: int) -> Reading | None:
    """The time of day, or the length in hours, that stands there."""
    match = _CLOCK.match(place.text, start)
    if match is None or (match["o"] and place.after(*_RATIO)):
        return None
    minutes = match["m"] or match["n"] or match["o"]
    if match["u"] == "g" and not minutes and not _names_a_time(place, match.end()):
        return None  # seven o'clock or seven grams
    hours = int(match["h"])
    if not minutes and (hours == 24 or place.after(*_HOURS_LAST)):
        return Reading(f"{integer(hours, place.dialect)} giờ", len(match[0]))
    try:
        value = time(hours, int(minutes or 0))
    except ValueError as error:
        raise place.refuse() from error
    return Reading(spoken_time.clock_time(value, place.dialect), len(match[0]))


def _names_a_time(place: Place, end: int) -> bool:
    follows = re.match(r"\s+(?:sáng|trưa|chiều|tối|đêm|ngày)\b", place.text[end:])
    return place.after(*_TIME_FOLLOWS) or follows is not None


PERIOD_RULES: tuple[Rule, ...] = (quarter, month, month_of_year, year_of_law, clock)
