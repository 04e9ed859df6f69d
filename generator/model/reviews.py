"""What a quarter of a unit comes to, for emulation review of units: facts, no total score."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UnitReview:
    """One unit in one quarter, or all units together (`unit_id` None).

    Dossiers are those of the figure row of the same cut; `overdue_count` are the judged ones that
    ended late or were open past their day at the quarter's end. Of the whole city they include
    sensitive procedures, which no unit's row holds.

    A report belongs to the quarter it is for; `report_late_days` are working days. A task or a
    remedy belongs to the quarter it was due in: `due` is on time, late, missing and open together,
    as of the edition's day; `carried` were due before the quarter and not done when it ended.

    Commendations and criticisms are those made public in the quarter and not taken back. A
    correction, a withdrawal or revocation, the end of naming after a criticism, and a remedy belong
    to the quarter of their day.
    """

    quarter: str
    unit_id: str | None
    judged_count: int
    overdue_count: int
    on_time_share: float | None
    strict_on_time_share: float | None
    report_expected_count: int
    report_on_time_count: int
    report_late_count: int
    report_missing_count: int
    report_late_days: int
    task_due_count: int
    task_on_time_count: int
    task_late_count: int
    task_missing_count: int
    task_carried_count: int
    commendation_count: int
    criticism_count: int
    remedy_due_count: int
    remedy_on_time_count: int
    remedy_late_count: int
    remedy_missing_count: int
    remedy_carried_count: int
    remedied_count: int
    corrected_count: int
    taken_back_count: int
    naming_ended_count: int
