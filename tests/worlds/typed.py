"""Cells as people type them: the same thing in many manners."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from hypothesis import strategies as st

from generator.entry.cells import Cell
from generator.entry.choices import Choice, Choices
from generator.entry.columns import EntryColumn
from generator.entry.written import shown
from generator.model.record import parts
from generator.model.text import fold, vn_weekday

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""What a spreadsheet set to English calls the months."""


def short_weekday(day: date) -> str:
    """T2 of a Monday, CN of a Sunday."""
    return "CN" if day.weekday() == 6 else f"T{day.weekday() + 2}"


DAY_FORMS: Mapping[str, Callable[[date], Cell]] = {
    "cell": lambda day: day,
    "serial": lambda day: float((day - date(1899, 12, 30)).days),
    "slashes": lambda day: f"{day.day}/{day.month}/{day.year}",
    "zeros": lambda day: f"{day:%d/%m/%Y}",
    "hyphens": lambda day: f"{day:%d-%m-%Y}",
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
    "short": lambda day: f"{day:%d-%m-%y}",
    "words": lambda day: f"ngày {day.day} tháng {day.month} năm {day.year}",
    "iso": lambda day: day.isoformat(),
    "weekday before": lambda day: f"{vn_weekday(day)}, {day:%d/%m/%Y}",
    "weekday behind": lambda day: f"{day:%d/%m/%Y} ({short_weekday(day)})",
    "month in words": lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}",
    "month of Excel": lambda day: f"{day.day:02d}-Thg{day.month}-{day.year}",
    "midnight": lambda day: f"{day.day}/{day.month}/{day.year} 12:00:00 AM",
    "letters for digits": lambda day: f"{day:%d/%m/%Y}".replace("0", "O"),
}
STRAY = ("", " ", "\u00a0", "\u200b", "  \u00a0")
_OLD_TONES = (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("ọa", "oạ"), ("ùy", "uỳ"), ("ủy", "uỷ"))


def typed_days() -> st.SearchStrategy[str]:
    """Three numbers with slashes, some of them days."""
    numbers = st.tuples(st.integers(0, 33), st.integers(0, 14), st.integers(0, 2105))
    return numbers.map(lambda found: "/".join(map(str, found)))


def old_tones(text: str) -> str:
    """The tones of oa and uy where they stood before."""
    for new, old in _OLD_TONES:
        text = text.replace(new, old).replace(new.capitalize(), old.capitalize())
    return text


MANNERS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    old_tones,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "  "),
)
"""How one text is typed by several people."""


@st.composite
def as_typed(draw: st.DrawFn, column: EntryColumn, cell: str) -> Cell:
    """A cell of a file as somebody may type it."""
    if not cell:
        return draw(st.sampled_from([None, "", " ", "\u00a0"]))
    if column.kind == "day":
        forms = [form for name, form in sorted(DAY_FORMS.items()) if name != "short"]
        return draw(st.sampled_from(forms))(date.fromisoformat(cell))
    if column.kind == "whole":
        number = int(cell)
        return draw(
            st.sampled_from(
                [float(number), cell, f" {cell}\u00a0", f"{number:,}".replace(",", ".")]
            )
        )
    stray = draw(st.sampled_from(STRAY))
    if column.kind in ("choice", "several") and column.choices:
        names = [draw(_name(column.choices, part)) for part in parts(cell)]
        return stray + "; ".join(names) + stray
    written = shown(column, cell)
    if column.kind == "text" and isinstance(written, str):
        manner = draw(st.sampled_from((MANNERS[0], *MANNERS[4:])))
        return stray + manner(written) + stray
    return written


@st.composite
def _name(draw: st.DrawFn, choices: Choices, code: str) -> str:
    """One of the names of a choice, in one of the manners in which it is its own."""
    choice = next(choice for choice in choices.all if choice.code == code)
    name = draw(st.sampled_from(choice.all_names))
    manner = draw(st.sampled_from((*MANNERS, fold)))
    return manner(name) if _is_own(choices, choice, name) else code


def _is_own(choices: Choices, choice: Choice, name: str) -> bool:
    """True when no other choice has a name that looks like this one."""
    plain = fold(name).replace(".", " ").split()
    others = (other for other in choices.all if other is not choice)
    return all(
        fold(known).replace(".", " ").split() != plain
        for other in others
        for known in other.all_names
    )
