"""Invents what the station says it aired."""

from collections.abc import Mapping, Sequence

from generator.edition.bulletin import Bulletin
from generator.model.duty_records import Broadcast
from generator.sample.folder import csv_text

LAST_WEEK = 51
"""The last week that the station has reported when the last sample year ends."""
SILENT_WEEK = 50
"""The week in which it aired nothing."""


class SampleStation:
    """A station that airs every script at six o'clock, but for one week and two items a year.

    It is called with the scripts of the sample's years, in order.
    """

    def __init__(self, left_out: Mapping[int, str], last_year: int) -> None:
        """`left_out` are kinds of items by week: the last one of that kind was not read then."""
        self._left_out = left_out
        self._last = (last_year, LAST_WEEK)
        self.broadcasts: list[Broadcast] = []

    def __call__(self, script: Bulletin) -> Sequence[Broadcast]:
        """The station's word on one script; none for the weeks it has not reported yet."""
        year, week = int(script.bulletin_id[:4]), int(script.bulletin_id[-2:])
        if week == SILENT_WEEK or (year, week) > self._last:
            return ()
        told = [item for item in script.decisions if item.outcome == "chosen" or item.removed]
        unread = [item for item in told if item.kind == self._left_out.get(week)][-1:]
        read = [part for item in told if item not in unread for part in item.record_ids]
        word = Broadcast(
            bulletin_id=script.bulletin_id,
            aired_at=f"{script.air_on.isoformat()}T06:00",
            record_ids=";".join(dict.fromkeys(read)),
            dropped=";".join(item.key for item in unread),
        )
        self.broadcasts.append(word)
        return (word,)

    def csv(self) -> str:
        """The file of broadcasts, with all that it has said so far."""
        fields = tuple(Broadcast.model_fields)
        rows = [
            {name: value or "" for name, value in word.model_dump().items()}
            for word in self.broadcasts
        ]
        return csv_text(fields, rows)
