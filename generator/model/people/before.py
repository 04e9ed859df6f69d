"""What stands before a name: a word of address, a title, or what is called after people."""

import re
from typing import Literal

from generator.model.people.syllables import Syllables
from generator.model.people.words import phrases

Trigger = Literal["address", "title", "before", ""]
_SOFT = re.compile(r" ?[:(\"“'–_-]? ?[\"“']?")
"""What may stand between a word of address and a name."""
_SHORT = ("mr", "mrs", "ms", "dr", "đ/c", "ô")
_UNITS = ("p", "x", "h", "q", "t", "tt", "tx", "tp")
"""The short forms of ward, commune, district, city."""
_KINDS: tuple[Trigger, ...] = ("address", "title", "before")


def trigger_at(told: Syllables, place: int) -> Trigger:
    """Whether a word of address, a title or a small word stands before a name."""
    if not place or not _is_soft(told, place) or phrases("no_trigger").before(told.low, place):
        return ""
    if _is_of_country(told, place):
        return "address"
    end = place - 1 if told.low[place - 1] == "là" and place > 1 else place
    for kind in _KINDS:
        if phrases(kind).before(told.low, end) or phrases(kind).before(told.low, place):
            return kind
    return ""


def _is_of_country(told: Syllables, place: int) -> bool:
    """True behind somebody of a country or place: công dân Hàn Quốc, ông người Thái Lan."""
    country = phrases("place").before(told.low, place)
    who = place - country
    if not country or not told.shown[who][0].isupper() or told.gaps[place] != " ":
        return False
    return any(phrases(kind).before(told.low, who) for kind in ("address", "title"))


def called_at(told: Syllables, place: int) -> int:
    """How long the word is behind which stands what is called after somebody; 0: none."""
    if not place or told.gaps[place] not in (" ", ". "):
        return 0
    said = phrases("called").before(told.low, place)
    if told.gaps[place] == ". " and told.low[place - 1] in _UNITS:
        said = 1
    others = (phrases(kind).before(told.low, place) for kind in ("no_trigger", "address", "title"))
    return said if said and said >= max(others) else 0


def _is_soft(told: Syllables, place: int) -> bool:
    """True when a name may go on with the word before it: behind Mr. and Mrs. after a point."""
    if told.low[place - 1] in _SHORT and told.gaps[place] in (". ", "."):
        return True
    return told.low[place - 1] != "ô" and _SOFT.fullmatch(told.gaps[place]) is not None
