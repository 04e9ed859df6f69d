"""What is new on the day of airing, in the order in which it earns its place in the slot."""

from datetime import date
from itertools import chain, zip_longest
from typing import TypeVar

from generator.contract.edition import Edition
from generator.contract.public import PublicCommendation, PublicCriticism
from generator.radio.names import PublicRecord
from generator.radio.story import Story
from generator.radio.tell_correction import correction
from generator.radio.tell_criticism import criticism, follow_up
from generator.radio.tell_deadlines import deadlines
from generator.radio.tell_praise import praise
from generator.radio.tell_timings import timings
from generator.radio.weeks import is_news

R = TypeVar("R", PublicCommendation, PublicCriticism)
_VOICED = ("in_force", "expired")


def news(edition: Edition, air_on: date) -> tuple[Story, ...]:
    """All stories of the week: corrections, praise and criticism in turn, then figures and dates.

    Records withdrawn or revoked are never told as news again, only corrected.
    """
    turn = air_on.isocalendar().week
    figures = timings(edition, air_on, turn)
    return (
        *_corrections(edition, air_on),
        *_praise_and_criticism(edition, air_on),
        *_follow_ups(edition, air_on),
        *figures[:2],
        *deadlines(edition, air_on),
        *figures[2:],
    )


def withdrawn(edition: Edition, air_on: date) -> tuple[str, ...]:
    """Ids of the week's records that are told no more because they were taken back."""
    records: tuple[PublicRecord, ...] = (*edition.commendations, *edition.criticisms)
    return tuple(
        sorted(
            record.record_id
            for record in records
            if is_news(record.approved_on, air_on) and record.standing not in _VOICED
        )
    )


def _corrections(edition: Edition, air_on: date) -> list[Story]:
    records: dict[str, PublicRecord] = {
        **{record.record_id: record for record in edition.commendations},
        **{record.record_id: record for record in edition.criticisms},
    }
    new = [
        item
        for item in edition.corrections
        if is_news(item.published_on, air_on) and item.kind != "expired"
    ]
    new.sort(key=lambda item: (item.published_on, item.record_id, item.kind))
    return [
        correction(item, records[item.record_id], edition, air_on)
        for item in new
        if item.record_id in records
    ]


def _praise_and_criticism(edition: Edition, air_on: date) -> list[Story]:
    """One of each in turn, so that neither crowds out the other."""
    praised = [
        praise(record, edition, air_on, place)
        for place, record in enumerate(_new(edition.commendations, air_on))
    ]
    criticised = [
        criticism(record, edition, air_on, place)
        for place, record in enumerate(_new(edition.criticisms, air_on))
    ]
    pairs = chain.from_iterable(zip_longest(praised, criticised))
    return [story for story in pairs if story is not None]


def _new(records: tuple[R, ...], air_on: date) -> list[R]:
    new = [
        record
        for record in records
        if is_news(record.approved_on, air_on) and record.standing in _VOICED
    ]
    return sorted(new, key=lambda record: (record.approved_on or air_on, record.record_id))


def _follow_ups(edition: Edition, air_on: date) -> list[Story]:
    """Replies and remedies of the week to criticisms published before it."""
    return [
        follow_up(record, edition, air_on)
        for record in edition.criticisms
        if record.standing in _VOICED
        and not is_news(record.approved_on, air_on)
        and (record.approved_on or air_on) < air_on
        and (is_news(record.replied_on, air_on) or is_news(record.remedied_on, air_on))
    ]
