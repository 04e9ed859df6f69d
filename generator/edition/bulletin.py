"""A bulletin: what is aired, in words an announcer reads at sight."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.settings import Announcer, Jingle

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


Form = Literal["full", "short", "sentence"]
"""How fully a piece of news is told; a piece that has fewer forms skips some."""
Outcome = Literal["chosen", "carried", "left_out"]


@dataclass(frozen=True)
class BulletinItem:
    """One item: who reads it, its sentences in spoken words, its records.

    `seconds` are the estimated length, with the pause after it and with the music before or
    after it. `keys` are the keys of the decisions that it tells; greeting and closing have none.
    """

    kind: ItemKind
    voice: Announcer
    sentences: tuple[str, ...]
    record_ids: tuple[str, ...]
    seconds: float
    keys: tuple[str, ...] = ()
    jingle_before: Jingle | None = None
    jingle_after: Jingle | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the desk decided about one piece of news, and why.

    `key` says the same piece of news in every week (`criticism/pb-2018-004`,
    `timing/2018-Q3/city`). `reason` is a Vietnamese sentence for the editor. `since` is the first
    week in which it was news. `form` and `seconds` are those of a chosen one, else None and 0.
    `repeats` counts the earlier bulletins that planned the same correction without the station
    having said that it was aired. `removed` is true of what stood in the script on the day of
    airing and was taken out since, because its record was taken back.
    """

    key: str
    kind: ItemKind
    title: str
    record_ids: tuple[str, ...]
    outcome: Outcome
    reason: str
    since: str
    form: Form | None = None
    seconds: float = 0.0
    repeats: int = 0
    removed: bool = False


@dataclass(frozen=True)
class Void:
    """A record of a script that may not be aired any more as it once stood.

    `since` is the first day on which a copy pulled before must not be aired; `reason` a
    Vietnamese sentence without any name.
    """

    record_id: str
    since: date
    reason: str


@dataclass(frozen=True)
class PendingCorrection:
    """A correction of something that was aired, which has itself not been aired yet.

    `said_on` is the day on which the record was last on air, `working_days` the age of the
    correction on the edition's day.
    """

    record_id: str
    kind: str
    published_on: date
    said_on: date
    working_days: int | None = None


@dataclass(frozen=True)
class Bulletin:
    """The script of one broadcast week.

    `bulletin_id` is the ISO week (`2018-W40`), `air_on` the day it is aired. `decisions` tell
    of every piece of news what became of it, in the order it was weighed; `notes` are Vietnamese
    sentences for the editor, not to be read. `voids` are the records for whose sake a copy of the
    script that was pulled earlier may not be aired; the script itself holds them no more.
    Lengths are seconds at each announcer's rate.
    """

    bulletin_id: str
    air_on: date
    station: str
    column: str
    sample: bool
    slot_seconds: float
    items: tuple[BulletinItem, ...]
    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    voids: tuple[Void, ...] = ()
    commit: str | None = None

    @property
    def seconds(self) -> float:
        """Estimated length of the whole script."""
        return round(sum(item.seconds for item in self.items), 1)

    @property
    def record_ids(self) -> tuple[str, ...]:
        """Ids of the records that it speaks of, in the order they are spoken of."""
        return tuple(dict.fromkeys(key for item in self.items for key in item.record_ids))

    def decided(self, outcome: Outcome) -> tuple[Decision, ...]:
        """The decisions with one outcome."""
        return tuple(item for item in self.decisions if item.outcome == outcome)

    @property
    def carried_over(self) -> tuple[Decision, ...]:
        """What did not fit and is carried to the next week."""
        return self.decided("carried")

    @property
    def left_out(self) -> tuple[Decision, ...]:
        """What is not told at all."""
        return self.decided("left_out")

    @property
    def void_since(self) -> date | None:
        """The latest day from which a copy pulled before may not be aired; None when none is."""
        return max((void.since for void in self.voids), default=None)

    @property
    def void_reason(self) -> str:
        """Why, in Vietnamese; empty when no copy is void."""
        return " ".join(void.reason for void in self.voids)
