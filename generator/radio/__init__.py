"""The radio desk: what the city's station reads out, in words.

Charter: turn one `Edition` into the script of a broadcast week. Spoken Vietnamese lives in
`spoken*.py` (typed values) and in `reader.py` with its rules (free text, with the city's own
abbreviations). `news.py` picks what is new, `tell_*.py` say it, `fit.py` makes it fit the slot,
`frame.py` and `bulletin.py` put it together and `script.py` renders it. Nothing here writes to
disk, asks for the day, or guesses a reading: what it cannot read is refused and left out.
"""

from generator.radio.bulletin import make_bulletin, make_bulletins
from generator.radio.script import WARNING, render_json, render_txt
from generator.radio.unread import find_unreadable
from generator.radio.unreadable import Unreadable
from generator.radio.weeks import UnknownWeek, broadcast_weeks

__all__ = [
    "WARNING",
    "UnknownWeek",
    "Unreadable",
    "broadcast_weeks",
    "find_unreadable",
    "make_bulletin",
    "make_bulletins",
    "render_json",
    "render_txt",
]
