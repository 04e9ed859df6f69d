"""What could be told on the day of airing, in the order in which it earns its place in the slot."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice, zip_longest
from operator import itemgetter
from typing import Literal, TypeVar

from generator.edition.edition import Edition
from generator.model.public import PublicCommendation, PublicCriticism
from generator.radio.items.criticism import criticism
from generator.radio.items.deadlines import deadlines
from generator.radio.items.follow_up import events, follow_up, follow_up_key
from generator.radio.items.praise import praise
from generator.radio.items.quarter import closed_quarter
from generator.radio.items.rotation import turns
from generator.radio.items.story import Story
from generator.radio.items.timing_topics import angles
from generator.radio.items.timings import city_story
from generator.radio.select.corrections_owed import Passed, corrections
from generator.radio.select.heard import Memory
from generator.radio.weeks import is_news

R = TypeVar("R", PublicCommendation, PublicCriticism)
WEEK = timedelta(days=7)
_ENDED = {
    "withdrawn": "Nội dung đã rút lại, không đọc nữa.",
    "revoked": "Văn bản làm căn cứ đã bị thu hồi, không đọc nữa.",
    "expired": "Đã hết thời hạn nêu tên trước khi phát.",
}


@dataclass(frozen=True)
class News:
    """The stories to choose from, in order, and what is passed over, each with its reason."""

    stories: tuple[Story, ...]
    passed: tuple[Passed, ...]


def news(edition: Edition, air_on: date, memory: Memory) -> News:
    """Corrections, praise and criticism in turn, what became of criticisms, dates, then figures.

    Whatever was told before is not told again. Records withdrawn or revoked are never told as
    news, only corrected.
    """
    corrected, uncorrected = corrections(edition, air_on, memory)
    praised, silent = _new(edition.commendations, "praise", edition, air_on, memory)
    blamed, quiet = _new(edition.criticisms, "criticism", edition, air_on, memory)
    told = [praise(record, edition, air_on, place) for place, record in enumerate(praised)]
    blame = [criticism(record, edition, air_on, place) for place, record in enumerate(blamed)]
    turn_about = [s for s in chain.from_iterable(zip_longest(told, blame)) if s is not None]
    stories = (
        *corrected,
        *turn_about,
        *_follow_ups(edition, air_on, memory),
        *_deadlines(edition, air_on, memory),
        *_figures(edition, air_on, memory),
    )
    return News(stories, (*uncorrected, *silent, *quiet))


def _oldest(edition: Edition, air_on: date) -> date:
    """The last day that is too old: news is carried for so many weeks."""
    return air_on - WEEK * (1 + edition.city.radio.limits.carry_weeks)


def _new(
    records: tuple[R, ...],
    kind: Literal["praise", "criticism"],
    edition: Edition,
    air_on: date,
    memory: Memory,
) -> tuple[list[R], list[Passed]]:
    """Records never told that are in force, oldest first, and those passed over this week."""
    new: list[R] = []
    passed: list[Passed] = []
    oldest = _oldest(edition, air_on)
    untold = [
        (record.approved_on, record.record_id, record)
        for record in records
        if record.approved_on is not None
        and oldest - WEEK < record.approved_on <= air_on
        and record.record_id not in memory.first_said
    ]
    for approved, _, record in sorted(untold, key=itemgetter(0, 1)):
        reason = _unfit(record, approved, air_on, oldest)
        if not reason:
            new.append(record)
        elif is_news(approved, air_on) or approved <= oldest:
            since_then = record.standing != "expired" and (record.ended_on or air_on) > air_on
            key = f"{kind}/{record.record_id}"
            passed.append(Passed(key, kind, record.record_id, approved, reason, since_then))
    return new, passed


def _unfit(
    record: PublicCommendation | PublicCriticism, on: date, air_on: date, oldest: date
) -> str:
    """Why a record is told no more; empty while it is news."""
    if record.standing in ("withdrawn", "revoked"):
        return _ENDED[record.standing]
    if record.ended_on and record.ended_on <= air_on:
        return _ENDED["expired"]
    return "" if on > oldest else "Đã chuyển nhiều tuần mà chưa phát, không còn là tin mới."


def _follow_ups(edition: Edition, air_on: date, memory: Memory) -> list[Story]:
    """Replies, remedies and days that passed, after the criticism itself was on air."""
    oldest = _oldest(edition, air_on)
    aired = memory.first_said
    told = [
        follow_up(record, event, day, edition, air_on)
        for record in edition.criticisms
        if record.standing in ("in_force", "expired") and record.record_id in aired
        for event, day in events(record, air_on)
        if max(aired[record.record_id], oldest) < day
        and follow_up_key(record, event) not in memory.told
    ]
    return sorted(told, key=lambda story: (story.since, story.key))


def _deadlines(edition: Edition, air_on: date, memory: Memory) -> list[Story]:
    aired = frozenset(memory.first_said)
    return [s for s in deadlines(edition, air_on, aired) if s.key not in memory.told]


def _figures(edition: Edition, air_on: date, memory: Memory) -> Iterator[Story]:
    """One angle on the latest quarter that was not told yet, and those whose turn it is."""
    closed = closed_quarter(edition, air_on)
    if closed is None:
        return
    whole = city_story(edition, closed)
    if whole is None:
        return
    every = chain([whole], angles(edition, closed, air_on))
    angle = next((story for story in every if story.key not in memory.told), None)
    if angle:
        yield angle
    room = max(edition.city.radio.limits.timing - bool(angle), 0)
    yield from islice(turns(edition, closed, memory.told), room)
