"""How exports write days and moments, told in the signs of Excel's own formats: dd/mm/yyyy hh:mm.

As in Excel, mm are minutes behind the hours or before the seconds, and months everywhere else.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from generator.entry.cells import Unread
from generator.model.record import FIRST_DAY, LAST_DAY

_TOKENS = re.compile(r"AM/PM|yyyy|yy|dd|mm|hh|ss|[ /.:T-]")
_SIGNS = {"yyyy": "%Y", "yy": "%y", "dd": "%d", "ss": "%S", "AM/PM": "%p"}
USUAL = (
    *("dd/mm/yyyy hh:mm:ss", "dd/mm/yyyy hh:mm", "dd/mm/yyyy"),
    *("yyyy-mm-dd hh:mm:ss", "yyyy-mm-ddThh:mm:ss", "yyyy-mm-dd hh:mm", "yyyy-mm-ddThh:mm"),
    *("yyyy-mm-dd", "dd-mm-yyyy hh:mm:ss", "dd-mm-yyyy hh:mm", "dd-mm-yyyy"),
)
"""What most exports write; all of it means the same to whoever reads what people type."""
FOREIGN = (
    *("mm/dd/yyyy hh:mm:ss AM/PM", "mm/dd/yyyy hh:mm AM/PM", "mm/dd/yyyy hh:mm:ss"),
    *("mm/dd/yyyy hh:mm", "mm/dd/yyyy"),
)
"""What exports write where the month comes first."""


def strptime_of(form: str) -> str:
    """The form in the signs of C: %d/%m/%Y."""
    parts = _TOKENS.findall(form)
    signs = _SIGNS | {"hh": "%I" if "AM/PM" in parts else "%H"}
    return "".join(
        ("%M" if _is_minute(parts, place) else "%m") if part == "mm" else signs.get(part, part)
        for place, part in enumerate(parts)
    )


def _is_minute(parts: list[str], place: int) -> bool:
    before = [part for part in parts[:place] if len(part) > 1]
    behind = [part for part in parts[place + 1 :] if len(part) > 1]
    return before[-1:] == ["hh"] or behind[:1] == ["ss"]


def fits(form: str, text: str) -> bool:
    """True when a text is a day or a moment of that form."""
    return _is_of(strptime_of(form), text)


def fitting(form: str, texts: Iterable[str]) -> int:
    """How many texts are days or moments of that form."""
    signs = strptime_of(form)
    return sum(_is_of(signs, text) for text in texts)


def _is_of(signs: str, text: str) -> bool:
    try:
        datetime.strptime(text, signs)  # noqa: DTZ007
    except ValueError:
        return False
    return True


def read_by(forms: Iterable[str], text: str) -> datetime:
    """The moment of a text by the first form that fits. Raises Unread."""
    known = tuple(forms)
    for form in known:
        try:
            found = datetime.strptime(text, strptime_of(form))  # noqa: DTZ007  clocks of the place
        except ValueError:
            continue
        if FIRST_DAY <= found.date() <= LAST_DAY:
            return found
    raise Unread("day-of-form", value=text, forms="; ".join(known))
