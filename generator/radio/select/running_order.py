"""Lay out a choice of stories in running order, as items of a script with voice and length."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.edition.bulletin import BulletinItem
from generator.model.radio_settings import Announcer, Jingle, Radio
from generator.radio.items.breath import Sentences
from generator.radio.items.kind import ItemKind, PartKind
from generator.radio.items.registry import ITEM_KINDS
from generator.radio.items.same_day import same_day_once
from generator.radio.select.check_code import CHECK_CODE
from generator.radio.select.fit import Choice
from generator.radio.select.greetings import (
    CLOSING,
    GREETING,
    LEAD_IN,
    Announcements,
    lead_in,
    opening,
)
from generator.radio.select.length import reading_seconds
from generator.radio.select.papers import PAPERS, named_papers

SHORT_SHARE = 0.95
"""Below this share of the slot a script is short, and its editor is told so."""
PASSAGE = 2
"""Sentences that one announcer reads before the other goes on, where they share the news."""


class _Part(NamedTuple):
    kind: PartKind
    sentences: Sentences
    record_ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class _Placed(NamedTuple):
    """A part in its place: who reads it, the music around it, and how long all of that takes."""

    part: _Part
    voice: Announcer
    opens: Jingle | None
    closes: Jingle | None
    seconds: float


class RunningOrder:
    """The order of one day of airing; `quiet` when nobody was praised, criticised or corrected."""

    def __init__(self, around: Announcements, radio: Radio, *, quiet: bool) -> None:
        self._around, self._radio, self._quiet = around, radio, quiet
        self._timed: dict[tuple[Sentences, int, float], float] = {}

    def items(self, choice: Sequence[Choice]) -> tuple[BulletinItem, ...]:
        """Lay out the items of a choice."""
        return tuple(_item(placed) for placed in self._placed(choice))

    def seconds(self, choice: Sequence[Choice]) -> float:
        """Return the length of the whole script of a choice."""
        return sum(placed.seconds for placed in self._placed(choice))

    def _placed(self, choice: Sequence[Choice]) -> Iterator[_Placed]:
        """Give each part its voice, its music and its length."""
        voices, before = self._radio.announcers, None
        for place, part in enumerate(self._passages(choice)):
            voice, (opens, closes) = voices[place % len(voices)], self._music(part, before)
            music = sum(jingle.seconds for jingle in (opens, closes) if jingle)
            read = self._reading_seconds(part.sentences, voice.syllables_per_minute, part.kind.pace)
            yield _Placed(part, voice, opens, closes, round(read + music, 1))
            before = part

    def _passages(self, choice: Sequence[Choice]) -> Iterator[_Part]:
        """Give the parts as they are read: whole, or in passages that the announcers share.

        What is dictated stays in one voice. The first passage carries the records of its part.
        """
        for part in self._parts(choice):
            if self._radio.turns == "item" or part.kind.pace < 1:
                yield part
                continue
            yield part._replace(sentences=part.sentences[:PASSAGE])
            for start in range(PASSAGE, len(part.sentences), PASSAGE):
                yield _Part(part.kind, part.sentences[start : start + PASSAGE])

    def _parts(self, choice: Sequence[Choice]) -> list[_Part]:
        """Put in order greeting, lead-in, news, papers, code and closing."""
        of_kind = Counter(story.kind for story, _ in choice)
        counts = {kind: of_kind[kind] for kind in ITEM_KINDS if kind in of_kind}
        announced = [kind for kind in counts if kind.counted]
        lead = lead_in(counts, self._around, quiet=self._quiet)
        papers = named_papers(choice) if self._names_papers else ()
        return [
            _Part(GREETING, self._around.greeting),
            *([_Part(LEAD_IN, lead)] if lead else []),
            *(
                part
                for place, kind in enumerate(counts)
                for part in self._section(
                    kind, choice, is_first=place == 0, is_alone=announced == [kind]
                )
            ),
            *([_Part(PAPERS, papers)] if papers else []),
            *([_Part(CHECK_CODE, self._around.code)] if self._around.code else []),
            _Part(CLOSING, self._last_words),
        ]

    @property
    def _last_words(self) -> Sentences:
        return (() if self._quiet else self._around.word) + self._around.closing

    @property
    def _names_papers(self) -> bool:
        return self._radio.papers == "end" and not self._around.brief

    def _section(
        self, kind: ItemKind, choice: Sequence[Choice], *, is_first: bool, is_alone: bool
    ) -> list[_Part]:
        """Lay out the stories of a kind; alone it was introduced by the lead-in already."""
        own = [pair for pair in choice if pair[0].kind is kind]
        own.sort(key=lambda pair: kind.groups.index(pair[0].group))
        runs = groupby(enumerate(own), key=lambda item: item[1][0].group or item[0])
        parts = [_merged(kind, [pair for _, pair in run]) for _, run in runs]
        if not is_alone:
            first = opening(kind, len(own), self._around, is_first=is_first)
            parts[0] = parts[0]._replace(sentences=first + parts[0].sentences)
        said = same_day_once([part.sentences for part in parts])
        return [part._replace(sentences=own) for part, own in zip(parts, said, strict=True)]

    def _reading_seconds(self, sentences: Sentences, rate: int, pace: float) -> float:
        """Time a part once: choices that are tried differ in a part or two."""
        key = (sentences, rate, pace)
        if key not in self._timed:
            self._timed[key] = reading_seconds(sentences, rate, self._radio.pauses, pace)
        return self._timed[key]

    def _music(self, part: _Part, before: _Part | None) -> tuple[Jingle | None, Jingle | None]:
        """Choose the music before and after a part; none in a brief script."""
        jingles = self._radio.jingles
        if self._around.brief:
            return None, None
        if before is None:
            return jingles.opening, None
        after = jingles.closing if part.kind is CLOSING else None
        new_part = before.kind is not part.kind and before.kind not in (GREETING, CHECK_CODE)
        return (jingles.between if new_part else None), after


def _item(placed: _Placed) -> BulletinItem:
    kind = placed.part.kind
    return BulletinItem(
        kind=kind.name,
        title=kind.title,
        is_news=isinstance(kind, ItemKind) and kind.is_news,
        voice=placed.voice,
        sentences=placed.part.sentences,
        pace=kind.pace,
        record_ids=placed.part.record_ids,
        seconds=placed.seconds,
        keys=placed.part.keys,
        jingle_before=placed.opens,
        jingle_after=placed.closes,
    )


def _merged(kind: ItemKind, run: Sequence[Choice]) -> _Part:
    records = [record_id for story, _ in run for record_id in story.record_ids]
    return _Part(
        kind,
        tuple(sentence for _, telling in run for sentence in telling.sentences),
        tuple(dict.fromkeys(records)),
        tuple(story.key for story, _ in run),
    )
