"""Take procedures and units in turn: each of them once a quarter, where time is left."""

from collections.abc import Container, Iterator
from dataclasses import replace

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.figures import Figure
from generator.model.records import Procedure, Unit
from generator.radio.items.phrases import unit_name
from generator.radio.items.quarter import FigureNews, Quarter, figure_key, figure_news
from generator.radio.items.telling import vary
from generator.speech.numbers import integer, share
from generator.speech.time import duration

GROUPS = (name_of(Procedure), name_of(Unit))
"""The groups of what has its turn, in the order they are read."""
BATCH = 6
"""So many procedures are looked at together, so that those of equal length share a line."""
NAME_COUNT = 3
"""At most so many procedures in one sentence."""


def rotation(edition: Edition, closed: Quarter, told: Container[str]) -> Iterator[FigureNews]:
    """Tell a sentence about procedures and one about a unit, in turn, less those told already."""
    procedures = _procedures(edition, closed, told)
    units = _units(edition, closed, told)
    while True:
        pair = (next(procedures, None), next(units, None))
        if pair == (None, None):
            return
        yield from (item for item in pair if item)


def _procedures(edition: Edition, closed: Quarter, told: Container[str]) -> Iterator[FigureNews]:
    """Tell procedures with enough dossiers for a percentile, the most asked for first."""
    rows = [
        row
        for row in edition.figures.by("procedure", "quarter")
        if row.quarter == closed.name and row.p90_days is not None
    ]
    rows.sort(key=lambda row: (-row.ended_count, row.procedure_id or ""))
    place = 0
    for start in range(0, len(rows), BATCH):
        for days, together in _shared(rows[start : start + BATCH]):
            ids = "+".join(str(row.procedure_id) for row in together)
            if figure_key(closed, f"procedures/{ids}") not in told:
                yield _took(edition, closed, together, days, place)
            place += 1


def _shared(rows: list[Figure]) -> Iterator[tuple[int, list[Figure]]]:
    """Group rows that took equally long, a few at a time, the quickest first."""
    by_days: dict[int, list[Figure]] = {}
    for row in rows:
        by_days.setdefault(row.p90_days or 0, []).append(row)
    for days, together in sorted(by_days.items()):
        for first in range(0, len(together), NAME_COUNT):
            yield days, together[first : first + NAME_COUNT]


def _took(
    edition: Edition, closed: Quarter, rows: list[Figure], days: int, place: int
) -> FigureNews:
    """Tell the 90th percentile: "cứ mười hồ sơ thì chín hồ sơ xong trong ba ngày làm việc"."""
    length = duration(days, "working_day", edition.dialect)
    took = f"xong trong {length}" if days else "xong ngay trong ngày"
    options = (
        "Với {whom}, cứ mười hồ sơ thì chín hồ sơ {took}.",
        "Còn với {whom}, chín trong mười hồ sơ {took}.",
        "Ở {whom}, cứ mười hồ sơ có chín hồ sơ {took}.",
    )
    names = [_name(edition, row) for row in rows]
    text = vary(options, place).format(whom=_whom(names), took=took)
    ids = "+".join(str(row.procedure_id) for row in rows)
    return _turn(closed, name_of(Procedure), ids, f"thời gian {_whom(names)}", text)


def _name(edition: Edition, row: Figure) -> str:
    """Return a procedure's usual name, without the word "thủ tục" in front of it."""
    short = edition.procedure(str(row.procedure_id)).short_name
    return mid_sentence(short).removeprefix("thủ tục ")


def _whom(names: list[str]) -> str:
    if len(names) == 1:
        return f"thủ tục {names[0]}"
    return f"mỗi thủ tục {', '.join(names[:-1])} và {names[-1]}"


def _units(edition: Edition, closed: Quarter, told: Container[str]) -> Iterator[FigureNews]:
    """Tell units with enough dossiers, in the order of the list of units: everyone has a turn."""
    least = edition.city.policy.percentile_min_count
    for unit in edition.units:
        row = edition.figures.one(unit=unit.unit_id, quarter=closed.name)
        if row is None or row.on_time_share is None or row.ended_count < least:
            continue
        if figure_key(closed, f"units/{unit.unit_id}") in told:
            continue
        name = unit_name(unit)
        text = (
            f"{name} giải quyết xong {integer(row.ended_count, edition.dialect)} hồ sơ, "
            f"trước hạn và đúng hạn {share(row.on_time_share, edition.dialect)}."
        )
        yield _turn(closed, name_of(Unit), unit.unit_id, f"kết quả của {name}", text)


def _turn(closed: Quarter, group: str, about: str, title: str, text: str) -> FigureNews:
    news = figure_news(closed, f"{group}/{about}", title, {"sentence": text})
    return replace(news, group=group, filler=True)
