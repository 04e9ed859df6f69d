"""What a kind of item is: one declaration a kind, from which the column takes all it knows of it.

`ITEM_KINDS` in `registry.py` lists the declarations, each made in a file of its own beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.radio_settings import RadioLimits
from generator.model.record import Record
from generator.radio.items.day import AirDay
from generator.radio.items.telling import Telling


@dataclass(frozen=True, eq=False)
class PartKind:
    """A kind of part of a script: its name in the code, and its heading in Vietnamese.

    `pace` is the share of the announcer's rate at which it is read: below 1 is slower.
    """

    name: str
    title: str
    pace: float = 1.0


class Openings(NamedTuple):
    """Sentences that open a part of the script, one of them a week.

    `first` where the part is the first with news, `after` where another came before it, each also
    for more than one story; they may hold {count} and {period}, the latest quarter.
    """

    first: tuple[str, ...]
    first_many: tuple[str, ...]
    after: tuple[str, ...]
    after_many: tuple[str, ...]

    def options(self, count: int, *, is_first: bool) -> tuple[str, ...]:
        """Return the sentences for so many stories in that place."""
        if is_first:
            return self.first_many if count > 1 else self.first
        return self.after_many if count > 1 else self.after


@dataclass(frozen=True, eq=False, kw_only=True)
class ItemKind(PartKind):
    """A kind of news: how its stories are found, chosen, introduced and accounted for.

    `candidates` finds what could be told on a day, from units, figures and `records`, the types of
    all others that it reads: it is given no others, and asked again when one of them changes. Time
    is shared out by `priority`, the lowest first; kinds of the same priority take turns, and none
    gets more than the other while that has to wait. `most` is the greatest number of its stories in
    one script, without it there is none.

    `counted` is what the lead-in says of its stories, e.g. "{count} gương tốt"; what is not
    announced has none. `opening` opens its part of the script; a kind without opens itself.
    `groups` are the groups of its stories in the order they are read.

    `reason` tells the editor why a story is read; without it, its age does. `spread` tells her why
    a script is short although the kind has more: {most} is the number of its stories a week.

    `corrects` is true of corrections: they go first and always, and only the station's word shows
    that they were heard. `is_news` is true where a record was published, corrected or followed
    up; a week without such items is quiet. `is_record` is true where a story is a record itself,
    told for the first time. `fills` is true of what fills a quiet week: of its stories a week with
    news has one at most.
    """

    candidates: "Callable[[AirDay], Candidates]"
    records: tuple[type[Record], ...] = ()
    priority: int
    counted: str
    most: Callable[[RadioLimits], int] | None = None
    opening: Openings | None = None
    groups: tuple[str, ...] = ("",)
    reason: str = ""
    spread: str = ""
    corrects: bool = False
    is_news: bool = False
    is_record: bool = False
    fills: bool = False

    @property
    def grows_old(self) -> bool:
        """True when a story that had to wait for too long is news no more."""
        return self.is_news and not self.corrects


@dataclass(frozen=True, slots=True)
class Story:
    """One piece of news.

    `key` says the same news in every week. `forms` run from the fullest to the shortest; none
    means that no form has a certain reading, and `fragment` is what could not be read. `since` is
    the day on which it became news. Stories that share a `group` are read as one item. `title`
    names the story to the editor. `paper` is the document it rests on, in spoken
    words. `filler` is true of what is told only where time is left;
    `repeats` counts the scripts in which the same correction stood before. `last_chance` is true
    when next week it will be too late.
    """

    key: str
    kind: ItemKind
    title: str
    record_ids: tuple[str, ...]
    forms: tuple[Telling, ...]
    since: date
    unit_id: str | None = None
    group: str = ""
    fragment: str = ""
    filler: bool = False
    last_chance: bool = False
    repeats: int = 0
    paper: str = ""


class Skipped(NamedTuple):
    """Something that is not told this week, and why, in a Vietnamese sentence for the editor.

    `removed` is true of what was told on the day of airing, and was taken back since.
    """

    key: str
    kind: ItemKind
    title: str
    record_id: str
    since: date
    reason: str
    removed: bool = False


class Candidates(NamedTuple):
    """The stories to choose from, in order, and what is skipped, each with its reason."""

    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()
