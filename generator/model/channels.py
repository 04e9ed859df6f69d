"""How often those criticised were heard, by quarter and way."""

from dataclasses import dataclass
from datetime import date

POINT_KIND = "point"
"""What an answer to a point of a criticism is called among the kinds of contests."""


@dataclass(frozen=True)
class ChannelCount:
    """What those criticised brought forward in a quarter in one way, and what became of it.

    `kind` is that of a contest, or `point` for an answer to a point of a criticism. Asked are those
    of which a body took note in the quarter, from `first_on` to `last_on`; open of them are those
    without an outcome, heard those granted wholly or in part. `last_ended_on` is the day of the
    newest outcome. Those of criticisms that were taken back since are counted, too.
    """

    quarter: str
    kind: str
    asked_count: int
    open_count: int
    heard_count: int
    first_on: date
    last_on: date
    last_ended_on: date | None
