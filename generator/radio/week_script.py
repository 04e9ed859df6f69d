"""Write the script of one week: its news chosen, fitted to the slot and put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.edition.bulletin import Bulletin
from generator.edition.edition import Edition
from generator.model.duty_records import Broadcast
from generator.model.public import without_name
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates
from generator.radio.recalls import find_recalls
from generator.radio.select.candidates import all_candidates
from generator.radio.select.fit import Fitted, fit
from generator.radio.select.heard import what_was_heard
from generator.radio.select.notes import notes
from generator.radio.select.one_unit import of_unit
from generator.radio.select.reasons import decisions
from generator.radio.select.running_order import RunningOrder
from generator.radio.weeks import air_day
from generator.speech.reader.reader import Reader


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
) -> BroadcastWeek:
    """Find the news of ISO week `name`. Raises UnknownWeek."""
    air_on = air_day(name, edition.city.radio.air_weekday)
    memory = what_was_heard(past, broadcasts, air_on)
    day = AirDay(_spoken_on(edition, air_on), air_on, memory, reader)
    return BroadcastWeek(edition, name, day, all_candidates(day))


def write_script(
    week: BroadcastWeek, minutes: float | None = None, unit_id: str | None = None
) -> Bulletin:
    """Write the week's script for so many minutes, of one unit alone when one is named."""
    edition, day = week.edition, week.day
    fitted, script = _fitted(week, minutes, unit_id)
    return replace(
        script,
        notes=notes(script, fitted, day.memory, edition.city.radio, edition.as_of),
        recalls=find_recalls(script, edition),
    )


def _fitted(
    week: BroadcastWeek, minutes: float | None, unit_id: str | None
) -> tuple[Fitted, Bulletin]:
    """Choose what of the news is told in the slot, and how it is told."""
    edition, day, found = week.edition, week.day, week.news
    radio = edition.city.radio
    quiet = unit_id is None and not any(story.kind.is_news for story in found.stories)
    if unit_id is not None:
        found = of_unit(found, edition, unit_id)
    slot_seconds = (minutes or radio.slot_minutes) * 60
    order = RunningOrder(day, slot_seconds, quiet=quiet)
    fitted = fit(found.stories, slot_seconds, order.seconds, radio.limits)
    items = order.items(fitted.chosen, final=True)
    decided = decisions(fitted, found.skipped, order, radio, day.air_on)
    return fitted, Bulletin(
        bulletin_id=week.name,
        air_on=day.air_on,
        station=radio.station,
        column=radio.column,
        sample=edition.city.sample,
        slot_seconds=slot_seconds,
        items=items,
        decisions=decided,
        commit=edition.commit,
    )


def _spoken_on(edition: Edition, air_on: date) -> Edition:
    """Return the edition as it may be spoken on the day of airing: a name whose time ends before
    that day is not said, though the script is pulled earlier."""
    criticisms = tuple(
        without_name(record) if record.named_until and record.named_until < air_on else record
        for record in edition.criticisms
    )
    return replace(edition, criticisms=criticisms)
