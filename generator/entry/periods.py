"""Quarters and weeks as people type them."""

from collections.abc import Mapping
from datetime import date

from generator.entry.cells import Cell, Unread, as_typed
from generator.entry.days import short_year
from generator.entry.words import bare

_QUARTERS: Mapping[str, int] = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "mot": 1,
    "nhat": 1,
    "hai": 2,
    "nhi": 2,
    "ba": 3,
    "tu": 4,
    "bon": 4,
}
_QUARTER_WORDS = frozenset(("quy", "qui", "q", "nam", "thu", "ky", "bao", "cao"))
_WEEK_WORDS = frozenset(("tuan", "nam", "thu", "ban", "tin"))
_PARTS = 2
MOST_WEEKS = 53


def read_quarter(cell: Cell) -> str:
    """2018-Q3 of “Quý III/2018”, “Q3/18” or “quý ba năm 2018”. Raises Unread."""
    _require_text(cell, "quarter")
    plain = bare(as_typed(cell))
    words = [word for word in plain.split() if word not in _QUARTER_WORDS]
    year = _year_in(words, is_named=plain.startswith("q"))
    rest = [word for word in words if word != year]
    quarter = _QUARTERS.get(rest[0].removeprefix("q").lstrip("0")) if len(rest) == 1 else None
    if year is None or quarter is None:
        raise Unread("quarter-wrong", value=as_typed(cell))
    return f"{short_year(year)}-Q{quarter}"


def read_week(cell: Cell) -> str:
    """2018-W40 of “Tuần 40/2018” or “W40 năm 2018”. Raises Unread."""
    _require_text(cell, "week")
    words = [word for word in bare(as_typed(cell)).split() if word not in _WEEK_WORDS]
    year = _year_in(words, is_named=False)
    rest = [word.removeprefix("w") for word in words if word != year]
    is_week = year and len(rest) == 1 and rest[0].isdecimal()
    if not is_week or not 1 <= int(rest[0]) <= MOST_WEEKS:
        raise Unread("week-wrong", value=as_typed(cell))
    return f"{year}-W{int(rest[0]):02d}"


def _require_text(cell: Cell, period: str) -> None:
    if not isinstance(cell, str):
        what = "is-day" if isinstance(cell, date) else "wrong"
        raise Unread(f"{period}-{what}", value=as_typed(cell))


def _year_in(words: list[str], *, is_named: bool) -> str | None:
    """The one year among words; one of two digits, behind a period that is named as such."""
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    if len(years) == 1:
        return years[0]
    is_short = len(words) == _PARTS and words[1].isdecimal() and len(words[1]) == 2
    return words[1] if not years and is_short and is_named and short_year(words[1]) else None
