"""The running order: a choice of stories as the items of a script, with voice and length."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from generator.edition.bulletin import BulletinItem, ItemKind
from generator.edition.edition import Edition
from generator.model.settings import Announcer, Jingle
from generator.radio.items.story import Sentences
from generator.radio.select.fit import Choice
from generator.radio.select.greetings import closing, greeting, lead_in, opening
from generator.radio.select.length import reading_seconds

BRIEF_SECONDS = 120.0
"""A slot of at most so many seconds has a short greeting and farewell, and no music."""
SHORT_SHARE = 0.95
"""Below this share of the slot a script is short, and a quiet one says so."""
_ORDER: tuple[ItemKind, ...] = (
    "correction",
    "praise",
    "criticism",
    "follow_up",
    "timing",
    "deadline",
)
_GROUPS = ("", "procedures", "units")


class _Part(NamedTuple):
    kind: ItemKind
    sentences: Sentences
    record_ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class RunningOrder:
    """The order of one day of airing; `quiet` when nobody was praised, criticised or corrected."""

    def __init__(self, edition: Edition, air_on: date, slot_seconds: float, *, quiet: bool) -> None:
        self._edition = edition
        self._air_on = air_on
        self._slot_seconds = slot_seconds
        self._turn = air_on.isocalendar().week
        self._brief = slot_seconds <= BRIEF_SECONDS
        self._quiet = quiet
        self._greeting = _Part("greeting", greeting(edition, air_on, brief=self._brief))
        self._closing = _Part("closing", closing(edition, air_on, brief=self._brief))

    def items(self, choice: Sequence[Choice], *, final: bool = False) -> tuple[BulletinItem, ...]:
        """The items of a choice. `final` lets a quiet script say that it is shorter than usual."""
        short = final and self.seconds(choice) < SHORT_SHARE * self._slot_seconds
        parts = self._parts(choice, short=short and self._quiet)
        voices = self._edition.city.radio.announcers
        return tuple(
            self._item(
                part, voices[place % len(voices)], before=parts[place - 1] if place else None
            )
            for place, part in enumerate(parts)
        )

    def seconds(self, choice: Sequence[Choice]) -> float:
        """Length of the whole script of a choice."""
        return sum(item.seconds for item in self.items(choice))

    def _parts(self, choice: Sequence[Choice], *, short: bool) -> list[_Part]:
        """Greeting, lead-in, the news in the order of the column, closing."""
        told = [story for story, _ in choice]
        lead: Sentences = ()
        if not self._brief:
            lead = lead_in(told, self._edition, self._air_on, quiet=self._quiet, short=short)
        middle = [part for kind in _ORDER for part in self._section(kind, choice)]
        head = [self._greeting, *([_Part("lead_in", lead)] if lead else [])]
        return [*head, *middle, self._closing]

    def _section(self, kind: ItemKind, choice: Sequence[Choice]) -> list[_Part]:
        own = [pair for pair in choice if pair[0].kind == kind]
        own.sort(key=lambda pair: _GROUPS.index(pair[0].group) if kind == "timing" else 0)
        runs = groupby(enumerate(own), key=lambda item: item[1][0].group or item[0])
        parts = [_merged(kind, [pair for _, pair in run]) for _, run in runs]
        if parts and not self._brief:
            first = opening(kind, len(own), self._turn, self._edition, self._air_on)
            parts[0] = parts[0]._replace(sentences=first + parts[0].sentences)
        return parts

    def _item(self, part: _Part, voice: Announcer, before: _Part | None) -> BulletinItem:
        """One part with its voice, its music and its length."""
        radio = self._edition.city.radio
        opens, closes = self._music(part, before)
        music = sum(jingle.seconds for jingle in (opens, closes) if jingle)
        read = reading_seconds(part.sentences, voice.syllables_per_minute, radio.pauses)
        return BulletinItem(
            kind=part.kind,
            voice=voice,
            sentences=part.sentences,
            record_ids=part.record_ids,
            seconds=round(read + music, 1),
            keys=part.keys,
            jingle_before=opens,
            jingle_after=closes,
        )

    def _music(self, part: _Part, before: _Part | None) -> tuple[Jingle | None, Jingle | None]:
        """Music before and after a part; none in a brief script."""
        jingles = self._edition.city.radio.jingles
        if self._brief:
            return None, None
        if before is None:
            return jingles.opening, None
        after = jingles.closing if part.kind == "closing" else None
        new_part = before.kind != part.kind and before.kind != "greeting"
        return (jingles.between if new_part else None), after


def _merged(kind: ItemKind, run: Sequence[Choice]) -> _Part:
    records = [record_id for story, _ in run for record_id in story.record_ids]
    return _Part(
        kind,
        tuple(sentence for _, telling in run for sentence in telling.sentences),
        tuple(dict.fromkeys(records)),
        tuple(story.key for story, _ in run),
    )
