"""Write the script of one week: its news chosen, fitted to the slot and put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from generator.edition.bulletin import Bulletin, BulletinItem, Decision
from generator.edition.edition import Edition
from generator.model.duty_records import Broadcast
from generator.model.public import without_name
from generator.model.radio_settings import Radio
from generator.output.memo import NO_MEMO, Memo
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates
from generator.radio.recalls import find_recalls
from generator.radio.select.candidates import all_candidates
from generator.radio.select.fit import Fitted, fit
from generator.radio.select.greetings import Announcements, announcements
from generator.radio.select.heard import what_was_heard
from generator.radio.select.notes import notes
from generator.radio.select.one_unit import of_unit
from generator.radio.select.reasons import decisions
from generator.radio.select.running_order import RunningOrder
from generator.radio.weeks import air_day
from generator.speech.reader.reader import Reader

BRIEF_SECONDS = 120.0
"""A slot of at most so many seconds has a short greeting and farewell, and no music."""


@dataclass(frozen=True)
class BroadcastWeek:
    """A week before its slot is known: the day of airing, and what could be told."""

    edition: Edition
    name: str
    day: AirDay
    news: Candidates


def broadcast_week(
    edition: Edition,
    name: str,
    past: Sequence[Bulletin],
    broadcasts: Sequence[Broadcast],
    reader: Reader,
    memo: Memo = NO_MEMO,
) -> BroadcastWeek:
    """Find the news of ISO week `name`. Raises UnknownWeek."""
    air_on = air_day(name, edition.radio.air_weekday)
    memory = memo.reuse(
        ("heard before", air_on),
        lambda: ([item.could_be_heard for item in past], broadcasts),
        lambda: what_was_heard(past, broadcasts, air_on),
    )
    day = AirDay(_spoken_on(edition, air_on), air_on, memory, reader)
    return BroadcastWeek(edition, name, day, all_candidates(day, memo))


def write_script(
    week: BroadcastWeek,
    minutes: float | None = None,
    unit_id: str | None = None,
    memo: Memo = NO_MEMO,
) -> Bulletin:
    """Write the week's script for so many minutes, of one unit alone when one is named."""
    edition, day, news = week.edition, week.day, week.news
    radio = edition.radio
    slot_seconds = (minutes or radio.slot_minutes) * 60
    around = announcements(day, brief=slot_seconds <= BRIEF_SECONDS)
    if unit_id is not None:
        news = of_unit(news, edition, unit_id)
    fitted, items, decided = memo.reuse(
        ("fitted", week.name, slot_seconds, unit_id),
        lambda: (radio, around, news),
        lambda: _fitted(news, around, radio, slot_seconds, of_all=unit_id is None),
    )
    script = Bulletin(
        bulletin_id=week.name,
        air_on=day.air_on,
        station=radio.station,
        column=radio.column,
        sample=edition.city.sample,
        slot_seconds=slot_seconds,
        items=items,
        decisions=decided,
        commit=edition.commit,
        jurisdiction=edition.city.city.jurisdiction,
        airs_at=edition.city.moment(day.air_on, radio.air_time or time()),
    )
    told = notes(script, fitted, day.memory, radio, edition.as_of)
    return memo.same(
        ("script of a week", week.name, slot_seconds, unit_id),
        replace(script, notes=told, recalls=find_recalls(script, edition)),
    )


def _fitted(
    news: Candidates, around: Announcements, radio: Radio, slot_seconds: float, *, of_all: bool
) -> tuple[Fitted, tuple[BulletinItem, ...], tuple[Decision, ...]]:
    """Choose what of the news is told in the slot, and how, and say why."""
    quiet = of_all and not any(story.kind.is_news for story in news.stories)
    order = RunningOrder(around, radio, quiet=quiet)
    fitted = fit(news.stories, slot_seconds, order.seconds, radio.limits)
    decided = decisions(fitted, news.skipped, order, radio, around.air_on)
    return fitted, order.items(fitted.chosen), decided


def _spoken_on(edition: Edition, air_on: date) -> Edition:
    """Return the edition as it may be spoken on the day of airing: a name whose time ends before
    that day is not said, though the script is pulled earlier."""
    criticisms = tuple(
        without_name(record) if record.named_until and record.named_until < air_on else record
        for record in edition.criticisms
    )
    return replace(edition, criticisms=criticisms)
