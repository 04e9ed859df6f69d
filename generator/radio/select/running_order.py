"""Lay out a choice of stories in running order, as items of a script with voice and length."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from generator.edition.bulletin import BulletinItem
from generator.model.settings import Announcer, Jingle
from generator.radio.items.day import AirDay
from generator.radio.items.kind import ItemKind, PartKind
from generator.radio.items.registry import ITEM_KINDS
from generator.radio.items.telling import Sentences
from generator.radio.select.fit import Choice
from generator.radio.select.greetings import (
    CLOSING,
    GREETING,
    LEAD_IN,
    closing,
    greeting,
    lead_in,
    opening,
)
from generator.radio.select.length import reading_seconds

BRIEF_SECONDS = 120.0
"""A slot of at most so many seconds has a short greeting and farewell, and no music."""
SHORT_SHARE = 0.95
"""Below this share of the slot a script is short, and a quiet one says so."""


class _Part(NamedTuple):
    kind: PartKind
    sentences: Sentences
    record_ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class RunningOrder:
    """The order of one day of airing; `quiet` when nobody was praised, criticised or corrected."""

    def __init__(self, day: AirDay, slot_seconds: float, *, quiet: bool) -> None:
        self._day = day
        self._radio = day.edition.city.radio
        self._slot_seconds = slot_seconds
        self._brief = slot_seconds <= BRIEF_SECONDS
        self._quiet = quiet
        self._greeting = _Part(GREETING, greeting(day, brief=self._brief))
        self._closing = _Part(CLOSING, closing(day, brief=self._brief))
        self._timed: dict[tuple[Sentences, int], float] = {}

    def items(self, choice: Sequence[Choice], *, final: bool = False) -> tuple[BulletinItem, ...]:
        """Lay out the items of a choice; `final` lets a quiet script say that it is short."""
        short = final and self.seconds(choice) < SHORT_SHARE * self._slot_seconds
        parts = self._parts(choice, short=short and self._quiet)
        voices = self._radio.announcers
        return tuple(
            self._item(
                part, voices[place % len(voices)], before=parts[place - 1] if place else None
            )
            for place, part in enumerate(parts)
        )

    def seconds(self, choice: Sequence[Choice]) -> float:
        """Return the length of the whole script of a choice."""
        return sum(item.seconds for item in self.items(choice))

    def _parts(self, choice: Sequence[Choice], *, short: bool) -> list[_Part]:
        """Put in order greeting, lead-in, news and closing."""
        told = [story for story, _ in choice]
        lead: Sentences = ()
        if not self._brief:
            lead = lead_in(told, self._day, quiet=self._quiet, short=short)
        middle = [part for kind in ITEM_KINDS for part in self._section(kind, choice)]
        head = [self._greeting, *([_Part(LEAD_IN, lead)] if lead else [])]
        return [*head, *middle, self._closing]

    def _section(self, kind: ItemKind, choice: Sequence[Choice]) -> list[_Part]:
        own = [pair for pair in choice if pair[0].kind == kind]
        own.sort(key=lambda pair: kind.groups.index(pair[0].group))
        runs = groupby(enumerate(own), key=lambda item: item[1][0].group or item[0])
        parts = [_merged(kind, [pair for _, pair in run]) for _, run in runs]
        if parts and not self._brief:
            first = opening(kind, len(own), self._day)
            parts[0] = parts[0]._replace(sentences=first + parts[0].sentences)
        return parts

    def _item(self, part: _Part, voice: Announcer, before: _Part | None) -> BulletinItem:
        """Give one part its voice, its music and its length."""
        opens, closes = self._music(part, before)
        music = sum(jingle.seconds for jingle in (opens, closes) if jingle)
        read = self._reading_seconds(part.sentences, voice.syllables_per_minute)
        return BulletinItem(
            kind=part.kind.name,
            title=part.kind.title,
            is_news=isinstance(part.kind, ItemKind) and part.kind.is_news,
            voice=voice,
            sentences=part.sentences,
            record_ids=part.record_ids,
            seconds=round(read + music, 1),
            keys=part.keys,
            jingle_before=opens,
            jingle_after=closes,
        )

    def _reading_seconds(self, sentences: Sentences, rate: int) -> float:
        """Time a part once: choices that are tried differ in a part or two."""
        key = (sentences, rate)
        if key not in self._timed:
            self._timed[key] = reading_seconds(sentences, rate, self._radio.pauses)
        return self._timed[key]

    def _music(self, part: _Part, before: _Part | None) -> tuple[Jingle | None, Jingle | None]:
        """Choose the music before and after a part; none in a brief script."""
        jingles = self._radio.jingles
        if self._brief:
            return None, None
        if before is None:
            return jingles.opening, None
        after = jingles.closing if part.kind is CLOSING else None
        new_part = before.kind is not part.kind and before.kind is not GREETING
        return (jingles.between if new_part else None), after


def _merged(kind: ItemKind, run: Sequence[Choice]) -> _Part:
    records = [record_id for story, _ in run for record_id in story.record_ids]
    return _Part(
        kind,
        tuple(sentence for _, telling in run for sentence in telling.sentences),
        tuple(dict.fromkeys(records)),
        tuple(story.key for story, _ in run),
    )
