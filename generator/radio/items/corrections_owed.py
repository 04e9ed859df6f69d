"""Which corrections are owed on a day of airing: of what was on air, until they were on air too."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.edition.edition import Edition
from generator.model.records import Correction
from generator.radio.items.day import Memory
from generator.radio.items.phrases import ConductRecord


class Owed(NamedTuple):
    """A correction of what was said on `said_on`."""

    correction: Correction
    record: ConductRecord
    said_on: date


def correction_key(item: Correction) -> str:
    """Return the key of the correction's story."""
    return f"correction/{item.record_id}/{item.kind}/{item.published_on.isoformat()}"


def owed(edition: Edition, day: date, memory: Memory) -> Iterator[Owed]:
    """Find corrections published by `day`, of what was said before, not yet aired, oldest first.

    The end of a naming period corrects nothing. A record corrected before it was ever said was
    said rightly; one that was withdrawn or revoked should not have been said at all.
    Recommendations are never read out, for the column praises and criticises and
    the Front speaks for itself; so nothing of them has to be mended on air. A withdrawal is owed as
    often as the record was spoken of: it is to be as loud as the naming was.
    """
    for item, record in published(edition, day):
        said_on = memory.first_said.get(item.record_id)
        if said_on is None or _is_paid(item, memory):
            continue
        if item.kind == "corrected" and (said_on > item.published_on or _taken_back(record, day)):
            continue
        yield Owed(item, record, said_on)


def _is_paid(item: Correction, memory: Memory) -> bool:
    """True when the station aired it; a withdrawal, as often as what it withdraws."""
    times = memory.times_confirmed.get(correction_key(item), 0)
    return times >= (memory.times_said.get(item.record_id, 1) if item.kind == "withdrawn" else 1)


def published(edition: Edition, day: date) -> Iterator[tuple[Correction, ConductRecord]]:
    """Find every correction of praise and criticism published by `day`, with its record."""
    every: tuple[ConductRecord, ...] = (*edition.commendations, *edition.criticisms)
    records = {record.record_id: record for record in every if record.corrections}
    for item in sorted(
        edition.corrections, key=lambda item: (item.published_on, item.record_id, item.kind)
    ):
        if item.kind != "expired" and item.published_on <= day and item.record_id in records:
            yield item, records[item.record_id]


def _taken_back(record: ConductRecord, day: date) -> bool:
    """True when the whole record was taken back, which says more than correcting a part of it."""
    return any(
        item.kind in ("withdrawn", "revoked") and item.published_on <= day
        for item in record.corrections
    )
