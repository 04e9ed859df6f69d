"""A day of airing, as every kind of item sees it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.edition.edition import Edition
from generator.model.radio_settings import Dialect
from generator.model.record import Record
from generator.model.records import Unit
from generator.speech.reader.reader import Reader

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Memory:
    """What was told before a day of airing.

    `times_said` counts the days on which a record was spoken of, by its id; `times_confirmed` those
    of a key that the station's word shows.

    `told` gives the day each piece of news was told, by its key; `first_said` and `last_said`
    the days a record was spoken of, by its id. `confirmed` are the keys that the station's word
    shows, `planned` in how many earlier scripts a key stood, `unreported` the records whose airing
    is only presumed.
    """

    told: Mapping[str, date]
    first_said: Mapping[str, date]
    last_said: Mapping[str, date]
    confirmed: frozenset[str]
    planned: Mapping[str, int]
    unreported: frozenset[str]
    times_said: Mapping[str, int]
    times_confirmed: Mapping[str, int]


@dataclass(frozen=True)
class AirDay:
    """A day of airing: the edition as it may be spoken then, and what listeners have heard.

    `reader` turns what is written into spoken words.
    """

    edition: Edition
    air_on: date
    memory: Memory
    reader: Reader

    def of_records(self, kinds: Iterable[type[Record]]) -> "AirDay":
        """Return the same day of an edition of no records but units and those of some types."""
        return replace(self, edition=self.edition.of_records((Unit, *kinds)))

    @property
    def dialect(self) -> Dialect:
        """The announcers' dialect."""
        return self.edition.dialect

    @property
    def oldest(self) -> date:
        """The last day that is too old: news is carried for so many weeks."""
        return self.air_on - WEEK * (1 + self.edition.radio.limits.carry_weeks)
