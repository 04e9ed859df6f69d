"""The stages of a criticism or a commendation, as points of a timeline."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.datasets import name_of
from generator.model.figures import Figures, Obligation
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import Criticism


@dataclass(frozen=True)
class Stage:
    """One stage: its name, its day if known, and whether it is behind us."""

    name: str
    day: date | None
    state: Literal["done", "open", "overdue"]
    is_due: bool = False


def remedies(figures: Figures) -> dict[str, Obligation]:
    """What is owed after each criticism that set a day, by the record's id."""
    return {item.key: item for item in figures.obligations if item.dataset == name_of(Criticism)}


def stages(record: PublicCriticism, remedy: Obligation | None) -> tuple[Stage, ...]:
    """Found, replied, made public, remedied; a remedy still owed shows the day it is due.

    `remedy` is the obligation of this record, None when no day was set for it.
    """
    is_overdue = remedy is not None and remedy.state == "overdue"
    return (
        Stage("Phát hiện", record.found_on, "done"),
        Stage("Giải trình", record.replied_on, "done" if record.replied_on else "open"),
        Stage("Công khai", record.approved_on, "done"),
        Stage("Khắc phục", record.remedied_on, "done")
        if record.remedied_on
        else Stage(
            "Khắc phục", record.remedy_due_on, "overdue" if is_overdue else "open", is_due=True
        ),
    )


def life(record: PublicCriticism, remedy: Obligation | None, as_of: date) -> tuple[Stage, ...]:
    """Every stage, from being found to the end of naming; the remedy's state is the obligation's.

    `remedy` as for `stages`.
    """
    found, replied, published, remedied = stages(record, remedy)
    notified = Stage(
        "Thông báo cho đơn vị", record.notified_on, "done" if record.notified_on else "open"
    )
    return (found, notified, replied, published, remedied, _end_of_naming(record, as_of))


def _end_of_naming(record: PublicCriticism, as_of: date) -> Stage:
    over = record.standing != "in_force"
    ended = [c.published_on for c in record.corrections if c.kind != "corrected"]
    day = ended[-1] if ended else record.named_until
    return Stage("Thôi nêu tên", day, "done" if over else "open", is_due=not over)


def praise_stages(record: PublicCommendation) -> tuple[Stage, ...]:
    """Decided, made public and, when it was taken back, that too."""
    taken_back = tuple(
        Stage("Thu hồi" if c.kind == "revoked" else "Rút lại", c.published_on, "done")
        for c in record.corrections
        if c.kind in ("revoked", "withdrawn")
    )
    return (
        Stage("Ký văn bản", record.decision_on, "done"),
        Stage("Công khai", record.approved_on, "done"),
        *taken_back,
    )
