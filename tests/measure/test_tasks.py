"""Tasks of every document, counted for the one unit that answers for each."""

from datetime import date

import pytest

from generator.measure.tasks import count_tasks
from generator.model.duty_records import Assignment
from generator.model.obligations import Obligation


def task(key: str, lead: str, handed_to: str | None = None) -> Assignment:
    words = dict.fromkeys(("who", "task", "responsible", "process", "result"), "x")
    handing = {"handed_to": handed_to, "handed_on": "2018-05-02"} if handed_to else {}
    return Assignment.model_validate({"assignment_id": key, "lead_unit": lead, **words, **handing})


def owed(made: Assignment, state: str) -> Obligation:
    return Obligation(
        "assignments", made.assignment_id, made.focal_unit, date(2018, 6, 1), None, state, 0
    )


TASKS = {
    "done_on_time": task("t1", "a"),
    "done_late": task("t2", "a"),
    "open": task("t3", "a"),
    "overdue": task("t4", "b"),
    "undated": task("t5", "a", "b"),
}
COUNTS = {c.unit_id: c for c in count_tasks(TASKS.values(), [owed(t, s) for s, t in TASKS.items()])}


@pytest.mark.parametrize("unit_id", [None, "a", "b"])
def test_each_task_is_in_one_count(unit_id: str | None) -> None:
    count = COUNTS[unit_id]
    states = count.on_time_count, count.late_count, count.open_count
    assert count.task_count == sum(states) + count.overdue_count + count.standing_count


def test_what_was_handed_on_counts_for_the_unit_that_took_it() -> None:
    whole, first, second = COUNTS[None], COUNTS["a"], COUNTS["b"]
    assert (whole.task_count, first.task_count, second.task_count) == (5, 3, 2)
    assert (first.handed_on_count, second.handed_on_count) == (1, 0)
    assert (second.overdue_count, second.standing_count) == (1, 1)


def test_a_unit_that_handed_on_its_only_task_is_still_there() -> None:
    made = task("t", "a", "b")
    counts = {count.unit_id: count for count in count_tasks([made], [owed(made, "open")])}
    assert (counts["a"].task_count, counts["a"].handed_on_count) == (0, 1)


def test_no_task_gives_no_count() -> None:
    assert count_tasks((), ()) == ()
