"""A unit as people name it in a command: by its name, a short form of it, or its code."""

from generator.datafolder.world import World
from generator.edition.edition import Edition
from generator.entry.cells import Unread
from generator.entry.meant import code_of
from generator.entry.vocabulary import units


def unit_meant(edition: Edition, typed: str | None) -> str | None:
    """The code of the unit that is meant; what was typed where none is, for others to refuse."""
    if typed is None:
        return None
    place, day = edition.city.city.name, edition.as_of
    try:
        return code_of(units(World(units=edition.units), day, place=place), typed, day)
    except Unread:
        return typed
