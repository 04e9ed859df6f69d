"""How pages mark what they show of the open data, and the form in which they show a cell."""

import re
from collections.abc import Mapping
from datetime import date

from generator.model.anonymise import REMOVED
from generator.model.apologies import APOLOGY_COUNTS, APOLOGY_KEY
from generator.model.datasets import LOGGED
from generator.model.figures import CUT_BY, FIGURES
from generator.model.shares import TOLD_SHARES, TOLD_SUMS
from generator.model.text import (
    NO_DOSSIERS,
    NO_ENDED,
    NO_JUDGED,
    TOO_FEW,
    fold,
    vn_date,
    vn_number,
    vn_percent,
)

ROW = "data-record"
"""The attribute that names a row: its table, and its key behind it."""
CELL = "data-cell"
"""The attribute that names the column of a marked text."""
ROW_KEYS: Mapping[str, tuple[str, ...]] = {
    **{dataset.name: dataset.key for dataset in LOGGED},
    FIGURES: CUT_BY,
    APOLOGY_COUNTS: APOLOGY_KEY,
}
"""The tables of which pages mark rows, and the columns that tell their rows apart."""
OF_COUNTS = (FIGURES, APOLOGY_COUNTS)
"""Those of units and quarters, whose rows stand where they are named and without other numbers."""
ADDRESS_WORDS = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "bac", "em", "dong"})
"""What may be said before a name, folded."""
NO_SHARE = (NO_JUDGED, NO_DOSSIERS, NO_ENDED)
DAYS, SAME_DAY = "ngày làm việc", "trong ngày"
UNSEEN = frozenset({"template", "script", "noscript", "style", "head"})
"""Elements whose content nobody sees."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = re.compile(r"[^\W_]+")
_BLANKS = re.compile(r"\s+")


def shown(column: str, value: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The forms in which pages show a cell of the open data; `labels` are the words of an
    enumerated column."""
    if value in labels:
        return (labels[value],)
    if _DAY.fullmatch(value):
        return (vn_date(date.fromisoformat(value)),)
    if column.endswith("_share"):
        return (vn_percent(float(value)),) if value else NO_SHARE
    if column.endswith("_days"):
        return _days(value)
    return (vn_number(int(value)),) if column.endswith("_count") else (value,)


def _days(value: str) -> tuple[str, ...]:
    if not value:
        return (TOO_FEW,)
    days = vn_number(int(value))
    return (days, f"{days} {DAYS}") if days != "0" else (SAME_DAY,)


def told(row: Mapping[str, str]) -> Mapping[str, str]:
    """A row of figures, and what pages tell of it beside its columns.

    Raises ValueError when a count is no number.
    """
    sums = {name: str(_sum(row, parts)) for name, parts in TOLD_SUMS.items()}
    shares = {
        name: str(_sum(row, part) / count) if (count := _sum(row, whole)) else ""
        for name, (part, whole) in TOLD_SHARES.items()
    }
    return {**row, **sums, **shares}


def _sum(row: Mapping[str, str], columns: tuple[str, ...]) -> int:
    return sum(int(row.get(name) or 0) for name in columns)


def is_of_counts(row: str) -> bool:
    """True of a row of `OF_COUNTS`."""
    return row.partition("/")[0] in OF_COUNTS


def says(text: str, wanted: str, name: str) -> bool:
    """True when a text of a page is what is wanted, but for the size of its first letter.

    Where the open data have a mark instead of a person's name, the page may say `name`, or a part
    of it behind a word of address.
    """
    text, wanted = _small(text), _small(wanted)
    if REMOVED not in wanted:
        return text == wanted
    parts = map(re.escape, wanted.split(REMOVED))
    found = re.fullmatch("(.+?)".join(parts), text)
    return found is not None and all(_is_of(gap, name) for gap in found.groups())


def plain(text: str) -> str:
    """A text with one blank between its words."""
    return _BLANKS.sub(" ", text).strip()


def _small(text: str) -> str:
    text = plain(text)
    return text[:1].lower() + text[1:]


def _is_of(gap: str, name: str) -> bool:
    """True of a name, a part of it or its initials; and of the mark itself."""
    if gap.lower() == REMOVED:
        return True
    syllables = _WORDS.findall(fold(name))
    allowed = {*syllables, *(syllable[0] for syllable in syllables), *ADDRESS_WORDS}
    words = _WORDS.findall(fold(gap))
    return bool(syllables) and bool(words) and {*words} <= allowed
