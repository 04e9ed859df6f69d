"""A bulletin: what is aired, in words an announcer reads at sight."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ItemKind = Literal[
    "greeting",
    "lead_in",
    "correction",
    "praise",
    "criticism",
    "follow_up",
    "timing",
    "deadline",
    "closing",
]
"""`follow_up` is what became of a criticism aired before: the unit's reply, its remedy."""


@dataclass(frozen=True)
class BulletinItem:
    """One item: its voice (`MC1`, `MC2`), its sentences in spoken words, its records.

    `seconds` are the estimated length with the pause after it.
    """

    kind: ItemKind
    voice: str
    sentences: tuple[str, ...]
    record_ids: tuple[str, ...]
    seconds: float


@dataclass(frozen=True)
class Bulletin:
    """The script of one broadcast week.

    `bulletin_id` is the ISO week (`2018-W40`), `air_on` the day it is aired. `left_out` are
    ids of records that did not fit the slot or have no certain reading, and `notes` say which and
    why, in Vietnamese, for the editor; they are not read. Lengths are seconds at the city's rate.
    """

    bulletin_id: str
    air_on: date
    station: str
    column: str
    sample: bool
    slot_seconds: float
    items: tuple[BulletinItem, ...]
    left_out: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Estimated length of the whole script."""
        return round(sum(item.seconds for item in self.items), 1)
