"""Gather what could be told on a day, in the order in which it earns its place in the slot."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, zip_longest

from generator.output.memo import NO_MEMO, Memo
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.registry import ITEM_KINDS


def all_candidates(day: AirDay, memo: Memo = NO_MEMO) -> Candidates:
    """Return the candidates of every kind by priority, those of the same priority in turn.

    Whatever was told before is not told again.
    """
    found = [(kind, _candidates(kind, day.of_records(kind.records), memo)) for kind in ITEM_KINDS]
    skipped = tuple(item for _, candidates in found for item in candidates.skipped)
    quiet = not any(kind.is_news and candidates.stories for kind, candidates in found)
    kept = [(kind, _kept(kind, candidates.stories, quiet=quiet)) for kind, candidates in found]
    kept.sort(key=lambda pair: pair[0].priority)
    ranked = groupby(kept, key=lambda pair: pair[0].priority)
    stories = (_in_turn([stories for _, stories in same]) for _, same in ranked)
    return Candidates(tuple(chain.from_iterable(stories)), skipped)


def _candidates(kind: ItemKind, day: AirDay, memo: Memo) -> Candidates:
    """Return what a kind could tell on a day of the records that it reads."""
    return memo.reuse(
        ("candidates", day.air_on, kind.name), lambda: day, lambda: kind.candidates(day)
    )


def _kept(kind: ItemKind, stories: Sequence[Story], *, quiet: bool) -> Sequence[Story]:
    """Keep one story of what only fills a week, unless there is no news."""
    return stories if quiet or not kind.fills else stories[:1]


def _in_turn(lists: Sequence[Sequence[Story]]) -> Iterator[Story]:
    """Take the first of each list, then the second of each, as long as any has more."""
    rounds = chain.from_iterable(zip_longest(*lists))
    return (story for story in rounds if story is not None)
