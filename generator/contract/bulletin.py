"""A bulletin: what is aired, in words an announcer reads at sight."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ItemKind = Literal[
    "greeting", "lead_in", "correction", "praise", "criticism", "timing", "deadline", "closing"
]


@dataclass(frozen=True)
class BulletinItem:
    """One item: its voice (`MC1`, `MC2`), its sentences in spoken words, its records, its length."""

    kind: ItemKind
    voice: str
    sentences: tuple[str, ...]
    record_ids: tuple[str, ...]
    seconds: float


@dataclass(frozen=True)
class Bulletin:
    """The script of one broadcast week.

    `bulletin_id` is the ISO week (`2018-W40`), `air_on` the day it is aired. `left_out` are
    ids of records that did not fit the slot. Lengths are seconds at the city's rate.
    """

    bulletin_id: str
    air_on: date
    station: str
    column: str
    sample: bool
    slot_seconds: float
    items: tuple[BulletinItem, ...]
    left_out: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """Estimated length of the whole script."""
        return sum(item.seconds for item in self.items)
