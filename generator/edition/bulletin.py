"""A bulletin: what is aired, in words an announcer reads at sight."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from generator.edition.approval import Approval
from generator.model.laws import Jurisdiction
from generator.model.radio_settings import Announcer, Jingle
from generator.model.records import Correction

Fullness = Literal["full", "short", "sentence"]
"""How fully a piece of news is told; a piece that has fewer forms skips some."""
Outcome = Literal["chosen", "carried", "left_out"]


@dataclass(frozen=True)
class BulletinItem:
    """One item: who reads it, its sentences in spoken words, its records.

    `seconds` are the estimated length, with the pause after it and with the music before or
    after it. `keys` are the keys of the decisions that it tells; greeting and closing have none.
    `title` is what it is, in words; `is_news` is true where a record was published, corrected or
    followed up. `pace` is the share of the announcer's own rate at which it is read.
    """

    kind: str
    voice: Announcer
    sentences: tuple[str, ...]
    record_ids: tuple[str, ...]
    seconds: float
    keys: tuple[str, ...] = ()
    jingle_before: Jingle | None = None
    jingle_after: Jingle | None = None
    title: str = ""
    is_news: bool = False
    pace: float = 1.0

    @property
    def syllables_per_minute(self) -> int:
        """The rate at which it is read."""
        return round(self.voice.syllables_per_minute * self.pace)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one piece of news, and why.

    `key` says the same piece of news in every week (`criticism/pb-2018-004`,
    `timing/2018-Q3/city`). `reason` is a Vietnamese sentence for the editor. `since` is the first
    week in which it was news. `form` and `seconds` are those of a chosen one, else None and 0.
    `repeats` counts the earlier bulletins that planned the same correction without the station
    having said that it was aired. `removed` is true of what stood in the script on the day of
    airing and was taken out since, because its record was taken back.
    """

    key: str
    kind: str
    title: str
    record_ids: tuple[str, ...]
    outcome: Outcome
    reason: str
    since: str
    form: Fullness | None = None
    seconds: float = 0.0
    repeats: int = 0
    removed: bool = False


@dataclass(frozen=True)
class Recall:
    """A recall: a record of a script that may not be aired any more as it once stood.

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

    correction: Correction
    said_on: date
    working_days: int | None = None


@dataclass(frozen=True)
class Bulletin:
    """The script of one broadcast week.

    `bulletin_id` is the ISO week (`2018-W40`), `air_on` the day it is aired. `decisions` tell
    of every piece of news what became of it, in the order it was weighed; `notes` are Vietnamese
    sentences for the editor, not to be read. `recalls` are the records for whose sake a copy of the
    script that was pulled earlier may not be aired; the script itself holds them no more.
    The first of the `items` is the greeting. `airs_at` is the moment in the city's zone, the
    day's first one where no time of day is fixed; `approval` is None where the city asks for none.
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
    recalls: tuple[Recall, ...] = ()
    commit: str | None = None
    jurisdiction: Jurisdiction = "vn"
    airs_at: datetime | None = None
    approval: Approval | None = None

    @property
    def seconds(self) -> float:
        """Estimated length of the whole script."""
        return round(sum(item.seconds for item in self.items), 1)

    @cached_property
    def could_be_heard(self) -> tuple[object, ...]:
        """All that a later week remembers of it: what it was about, and not in which words."""
        about = [(d.key, d.kind, d.record_ids, d.outcome, d.removed) for d in self.decisions]
        return self.bulletin_id, self.air_on, about

    @property
    def is_draft(self) -> bool:
        """True while it waits for somebody's approval."""
        return self.approval is not None and self.approval.is_waiting

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
        return max((recall.since for recall in self.recalls), default=None)

    @property
    def void_reason(self) -> str:
        """Why, in Vietnamese; empty when no copy is void."""
        return " ".join(recall.reason for recall in self.recalls)
