"""Invents what the station says it aired, and who approved it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import get_args

from generator.edition.bulletin import Bulletin
from generator.model.duty_records import Broadcast, ScriptApproval, ScriptEdition
from generator.model.record import Record
from generator.sample.folder import csv_text

LAST_WEEK = 51
"""The last week that the station has reported when the last sample year ends."""
SILENT_WEEK = 50
"""The week in which it aired nothing."""


class SampleStation:
    """A station that airs every script at six o'clock, but for one week and two items a year.

    It is called with the scripts of the sample's years, in order.
    """

    def __init__(
        self, left_out: Mapping[int, str], last_year: int, approvers: Sequence[str] = ()
    ) -> None:
        """`left_out` are kinds of items by week: the last one of that kind was not read then.

        The first of the `approvers` signs on paper, the day before; nobody where there is none.
        """
        self._left_out = left_out
        self._last = (last_year, LAST_WEEK)
        self._approver = next(iter(approvers), None)
        self.broadcasts: list[Broadcast] = []
        self.approvals: list[ScriptApproval] = []

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
        if self._approver:
            self.approvals.extend(_signed(script, self._approver))
        return (word,)

    @property
    def files(self) -> dict[type[Record], str]:
        """The files of broadcasts and of approvals, with all that it has said so far."""
        return {
            Broadcast: _csv(Broadcast, self.broadcasts),
            ScriptApproval: _csv(ScriptApproval, self.approvals),
        }


def _signed(script: Bulletin, approver: str) -> list[ScriptApproval]:
    return [
        ScriptApproval(
            bulletin_id=script.bulletin_id,
            edition=which,
            approved_by=approver,
            approved_on=script.air_on - timedelta(days=1),
        )
        for which in get_args(ScriptEdition)
    ]


def _csv(kind: type[Record], words: Sequence[Record]) -> str:
    rows = [{name: str(value or "") for name, value in word.model_dump().items()} for word in words]
    return csv_text(tuple(kind.model_fields), rows)
