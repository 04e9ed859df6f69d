"""Take procedures and units in turn: each of them once a quarter, where time is left."""

import re
from collections.abc import Iterator

from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.figures import Figure
from generator.model.records import Procedure, Unit
from generator.radio.items.day import AirDay
from generator.radio.items.quarter import FigureNews, Quarter, figure_key, turn_news, turn_words
from generator.radio.items.rotation_units import compared_units
from generator.radio.items.telling import vary
from generator.speech.numbers import integer
from generator.speech.time import duration

GROUPS = (name_of(Procedure), name_of(Unit))
"""The groups of what has its turn, in the order they are read."""
BATCH = 6
"""So many procedures are looked at together, so that those of equal length share a line."""
_SOUNDS_LIKE_TWO = re.compile(r", | và ")
"""In a name: among others it must be heard where it begins."""
NAME_COUNT = 3
"""At most so many procedures in one sentence."""


def rotation(day: AirDay, closed: Quarter) -> Iterator[FigureNews]:
    """Tell a sentence about procedures and one about units, in turn, less those told already."""
    procedures, units = _procedures(day, closed), compared_units(day, closed)
    while True:
        pair = (next(procedures, None), next(units, None))
        if pair == (None, None):
            return
        yield from (item for item in pair if item)


def _procedures(day: AirDay, closed: Quarter) -> Iterator[FigureNews]:
    """Tell procedures with enough dossiers for a percentile, the most asked for first."""
    rows = [
        row
        for row in day.edition.figures.by("procedure", "quarter")
        if row.quarter == closed.name and row.p90_days is not None
    ]
    rows.sort(key=lambda row: (-row.ended_count, row.procedure_id or ""))
    place = 0
    for start in range(0, len(rows), BATCH):
        for days, together in _shared(rows[start : start + BATCH]):
            ids = "+".join(str(row.procedure_id) for row in together)
            if figure_key(closed, f"{GROUPS[0]}/{ids}") not in day.memory.told:
                yield _took(day, closed, together, days, place)
            place += 1


def _shared(rows: list[Figure]) -> Iterator[tuple[int, list[Figure]]]:
    """Group rows that took equally long, a few at a time, the quickest first."""
    by_days: dict[int, list[Figure]] = {}
    for row in rows:
        by_days.setdefault(row.p90_days or 0, []).append(row)
    for days, together in sorted(by_days.items()):
        for first in range(0, len(together), NAME_COUNT):
            yield days, together[first : first + NAME_COUNT]


def _took(day: AirDay, closed: Quarter, rows: list[Figure], days: int, place: int) -> FigureNews:
    """Tell the 90th percentile: nine of ten dossiers took so many working days or fewer.

    Names that make the sentence too long follow in one of their own.
    """
    length = duration(days, "working_day", day.dialect)
    took = f"trong {length}" if days else "ngay trong ngày"
    when = turn_words(closed, day.air_on, day.dialect)
    options = (
        "Trong {when}, ở {whom}, cứ mười hồ sơ thì có chín hồ sơ được giải quyết xong {took}.",
        "Ở {whom}, chín trong mười hồ sơ của {when} được giải quyết xong {took}.",
        "Với {whom}, cứ mười hồ sơ của {when} thì có chín hồ sơ xong {took}.",
    )
    names = [_name(day, row) for row in rows]
    wording = vary(options, place)
    text = wording.format(whom=_whom(names, day), took=took, when=when)
    following = "các thủ tục sau đây" if names[1:] else "thủ tục sau đây"
    longer = wording.format(whom=following, took=took, when=when)
    ids = "+".join(str(row.procedure_id) for row in rows)
    written = (text, f"{longer} Đó là {_whom(names, day)}.")
    return turn_news(closed, GROUPS[0], ids, f"thời gian {_whom(names, day)}", written)


def _name(day: AirDay, row: Figure) -> str:
    """Return a procedure's usual name, without the word "thủ tục" in front of it."""
    short = day.edition.procedure(str(row.procedure_id)).short_name
    return mid_sentence(short).removeprefix("thủ tục ")


def _whom(names: list[str], day: AirDay) -> str:
    if len(names) == 1:
        return f"thủ tục {names[0]}"
    if any(_SOUNDS_LIKE_TWO.search(name) for name in names):
        return f"{', '.join(f'thủ tục {name}' for name in names[:-1])}, và thủ tục {names[-1]}"
    count = integer(len(names), day.dialect)
    return f"{count} thủ tục {', '.join(names[:-1])} và {names[-1]}"
