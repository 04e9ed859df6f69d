"""Corrections that the station still owes its listeners."""

from datetime import timedelta

from generator.edition.bulletin import PendingCorrection
from generator.edition.edition import Edition
from generator.radio.items.corrections_owed import owed
from generator.radio.select.heard import what_was_heard


def pending_corrections(edition: Edition) -> tuple[PendingCorrection, ...]:
    """Find corrections owed on the edition's day: the station has not said that it aired them."""
    tomorrow = edition.as_of + timedelta(days=1)
    past = [item for item in edition.bulletins if item.air_on <= edition.as_of]
    memory = what_was_heard(past, edition.broadcasts, tomorrow)
    return tuple(
        PendingCorrection(part.correction, part.said_on)
        for part in owed(edition, edition.as_of, memory)
    )
