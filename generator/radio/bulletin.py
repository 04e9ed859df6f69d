"""The scripts week after week: each remembers what the earlier ones told, or the station says."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from generator.edition.bulletin import Bulletin
from generator.edition.edition import Edition
from generator.model.duty_records import Broadcast
from generator.output.memo import NO_MEMO, Memo
from generator.radio.week_script import BroadcastWeek, broadcast_week, write_script
from generator.radio.weeks import air_day, broadcast_weeks
from generator.speech.reader.reader import Reader

Station = Callable[[Bulletin], Sequence[Broadcast]]
"""What the station says of a script once it was aired."""


def make_bulletin(
    edition: Edition, week: str, minutes: float | None = None, unit_id: str | None = None
) -> Bulletin:
    """Make the script of ISO week `2018-W40` for so many minutes (the city's slot by default).

    With `unit_id` it holds only what is about that unit. What listeners have heard before comes
    from the city's own scripts, never from such a special one. Raises UnknownWeek for a text that
    names no week, UnknownUnit for an id that is no unit's.
    """
    air_on, reader = air_day(week, edition.radio.air_weekday), Reader(edition.speech)
    earlier = edition.bulletins or tuple(script for _, script in _scripts(edition, air_on, reader))
    past = [item for item in earlier if item.air_on < air_on]
    return write_script(
        broadcast_week(edition, week, past, edition.broadcasts, reader), minutes, unit_id
    )


def make_bulletins(edition: Edition, station: Station | None = None) -> tuple[Bulletin, ...]:
    """Make the scripts of every week from the first public record to the one that `as_of`
    prepares, oldest first. `station`, when given, speaks instead of the broadcasts dataset.
    """
    every = _scripts(edition, date.max, Reader(edition.speech), station)
    return tuple(script for _, script in every)


def make_pairs(
    edition: Edition, minutes: float, memo: Memo = NO_MEMO
) -> tuple[tuple[Bulletin, Bulletin], ...]:
    """Make every week's script, and beside it one of so many minutes from the same news."""
    reader = memo.reuse(
        "reader",
        lambda: (edition.abbreviations, edition.dialect),
        lambda: Reader(edition.speech),
    )
    every = _scripts(edition, date.max, reader, memo=memo)
    return tuple((script, write_script(week, minutes, memo=memo)) for week, script in every)


def _scripts(
    edition: Edition,
    before: date,
    reader: Reader,
    station: Station | None = None,
    memo: Memo = NO_MEMO,
) -> Iterator[tuple[BroadcastWeek, Bulletin]]:
    """Write the scripts aired before a day, each with what the earlier ones have told."""
    weekday = edition.radio.air_weekday
    made: list[Bulletin] = []
    said: list[Broadcast] = [] if station else list(edition.broadcasts)
    for name in broadcast_weeks(edition):
        if air_day(name, weekday) >= before:
            break
        week = broadcast_week(edition, name, made, said, reader, memo)
        made.append(write_script(week, memo=memo))
        yield week, made[-1]
        if station:
            said.extend(station(made[-1]))
