"""How units carry out the tasks that documents set them: facts, no score."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TaskCount:
    """The tasks of one unit, or of all units (None), of every document together.

    A task counts for its focal unit alone: for the one that leads it, or to which that has handed
    it on. `handed_on_count` are those that the unit has handed on, which are in no other count of
    its own. Dated and undated tasks that are done are done; `standing_count` are undated ones.
    """

    unit_id: str | None
    task_count: int
    on_time_count: int
    late_count: int
    open_count: int
    overdue_count: int
    standing_count: int
    handed_on_count: int
