"""The radio desk: what the city's station reads out, in words.

Charter: turn one `Edition` into the script of a broadcast week. Spoken Vietnamese lives in
`spoken*.py` (typed values) and in `reader.py` with its rules (free text, with the city's own
abbreviations); `lines.py` reads any lines and `ssml.py` marks them up for machines that speak.
`memory.py` knows what listeners have heard, `news.py` picks what is new, `tell_*.py` say it,
`fit.py` makes it fit the slot, `judge.py` says why, `frame.py`, `running_order.py` and
`bulletin.py` put it together. `sheet.py` lays a script out in rows with its running time;
`script.py`, `loudspeaker.py`, `word.py` and `explain.py` render it. Nothing here writes to disk,
asks for the day, or guesses a reading: what it cannot read is refused.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.radio.bulletin import (
        make_bulletin,
        make_bulletins,
        make_pairs,
        pending_corrections,
    )
    from generator.radio.explain import render_explain
    from generator.radio.forms import make_script
    from generator.radio.lines import lines_as_ssml, lines_as_txt, read_lines
    from generator.radio.of_unit import UnknownUnit, has_news
    from generator.radio.script import WARNING, render_json, render_txt
    from generator.radio.unread import find_unreadable
    from generator.radio.unreadable import Unreadable
    from generator.radio.weeks import UnknownWeek, air_day, broadcast_weeks

__all__ = [
    "WARNING",
    "UnknownUnit",
    "UnknownWeek",
    "Unreadable",
    "air_day",
    "broadcast_weeks",
    "find_unreadable",
    "has_news",
    "lines_as_ssml",
    "lines_as_txt",
    "make_bulletin",
    "make_bulletins",
    "make_pairs",
    "make_script",
    "pending_corrections",
    "read_lines",
    "render_explain",
    "render_json",
    "render_txt",
]
_HOMES = {
    "WARNING": "script",
    "UnknownUnit": "of_unit",
    "UnknownWeek": "weeks",
    "Unreadable": "unreadable",
    "air_day": "weeks",
    "broadcast_weeks": "weeks",
    "find_unreadable": "unread",
    "has_news": "of_unit",
    "lines_as_ssml": "lines",
    "lines_as_txt": "lines",
    "make_bulletin": "bulletin",
    "make_bulletins": "bulletin",
    "make_pairs": "bulletin",
    "make_script": "forms",
    "pending_corrections": "bulletin",
    "read_lines": "lines",
    "render_explain": "explain",
    "render_json": "script",
    "render_txt": "script",
}
"""The module of each name, imported when it is asked for: a check only reads, and is quick."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
