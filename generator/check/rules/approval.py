"""The press law in force: whoever names in public answers for it."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import Criticism


@Rule
def document_missing(context: CheckContext) -> Iterator[Problem]:
    """An approved criticism that does not say which document it rests on."""
    for row, record in context.rows(Criticism):
        needed = {
            "decision_no": record.decision_no,
            "decision_on": record.decision_on,
            "issued_by": record.issued_by,
        }
        for column, cell in needed.items():
            if record.status == "approved" and not cell:
                yield context.found(
                    "document-missing",
                    Criticism,
                    row,
                    column,
                    value=record.record_id,
                    on=record.approved_on,
                )


@Rule
def draft_approved(context: CheckContext) -> Iterator[Problem]:
    """A draft that carries a day of approval."""
    for row, record in context.conduct():
        if record.status == "draft" and record.approved_on:
            yield context.found(
                "draft-approved",
                type(record),
                row,
                "status",
                severity="warning",
                other=record.approved_on,
                value=record.record_id,
            )


@Rule
def approval_incomplete(context: CheckContext) -> Iterator[Problem]:
    """Approved by nobody or on no day."""
    for row, record in context.approved():
        needed = {"approved_by": record.approved_by, "approved_on": record.approved_on}
        for column, cell in needed.items():
            if not cell:
                yield context.found(
                    "approval-incomplete",
                    type(record),
                    row,
                    column,
                    value=record.record_id,
                    on=record.approved_on,
                )


@Rule
def approved_too_early(context: CheckContext) -> Iterator[Problem]:
    """Approved for a column that nothing had ordered yet: no bulletin tells of that week."""
    begins = context.city.begins_on
    for row, record in context.approved():
        if record.approved_on and record.approved_on < begins:
            yield context.found(
                "approved-too-early",
                type(record),
                row,
                "approved_on",
                severity="warning",
                value=record.approved_on,
                other=begins,
            )


@Rule
def approved_before_document(context: CheckContext) -> Iterator[Problem]:
    """Approved for the public before the document it rests on was signed."""
    for row, record in context.approved():
        approved, decided = record.approved_on, record.decision_on
        if approved and decided and approved < decided:
            yield context.found(
                "approved-before-document",
                type(record),
                row,
                "approved_on",
                value=record.record_id,
                other=decided,
                on=approved,
            )
