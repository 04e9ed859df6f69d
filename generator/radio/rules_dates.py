"""Rules for days, months, quarters and hours as they are written in official text."""

import re
from collections.abc import Callable
from datetime import date, time

from generator.radio import spoken_time
from generator.radio.place import Place, Reading
from generator.radio.spoken import integer

Rule = Callable[[Place], Reading | None]

_DATE = re.compile(r"(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})(?!\d)")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_DAY_MONTH = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\w/])")
_DAY = re.compile(
    r"(?P<d>\d{1,2})(?=\s+(?:tháng\s+\d|(?:hàng|hằng|của)\s+tháng|đến|và\s+\d)|\s?[-–]\s?\d)"
)
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})\s?[/-]\s?(?P<y>\d{4})(?!\d)")
_MONTH = re.compile(r"(?P<m>\d{1,2})(?![\d./,-]*\d)")
_QUARTER = re.compile(r"(?P<q>IV|I{1,3}|[1-4])(?:\s?[/-]\s?(?P<y>\d{4}))?(?![\w/])")
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:\s?[hg]\s?(?P<m>\d{2})?|\s+giờ\s+(?P<n>\d{1,2})(?:\s*phút)?|:(?P<o>\d{2}))"
    r"(?![\w:])"
)
_PARTS_OF_DAY = ("ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "mùng")


def _without_day(words: str, place: Place) -> str:
    """The word "ngày" is said once, and "mùng" is not said twice."""
    if place.after("mùng", "mồng"):
        return words.removeprefix("ngày ").removeprefix("mùng ")
    return words.removeprefix("ngày ") if place.after("ngày") else words


def full_date(place: Place) -> Reading | None:
    """06/3/2018, 06-03-2018, 2018-03-06."""
    match = _DATE.match(place.text, place.start) or _ISO.match(place.text, place.start)
    if match is None:
        return None
    try:
        value = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError as error:
        raise place.refuse() from error
    return Reading(_without_day(spoken_time.day(value, place.dialect), place), len(match[0]))


def day_month(place: Place) -> Reading | None:
    """21/4 after "ngày" or a part of the day; elsewhere it may be a fraction."""
    match = _DAY_MONTH.match(place.text, place.start)
    follows = place.after(*_PARTS_OF_DAY) or (
        place.after("đến") and re.search(r"\bngày\b[^.;]*$", place.said.lower()) is not None
    )
    if match is None or not follows:
        return None
    try:
        value = date(2000, int(match["m"]), int(match["d"]))
    except ValueError as error:
        raise place.refuse() from error
    return Reading(
        _without_day(spoken_time.day(value, place.dialect, with_year=False), place), len(match[0])
    )


def day_number(place: Place) -> Reading | None:
    """ "ngày 6 tháng 3", "ngày 5 hàng tháng", "từ ngày 01 đến 15/3/2018"."""
    match = _DAY.match(place.text, place.start)
    if match is None or not place.after(*_PARTS_OF_DAY) or not 1 <= int(match["d"]) <= 31:
        return None
    return Reading(
        _without_day(spoken_time.day_of_month(int(match["d"]), place.dialect), place), len(match[0])
    )


def month(place: Place) -> Reading | None:
    """ "tháng 4", "tháng 3/2018"; "mỗi tháng 4 lần" counts, it names no month."""
    if not place.after("tháng") or re.search(
        r"\b(?:mỗi|một|hàng|hằng)\s+tháng\s*$", place.said.lower()
    ):
        return None
    match = _MONTH_YEAR.match(place.text, place.start) or _MONTH.match(place.text, place.start)
    if match is None:
        return None
    year = match.groupdict().get("y")
    try:
        words = spoken_time.month(int(match["m"]), int(year) if year else None, place.dialect)
    except ValueError as error:
        raise place.refuse() from error
    return Reading(words.removeprefix("tháng "), len(match[0]))


def quarter(place: Place) -> Reading | None:
    """ "quý I/2018", "quý 3", "Quý IV năm 2018"."""
    match = _QUARTER.match(place.text, place.start)
    if match is None or not place.after("quý"):
        return None
    number = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match["q"]) or int(match["q"])
    year = f" năm {integer(int(match['y']), place.dialect)}" if match["y"] else ""
    return Reading(f"{integer(number, place.dialect)}{year}", len(match[0]))


def clock(place: Place) -> Reading | None:
    """7h30, 17 giờ 05 phút, 13:30."""
    match = _CLOCK.match(place.text, place.start)
    if match is None:
        return None
    try:
        value = time(int(match["h"]), int(match["m"] or match["n"] or match["o"] or 0))
    except ValueError as error:
        raise place.refuse() from error
    return Reading(spoken_time.clock_time(value, place.dialect), len(match[0]))


DATE_RULES: tuple[Rule, ...] = (full_date, day_month, day_number, quarter, month, clock)
