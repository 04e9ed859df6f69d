"""The scripts week after week: each remembers what the earlier ones told, or the station says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.edition.bulletin import Bulletin, PendingCorrection
from generator.edition.edition import Edition
from generator.model.public import without_name
from generator.model.records import Broadcast
from generator.output.memo import FRESH, Fresh
from generator.radio.recalls import voids
from generator.radio.select.candidates import News, news
from generator.radio.select.corrections_owed import owed
from generator.radio.select.fit import Fitted, fit
from generator.radio.select.heard import Memory, recall
from generator.radio.select.one_unit import of_unit
from generator.radio.select.reasons import decisions, notes
from generator.radio.select.running_order import RunningOrder
from generator.radio.weeks import air_day, broadcast_weeks

QUIET = ("timing", "deadline")
"""Kinds of which alone a quiet week consists."""
Station = Callable[[Bulletin], Sequence[Broadcast]]
"""What the station says of a script once it was aired."""


def make_bulletin(
    edition: Edition, week: str, minutes: float | None = None, unit_id: str | None = None
) -> Bulletin:
    """The script of ISO week `2018-W40` for a slot of so many minutes (the city's by default).

    With `unit_id` it holds only what is about that unit. What listeners have heard before comes
    from the city's own scripts, never from such a special one. Raises UnknownWeek for a text that
    names no week, UnknownUnit for an id that is no unit's.
    """
    air_on = air_day(week, edition.city.radio.air_weekday)
    earlier = edition.bulletins or tuple(script for _, script in _scripts(edition, air_on, None))
    past = [item for item in earlier if item.air_on < air_on]
    return _script(_on_air(edition, week, past, edition.broadcasts), minutes, unit_id)


def make_bulletins(edition: Edition, station: Station | None = None) -> tuple[Bulletin, ...]:
    """The scripts of every week from the first public record to the one that `as_of` prepares,
    oldest first. `station`, when given, speaks instead of the broadcasts dataset.
    """
    return tuple(script for _, script in _scripts(edition, date.max, station))


def make_pairs(
    edition: Edition, minutes: float, kept: Fresh = FRESH
) -> tuple[tuple[Bulletin, Bulletin], ...]:
    """Every week's script, and beside it one of so many minutes, chosen from the same news."""
    every = _scripts(edition, date.max, None, kept)
    return tuple((script, _script(day, minutes, kept=kept)) for day, script in every)


def _scripts(
    edition: Edition, before: date, station: Station | None, kept: Fresh = FRESH
) -> "Iterator[tuple[_OnAir, Bulletin]]":
    weekday = edition.city.radio.air_weekday
    made: list[Bulletin] = []
    said: list[Broadcast] = [] if station else list(edition.broadcasts)
    for week in broadcast_weeks(edition):
        if air_day(week, weekday) >= before:
            break
        day = _on_air(edition, week, made, said)
        made.append(_script(day, kept=kept))
        yield day, made[-1]
        if station:
            said.extend(station(made[-1]))


@dataclass(frozen=True)
class _OnAir:
    """A day of airing before its slot is known: what has been heard, and what could be told."""

    edition: Edition
    week: str
    air_on: date
    memory: Memory
    of_the_day: Edition
    news: News


def _on_air(
    edition: Edition, week: str, past: Sequence[Bulletin], broadcasts: Sequence[Broadcast]
) -> _OnAir:
    air_on = air_day(week, edition.city.radio.air_weekday)
    memory, of_the_day = recall(past, broadcasts, air_on), _on(edition, air_on)
    return _OnAir(edition, week, air_on, memory, of_the_day, news(of_the_day, air_on, memory))


def _script(
    day: _OnAir, minutes: float | None = None, unit_id: str | None = None, kept: Fresh = FRESH
) -> Bulletin:
    edition, radio = day.edition, day.edition.city.radio
    fitted, script = kept.read_from(
        ("bulletin", day.week, minutes, unit_id),
        (edition, day.of_the_day),
        (day.air_on, day.memory, day.news),
        lambda edition, of_the_day: _fitted(
            replace(day, edition=edition, of_the_day=of_the_day), minutes, unit_id
        ),
    )
    return replace(
        script,
        notes=notes(script, fitted, day.memory, radio, edition.as_of),
        voids=voids(script, edition),
    )


def _fitted(day: _OnAir, minutes: float | None, unit_id: str | None) -> tuple[Fitted, Bulletin]:
    """What of the news is told in the slot, and how it is told."""
    edition, air_on, found = day.edition, day.air_on, day.news
    radio = edition.city.radio
    quiet = unit_id is None and all(story.kind in QUIET for story in found.stories)
    if unit_id is not None:
        found = of_unit(found, edition, unit_id)
    slot_seconds = (minutes or radio.slot_minutes) * 60
    order = RunningOrder(day.of_the_day, air_on, slot_seconds, quiet=quiet)
    fitted = fit(found.stories, slot_seconds, order.seconds, radio.limits)
    items = order.items(fitted.chosen, final=True)
    decided = decisions(fitted, found.passed, order, radio, air_on)
    return fitted, Bulletin(
        bulletin_id=day.week,
        air_on=air_on,
        station=radio.station,
        column=radio.column,
        sample=edition.city.sample,
        slot_seconds=slot_seconds,
        items=items,
        decisions=decided,
        commit=edition.commit,
    )


def _on(edition: Edition, air_on: date) -> Edition:
    """The edition as it may be spoken on the day of airing: a name whose time ends before that
    day is not said, though the script is pulled earlier."""
    criticisms = tuple(
        without_name(record) if record.named_until and record.named_until < air_on else record
        for record in edition.criticisms
    )
    return replace(edition, criticisms=criticisms)


def pending_corrections(edition: Edition) -> tuple[PendingCorrection, ...]:
    """Corrections owed on the edition's day: the station has not said that it aired them."""
    tomorrow = date.fromordinal(edition.as_of.toordinal() + 1)
    past = [item for item in edition.bulletins if item.air_on <= edition.as_of]
    memory: Memory = recall(past, edition.broadcasts, tomorrow)
    return tuple(
        PendingCorrection(
            record_id=part.correction.record_id,
            kind=part.correction.kind,
            published_on=part.correction.published_on,
            said_on=part.said_on,
        )
        for part in owed(edition, edition.as_of, memory)
    )
