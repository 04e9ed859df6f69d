"""What one commit of the data's repository did to a public record."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Did = Literal["published", "changed", "removed"]
"""Made public, changed while public, taken out or set back to draft."""


@dataclass(frozen=True)
class Saved:
    """`commit` is shortened, `on` the day its committer's clock showed; `fields` are the columns
    that an event of kind `changed` changed, never what they said."""

    commit: str
    on: date
    did: Did
    fields: tuple[str, ...] = ()
