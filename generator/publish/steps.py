"""The stages of a criticism, as points of a timeline."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.contract.public import PublicCriticism


@dataclass(frozen=True)
class Step:
    """One stage: its name, its day if known, and whether it is behind us."""

    name: str
    day: date | None
    state: Literal["done", "open"]
    is_due: bool = False


def steps(record: PublicCriticism) -> tuple[Step, ...]:
    """Found, replied, made public, remedied; a remedy still owed shows the day it is due."""
    return (
        Step("Phát hiện", record.found_on, "done"),
        Step("Giải trình", record.replied_on, "done" if record.replied_on else "open"),
        Step("Công khai", record.approved_on, "done"),
        Step("Khắc phục", record.remedied_on, "done")
        if record.remedied_on
        else Step("Khắc phục", record.remedy_due_on, "open", is_due=True),
    )
