"""Compare units of one kind, a few at a time: what all reached, and the one that did not."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.datasets import name_of
from generator.model.figures import Figure
from generator.model.radio_settings import Dialect
from generator.model.records import Unit
from generator.model.text import percent_value
from generator.radio.items.day import AirDay
from generator.radio.items.phrases import begin
from generator.radio.items.quarter import FigureNews, Quarter, figure_key, turn_news, turn_words
from generator.radio.items.telling import Written
from generator.speech.numbers import integer, percent, share

TOGETHER = 5
"""At most so many units are compared in one sentence."""
_STEP = 5
"""What all of them reached is said in whole steps of so many per cent."""
_NOUNS = {"ward": "phường", "commune": "xã"}
_Row = tuple[Unit, Figure]


def compared_units(day: AirDay, closed: Quarter) -> Iterator[FigureNews]:
    """Tell units with enough dossiers, in the order of the list of units: everyone has a turn."""
    group = name_of(Unit)
    for place, together in enumerate(_batches(day, closed)):
        about = "+".join(unit.unit_id for unit, _ in together)
        if figure_key(closed, f"{group}/{about}") not in day.memory.told:
            title = f"kết quả của {', '.join(unit.name for unit, _ in together)}"
            yield turn_news(closed, group, about, title, _compared(day, closed, together, place))


def _batches(day: AirDay, closed: Quarter) -> Iterator[list[_Row]]:
    """Group the units that had enough dossiers by kind, a few at a time."""
    by_kind: dict[str, list[_Row]] = {}
    for unit in day.edition.units:
        row = day.edition.figures.one(unit=unit.unit_id, quarter=closed.name)
        if row is None or row.on_time_share is None:
            continue
        if row.ended_count >= day.edition.city.policy.percentile_min_count:
            by_kind.setdefault(unit.kind, []).append((unit, row))
    for rows in by_kind.values():
        count = -(-len(rows) // TOGETHER)
        for place in range(count):
            yield rows[place * len(rows) // count : (place + 1) * len(rows) // count]


def _compared(day: AirDay, closed: Quarter, rows: list[_Row], place: int) -> Written:
    """Say what the units reached together, in one of two orders, so that neighbours differ.

    Names that make the sentence too long follow in one of their own.
    """
    when = turn_words(closed, day.air_on, day.dialect)
    last = min(rows, key=lambda pair: pair[1].on_time_share or 0)
    others = [pair for pair in rows if pair is not last]
    stands_out = len(others) > 1 and _reached([last]) < _reached(others) - _STEP
    together = others if stands_out else rows
    reached = _reached(together)
    level = _level(reached, day) if rows[1:] else _share(last, day.dialect)
    alone = "" if together is rows else f" Riêng {_alone(last[0])} đạt {_share(last, day.dialect)}."
    told = _named(together, day)
    wordings = ((told, ""), (_following(together), f" Đó là {told}."))
    all_of = "đều " if together[1:] else ""
    return tuple(
        (
            f"{begin(named)} {all_of}đạt tỷ lệ đúng hạn {when} {level}.{after}{alone}"
            if place % 2
            else f"Trong {when}, {named} {all_of}đạt tỷ lệ đúng hạn {level}.{after}{alone}"
        )
        for named, after in wordings
    )


def _reached(rows: list[_Row]) -> Decimal:
    """Return the highest whole step that every one of the rows reached."""
    lowest = min(percent_value(row.on_time_share or 0) for _, row in rows)
    return lowest // _STEP * _STEP


def _level(reached: Decimal, day: AirDay) -> str:
    level = percent(reached, day.dialect)
    return level if reached == 100 else f"từ {level} trở lên"


def _named(rows: list[_Row], day: AirDay) -> str:
    """Name the units, the noun of wards and communes once: "năm phường Ba Đình, Đông Vệ …"."""
    units = [unit for unit, _ in rows]
    noun = _NOUNS.get(units[0].kind)
    if len(units) == 1:
        return _alone(units[0])
    names = [unit.name.partition(" ")[2] if noun else unit.name for unit in units]
    listed = f"{', '.join(names[:-1])} và {names[-1]}"
    return f"{integer(len(units), day.dialect)} {noun} {listed}" if noun else listed


def _following(rows: list[_Row]) -> str:
    """Speak of units whose names follow in a sentence of their own."""
    noun = _NOUNS.get(rows[0][0].kind, "đơn vị")
    return f"các {noun} sau đây" if rows[1:] else f"{noun} sau đây"


def _alone(unit: Unit) -> str:
    noun = _NOUNS.get(unit.kind)
    return f"{noun} {unit.name.partition(' ')[2]}" if noun else unit.name


def _share(pair: _Row, dialect: Dialect) -> str:
    return share(pair[1].on_time_share or 0, dialect)
