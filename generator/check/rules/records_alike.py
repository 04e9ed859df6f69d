"""Plain logic: one decision about one subject is one record."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.letters import skeleton
from generator.check.rule import Rule
from generator.model.problem import Problem


@Rule
def records_alike(context: CheckContext) -> Iterator[Problem]:
    """Two records of one kind, one decision, one subject and the same words."""
    seen: dict[tuple[object, ...], int] = {}
    for row, record in context.conduct():
        told = record.violation if hasattr(record, "violation") else record.reason
        decided = (type(record), record.unit_id, record.decision_no, record.decision_on)
        key = (*decided, skeleton(record.subject_name), skeleton(told))
        first = seen.setdefault(key, row)
        if first != row and record.decision_no:
            yield context.found(
                "record-twice", type(record), row, "record_id", "warning",
                value=record.record_id, other=first,
            )  # fmt: skip
