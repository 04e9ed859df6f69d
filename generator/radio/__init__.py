"""The radio desk: what the city's station reads out, in words.

Charter: turn one `Edition` into the script of a broadcast week. Spoken Vietnamese lives in
`spoken*.py` (typed values) and `reader.py` (free text, with the city's own abbreviations);
`news.py` picks what is new, `phrases_*.py` says it, `fit.py` makes it fit the slot and
`bulletin.py` puts it together; `script.py` renders it. Nothing here writes to disk, asks for
the day, or guesses a reading: what it cannot read raises `Unreadable`.
"""
