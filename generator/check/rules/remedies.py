"""Decree 157/2007/NĐ-CP: what is criticised is mended.

The head of the unit answers jointly.
"""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import Criticism


@Rule
def remedy_missing(context: CheckContext) -> Iterator[Problem]:
    """Nothing that is to be mended, or no day for it."""
    for row, record in context.rows(Criticism):
        needed = {"remedy": record.remedy, "remedy_due_on": record.remedy_due_on}
        for column, cell in needed.items():
            if record.status == "approved" and not cell:
                yield context.found(
                    "remedy-missing", Criticism, row, column, value=record.record_id
                )


@Rule
def head_missing(context: CheckContext) -> Iterator[Problem]:
    """No head who answers jointly."""
    for row, record in context.rows(Criticism):
        if record.status == "approved" and not record.responsible_head:
            yield context.found(
                "head-missing",
                Criticism,
                row,
                "responsible_head",
                value=record.record_id,
                on=record.approved_on,
            )
