"""What listeners have heard already, from the scripts so far and from what the station says.

The station's word wins. A week it reports was aired as it reports it. A week without a word
that lies between two reported ones was not aired. Any other week without a word is taken as aired
by its script: telling nothing twice is the smaller risk. Corrections alone need the word itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from generator.edition.bulletin import Bulletin, Decision
from generator.model.duty_records import Broadcast
from generator.radio.items.day import Memory
from generator.radio.items.registry import KIND_OF


class _Listening:
    """A memory while it is being put together."""

    def __init__(self) -> None:
        self.told: dict[str, date] = {}
        self.first_said: dict[str, date] = {}
        self.last_said: dict[str, date] = {}
        self.days_said: dict[str, set[date]] = {}
        self.confirmed: Counter[str] = Counter()
        self.planned: Counter[str] = Counter()
        self.presumed: set[str] = set()
        self.reported: set[str] = set()

    def say(self, record_ids: Iterable[str], day: date) -> None:
        """Note records spoken of on a day."""
        for record_id in record_ids:
            self.first_said[record_id] = min(day, self.first_said.get(record_id, day))
            self.last_said[record_id] = max(day, self.last_said.get(record_id, day))
            self.days_said.setdefault(record_id, set()).add(day)

    def heard(self, bulletin: Bulletin, rows: Sequence[Broadcast], day: date) -> None:
        """Note a week the station reports: all of its script that it does not say it dropped."""
        listed = {part for row in rows for part in row.records}
        dropped = set.intersection(*(set(row.dropped_keys) for row in rows))
        placed: set[str] = set()
        for item in _stood(bulletin):
            placed |= set(item.record_ids)
            if item.key in dropped or not listed >= set(item.record_ids):
                continue
            self.told.setdefault(item.key, day)
            self.confirmed[item.key] += 1
            if not KIND_OF[item.kind].corrects:
                self.say(item.record_ids, day)
        self.say(listed - placed, day)
        self.reported |= listed

    def presume(self, bulletin: Bulletin) -> None:
        """Note a week without a word, taken as aired by its script."""
        for item in _stood(bulletin):
            if not KIND_OF[item.kind].corrects:
                self.told.setdefault(item.key, bulletin.air_on)
                self.say(item.record_ids, bulletin.air_on)
                self.presumed |= set(item.record_ids)


def _stood(bulletin: Bulletin) -> tuple[Decision, ...]:
    """Return what stood in the script on its day: what is told, and what was taken out since."""
    return tuple(item for item in bulletin.decisions if item.outcome == "chosen" or item.removed)


def what_was_heard(
    past: Sequence[Bulletin], broadcasts: Iterable[Broadcast], before: date
) -> Memory:
    """Put together what listeners had heard before a day.

    `past` are the scripts of earlier weeks, in order.
    """
    rows: dict[str, list[Broadcast]] = {}
    for row in broadcasts:
        if row.aired_on and row.aired_on < before:
            rows.setdefault(row.bulletin_id, []).append(row)
    reported = sorted(rows)
    heard = _Listening()
    for bulletin in past:
        heard.planned.update(item.key for item in bulletin.decided("chosen"))
        word = rows.get(bulletin.bulletin_id)
        if word:
            days = [row.aired_on for row in word if row.aired_on]
            heard.heard(bulletin, word, min(days))
        elif not (reported and reported[0] < bulletin.bulletin_id < reported[-1]):
            heard.presume(bulletin)
    known = {bulletin.bulletin_id for bulletin in past}
    for bulletin_id in sorted(set(rows) - known):
        for row in rows[bulletin_id]:
            heard.say(row.records, row.aired_on or before)
    return Memory(
        told=heard.told,
        first_said=heard.first_said,
        last_said=heard.last_said,
        confirmed=frozenset(heard.confirmed),
        planned=heard.planned,
        unreported=frozenset(heard.presumed - heard.reported),
        times_said={record_id: len(days) for record_id, days in heard.days_said.items()},
        times_confirmed=heard.confirmed,
    )
