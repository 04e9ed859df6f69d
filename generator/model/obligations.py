"""What units owe by a day, one by one, and their reports counted."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.reporting import ReportOf

ObligationState = Literal["done_on_time", "done_late", "open", "overdue", "undated"]


@dataclass(frozen=True)
class Obligation:
    """Something a unit owes by a day: a task, a report, a reply, a remedy, an inspection.

    `key` is the record's id; for a report it is `unit_id/quarter`, and the document's id behind it
    where several order reports on that quarter. `late_days` are working days past `due_on`, up to
    `done_on` or, while it is not done, up to `as_of`; 0 when in time. `report` is what a report is
    of, None of all else.
    """

    dataset: str
    key: str
    unit_id: str
    due_on: date | None
    done_on: date | None
    state: ObligationState
    late_days: int
    report: ReportOf | None = None


@dataclass(frozen=True)
class ReportCount:
    """Quarterly reports of one unit, or of all units (None), in one quarter, or in all (None).

    `directive` is the document that orders them, None of all documents; where one alone orders
    reports there are no counts by document.
    """

    unit_id: str | None
    quarter: str | None
    expected_count: int
    on_time_count: int
    late_count: int
    missing_count: int
    directive: str | None = None
