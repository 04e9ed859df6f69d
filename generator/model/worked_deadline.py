"""A deadline counted for an example."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class WorkedDeadline:
    """When a limit of `value` `unit`s is due that began when a dossier was `received`.

    A `due` that is a date means the end of that day; `lines` tell in Vietnamese how it was counted.
    """

    received: datetime
    value: int
    unit: str
    due: date | datetime
    lines: tuple[str, ...]
