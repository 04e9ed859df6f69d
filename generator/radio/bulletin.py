"""The script of a week: news chosen, fitted, put in order and shared between two voices."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from generator.contract.bulletin import Bulletin, BulletinItem, Decision, ItemKind
from generator.contract.edition import Edition
from generator.contract.settings import Announcer
from generator.radio.fit import Choice, fit
from generator.radio.frame import closing, greeting, lead_in, opening
from generator.radio.length import reading_seconds
from generator.radio.news import news, withdrawn
from generator.radio.story import Sentences, Story
from generator.radio.weeks import air_day, broadcast_weeks

_ORDER: tuple[ItemKind, ...] = (
    "correction",
    "praise",
    "criticism",
    "follow_up",
    "timing",
    "deadline",
)


class _Part(NamedTuple):
    kind: ItemKind
    sentences: Sentences
    record_ids: tuple[str, ...]


class _Desk:
    """One week's desk: lays out a choice of stories as the parts of a script."""

    def __init__(self, edition: Edition, air_on: date, stories: Sequence[Story]) -> None:
        self._edition = edition
        self._air_on = air_on
        self._turn = air_on.isocalendar().week
        self._quiet = all(story.kind in ("timing", "deadline") for story in stories)
        self._greeting = _Part("greeting", greeting(edition, air_on), ())
        self._closing = _Part("closing", closing(edition, air_on), ())

    def parts(self, choice: Sequence[Choice]) -> list[_Part]:
        """Greeting, lead-in, the news in the order of the column, closing."""
        told = [story for story, _ in choice]
        lead = lead_in(told, self._edition, self._air_on, quiet=self._quiet)
        middle = [part for kind in _ORDER for part in self._section(kind, choice)]
        head = [self._greeting, *([_Part("lead_in", lead, ())] if lead else [])]
        return [*head, *middle, self._closing]

    def _section(self, kind: ItemKind, choice: Sequence[Choice]) -> list[_Part]:
        own = [(story, form) for story, form in choice if story.kind == kind]
        runs = groupby(enumerate(own), key=lambda item: item[1][0].group or item[0])
        parts = [_merged(kind, [pair for _, pair in run]) for _, run in runs]
        if parts:
            first = opening(kind, len(own), self._turn, self._edition.dialect) + parts[0].sentences
            parts[0] = parts[0]._replace(sentences=first)
        return parts

    def items(self, choice: Sequence[Choice]) -> tuple[BulletinItem, ...]:
        """The parts with their voices and lengths."""
        radio = self._edition.city.radio
        voices = radio.announcers
        return tuple(
            self._item(part, voices[place % len(voices)])
            for place, part in enumerate(self.parts(choice))
        )

    def _item(self, part: _Part, voice: Announcer) -> BulletinItem:
        """One part with its voice, its music and its length."""
        radio = self._edition.city.radio
        before = radio.jingles.opening if part.kind == "greeting" else None
        after = radio.jingles.closing if part.kind == "closing" else None
        music = sum(jingle.seconds for jingle in (before, after) if jingle)
        read = reading_seconds(part.sentences, voice.syllables_per_minute, radio.pauses)
        return BulletinItem(
            kind=part.kind,
            voice=voice,
            sentences=part.sentences,
            record_ids=part.record_ids,
            seconds=round(read + music, 1),
            jingle_before=before,
            jingle_after=after,
        )

    def seconds(self, choice: Sequence[Choice]) -> float:
        """Length of the whole script of this choice."""
        return sum(item.seconds for item in self.items(choice))


def _merged(kind: ItemKind, run: Sequence[Choice]) -> _Part:
    return _Part(
        kind,
        tuple(sentence for _, form in run for sentence in form),
        tuple(record_id for story, _ in run for record_id in story.record_ids),
    )


def make_bulletin(edition: Edition, week: str, minutes: float | None = None) -> Bulletin:
    """The script of ISO week `2018-W40` for a slot of so many minutes (the city's by default).

    Raises UnknownWeek for a text that names no week.
    """
    radio = edition.city.radio
    air_on = air_day(week, radio.air_weekday)
    stories = news(edition, air_on)
    desk = _Desk(edition, air_on, stories)
    slot_seconds = (minutes or radio.slot_minutes) * 60
    choice, left_out = fit(stories, slot_seconds, desk.seconds)
    return Bulletin(
        bulletin_id=week,
        air_on=air_on,
        station=radio.station,
        column=radio.column,
        sample=edition.city.sample,
        slot_seconds=slot_seconds,
        items=desk.items(choice),
        decisions=tuple(
            Decision(
                key=story.title,
                kind=story.kind,
                title=story.title,
                record_ids=story.record_ids,
                outcome="left_out",
                reason=note,
                since=week,
            )
            for story, note in zip(left_out, _left_out_notes(left_out), strict=True)
        ),
        notes=(
            *_left_out_notes(left_out),
            *_shortened_notes([story for story, _ in choice]),
            *_withdrawn_notes(edition, air_on),
        ),
    )


def _left_out_notes(stories: Sequence[Story]) -> list[str]:
    reasons = {
        True: "Chưa đọc {title}: không chắc cách đọc “{fragment}”.",
        False: "Chưa đọc {title}: không đủ thời lượng.",
    }
    return [
        reasons[not story.forms].format(title=story.title, fragment=story.fragment)
        for story in stories
    ]


def _shortened_notes(stories: Sequence[Story]) -> list[str]:
    return [
        f"Đọc rút gọn {story.title}: không chắc cách đọc “{story.fragment}”."
        for story in stories
        if story.fragment
    ]


def _withdrawn_notes(edition: Edition, air_on: date) -> list[str]:
    return [
        f"Không đọc {record_id}: nội dung đã rút lại hoặc bị thu hồi."
        for record_id in withdrawn(edition, air_on)
    ]


def make_bulletins(edition: Edition) -> tuple[Bulletin, ...]:
    """The scripts of every week from the first public record to `as_of`, oldest first."""
    return tuple(make_bulletin(edition, week) for week in broadcast_weeks(edition))
