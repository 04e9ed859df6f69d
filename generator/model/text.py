"""Vietnamese text: NFC at the border, slugs, folding, collation, dates and numbers."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.model.week import WEEKDAYS

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""The marks of tones, in the order of Vietnamese dictionaries; no mark comes before them."""
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters, likewise."""
_LETTERS = {letter: place for place, letter in enumerate(ALPHABET)}
_MARKS = {ord(","): ".", ord("."): ","}
"""Between thousands and before decimals English has each where Vietnamese has the other."""
MOST_DIGITS = 31
"""Longer numbers are ordered as text: signs up to this code stand for a count of digits."""
NO_DOSSIERS = "không có hồ sơ"
NO_JUDGED = "không có hồ sơ có hạn để xét"
NO_ENDED = "chưa có hồ sơ đã giải quyết"
TOO_FEW = "chưa đủ hồ sơ"
"""What stands instead of a share, and instead of days that too few dossiers tell of."""
_NUMBER = re.compile(r"0*(\d+)", re.ASCII)


def nfc(text: str) -> str:
    """The text in Normalization Form C, the only form that enters the product."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower-case text without any mark: what a reader types who types no accents."""
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def slug(text: str, separator: str = "-") -> str:
    """Address form of a text: "Đã xử lý" becomes "da-xu-ly", "1.001193" becomes "1-001193"."""
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)


def _longer_is_later(number: re.Match[str]) -> str:
    """The digits behind a sign for how many there are, so that longer numbers sort later."""
    return f"{chr(min(len(number[1]), MOST_DIGITS))}{number[1]}"


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Sorting key of Vietnamese dictionaries: letters first, then tones, then the text itself.

    Numbers count as numbers: "tổ 2" comes before "tổ 10".
    """
    counted = _NUMBER.sub(_longer_is_later, nfc(text).lower())
    places = [_PLACES.get(letter) or _place(letter) for letter in counted]
    return tuple(letter for letter, _ in places), tuple(tone for _, tone in places), text


def _place(letter: str) -> tuple[int, int]:
    """The place of a letter in the alphabet, and that of its tone among the tones."""
    parts = unicodedata.normalize("NFD", letter)
    base = nfc("".join(part for part in parts if part not in TONES))
    sign = base or letter  # a mark that stands alone is a sign like any other
    place = _LETTERS.get(base, -1) if base.isalpha() else ord(sign[0]) - 1000
    return place, max((TONES.get(part, 0) for part in parts), default=0)


_PLACES = {
    letter: _place(letter)
    for base in (*_LETTERS, *" 0123456789")
    for tone in ("", *TONES)
    if len(letter := nfc(base + tone)) == 1
}
"""The places of what Vietnamese names are written with."""


def vn_date(day: date) -> str:
    """31/12/2018."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def vn_weekday(day: date) -> str:
    """Thứ bảy's name in lower case: "thứ bảy"."""
    return WEEKDAYS[day.weekday()]


def vn_number(value: int | float | Decimal, places: int = 0) -> str:
    """1.234,5: dot between thousands, comma before decimals, halves away from zero."""
    if isinstance(value, int) and not places:
        return f"{value:,}".translate(_MARKS)  # as most are: nothing to round
    return _written(rounded_to(value, places), places)


def _written(rounded: Decimal, places: int) -> str:
    return f"{rounded:,.{places}f}".translate(_MARKS)


def rounded_to(value: int | float | Decimal, places: int) -> Decimal:
    """The value rounded once, halves away from zero, as every page and script shows it."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0


def with_unit(number: int | float | Decimal | str, unit: str) -> str:
    """ "2 ngày làm việc", which no end of a line tears: each blank is one that holds."""
    written = number if isinstance(number, str) else vn_number(number)
    return f"{written} {unit}".replace(" ", "\u00a0")


def percent_value(share: float, places: int = 1) -> Decimal:
    """A share 0 to 1 in per cent, rounded as it is shown and spoken.

    Rounding never makes all or nothing of a share that is neither.
    """
    step = Decimal(1).scaleb(-places)
    value = rounded_to(Decimal(str(share)) * 100, places)
    if 0 < share < 1:
        return min(max(value, step), 100 - step)
    return value


def vn_percent(share: float | None, places: int = 1, none: str = NO_DOSSIERS) -> str:
    """92,4% of a share 0 to 1 (no decimals when they are zero); `none` when there is no share."""
    if share is None:
        return none
    value = percent_value(share, places)
    return f"{_written(value, 0 if value == value.to_integral_value() else places)}%"


def judged_percent(share: float | None) -> str:
    """A share on time; without one there may be dossiers, but none with a deadline to judge."""
    return vn_percent(share, none=NO_JUDGED)


def quarter_of(day: date) -> str:
    """2018-Q4."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def week_of(day: date) -> str:
    """The ISO week of a day: 2018-W40."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def is_quarter(text: str) -> bool:
    """True of a quarter's name: `2018-Q4`."""
    year, _, number = text.partition("-Q")
    return year.isdecimal() and len(year) == 4 and number in ("1", "2", "3", "4") and int(year) > 0


def quarter_start(quarter: str) -> date:
    """First day of a quarter `2018-Q4`."""
    return date(int(quarter[:4]), int(quarter[-1]) * 3 - 2, 1)


def quarter_end(quarter: str) -> date:
    """Last day of a quarter `2018-Q4`."""
    year, number = int(quarter[:4]), int(quarter[-1])
    return date(year, number * 3, 31 if number in (1, 4) else 30)


def quarter_before(quarter: str) -> str:
    """The quarter that ends where one begins."""
    year, number = int(quarter[:4]), int(quarter[-1])
    return f"{year - 1:04d}-Q4" if number == 1 else f"{year:04d}-Q{number - 1}"


def quarter_after(quarter: str) -> str:
    """The quarter that begins where one ends."""
    year, number = int(quarter[:4]), int(quarter[-1])
    return f"{year + 1:04d}-Q1" if number == 4 else f"{year:04d}-Q{number + 1}"


def quarters(first: str, last: str) -> Iterator[str]:
    """Every quarter from the first to the last."""
    quarter = first
    while quarter <= last:
        yield quarter
        quarter = quarter_after(quarter)


def vn_month(month: str) -> str:
    """2018-09 as people write it: "tháng 9/2018"."""
    year, _, number = month.partition("-")
    return f"tháng {int(number)}/{year}"


def vn_quarter(quarter: str) -> str:
    """2018-Q4 as people write it: "quý IV/2018"."""
    return f"quý {('I', 'II', 'III', 'IV')[int(quarter[-1]) - 1]}/{quarter[:4]}"
