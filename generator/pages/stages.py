"""The stages of a criticism or a commendation, as points of a timeline."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.datasets import name_of
from generator.model.figures import Figures
from generator.model.obligations import Obligation
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import Criticism
from generator.model.text import vn_number

ENDINGS = {"withdrawn": "Rút lại", "revoked": "Thu hồi"}
"""How a record that was taken back ended; any other ends with the time of its naming."""


@dataclass(frozen=True)
class Stage:
    """One stage: its name, its day if known, whether it is behind us, and the column of the day."""

    name: str
    day: date | None
    state: Literal["done", "open", "overdue"]
    is_due: bool = False
    column: str = ""


def remedies(figures: Figures) -> dict[str, Obligation]:
    """What is owed after each criticism that set a day, by the record's id."""
    return {item.key: item for item in figures.obligations if item.dataset == name_of(Criticism)}


def stages(record: PublicCriticism, remedy: Obligation | None) -> tuple[Stage, ...]:
    """Found, replied, made public, remedied; a remedy still owed shows the day it is due.

    Nothing is owed any more after a record was taken back.

    `remedy` is the obligation of this record, None when no day was set for it.
    """
    return (
        Stage("Phát hiện", record.found_on, "done", column="found_on"),
        *_asked_of_unit(record, _replied(record)),
        Stage("Công khai", record.approved_on, "done", column="approved_on"),
        *_asked_of_unit(record, _remedied(record, remedy)),
    )


def _replied(record: PublicCriticism) -> Stage:
    """Its answer, which is there once every point of it is answered."""
    if record.points:
        name = f"Giải trình đủ {vn_number(len(record.points))} điểm"
        return _told(name, record.answered_on, "")
    return _told("Giải trình", record.replied_on, "replied_on")


def _told(name: str, day: date | None, column: str) -> Stage:
    return Stage(name, day, "done" if day else "open", column=column)


def _asked_of_unit(record: PublicCriticism, stage: Stage) -> tuple[Stage, ...]:
    """A stage that the unit owes: after the record was taken back only if it lies behind."""
    return () if record.taken_back and stage.state != "done" else (stage,)


def _remedied(record: PublicCriticism, remedy: Obligation | None) -> Stage:
    if record.remedied_on:
        return Stage("Khắc phục", record.remedied_on, "done", column="remedied_on")
    state: Literal["overdue", "open"] = (
        "overdue" if remedy is not None and remedy.state == "overdue" else "open"
    )
    return Stage("Khắc phục", record.remedy_due_on, state, is_due=True, column="remedy_due_on")


def life(record: PublicCriticism, remedy: Obligation | None) -> tuple[Stage, ...]:
    """Every stage, from being found to the end of naming; the remedy's state is the obligation's.

    `remedy` as for `stages`.
    """
    found, *rest = stages(record, remedy)
    notified = _told("Thông báo cho đơn vị", record.notified_on, "notified_on")
    return (found, *_asked_of_unit(record, notified), *rest, _end(record))


def _end(record: PublicCriticism) -> Stage:
    """How the record ended, or the first day on which it will name nobody."""
    if record.standing in ENDINGS:
        taken = next(c.published_on for c in record.corrections if c.kind == record.standing)
        return Stage(ENDINGS[record.standing], taken, "done")
    is_over = record.standing == "expired"
    state: Literal["done", "open"] = "done" if is_over else "open"
    return Stage("Thôi nêu tên", record.ended_on, state, is_due=not is_over)


def praise_stages(record: PublicCommendation) -> tuple[Stage, ...]:
    """Decided, made public and, when it was taken back, that too."""
    taken_back = tuple(
        Stage(ENDINGS[c.kind], c.published_on, "done")
        for c in record.corrections
        if c.kind in ENDINGS
    )
    return (
        Stage("Ký văn bản", record.decision_on, "done", column="decision_on"),
        Stage("Công khai", record.approved_on, "done", column="approved_on"),
        *taken_back,
    )
