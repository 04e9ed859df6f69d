"""How those criticised were heard: contests and answers by quarter, and what became of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.model.channels import POINT_KIND, ChannelCount
from generator.model.contests import HEARD, OPEN_OUTCOME
from generator.model.public import PublicCriticism
from generator.model.text import quarter_of


class _Brought(NamedTuple):
    """One thing that was brought forward; `ended_on` is None while it has no outcome."""

    kind: str
    asked_on: date
    outcome: str
    ended_on: date | None


def count_channels(criticisms: Iterable[PublicCriticism]) -> tuple[ChannelCount, ...]:
    """Counts by quarter, oldest first, and in it by kind."""
    groups: dict[tuple[str, str], list[_Brought]] = {}
    for item in _brought(criticisms):
        groups.setdefault((quarter_of(item.asked_on), item.kind), []).append(item)
    return tuple(_counted(*key, groups[key]) for key in sorted(groups))


def _brought(criticisms: Iterable[PublicCriticism]) -> Iterator[_Brought]:
    for record in criticisms:
        for contest in record.contests:
            yield _Brought(contest.kind, contest.opened_on, contest.outcome, contest.ended_on)
        for point in record.points:
            if point.replied_on:
                yield _Brought(POINT_KIND, point.replied_on, point.outcome, point.judged_on)


def _counted(quarter: str, kind: str, brought: list[_Brought]) -> ChannelCount:
    days = [item.asked_on for item in brought]
    return ChannelCount(
        quarter=quarter,
        kind=kind,
        asked_count=len(brought),
        open_count=sum(item.outcome == OPEN_OUTCOME for item in brought),
        heard_count=sum(item.outcome in HEARD for item in brought),
        first_on=min(days),
        last_on=max(days),
        last_ended_on=max((item.ended_on for item in brought if item.ended_on), default=None),
    )
