"""Commendations, criticisms, recommendations: documents, approval, replies, corrections."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.check.context import CheckContext
from generator.model.problems import Problem
from generator.model.recommendations import CORRECTED_AS
from generator.model.records import Recommendation

NAMED = ("commendations", "criticisms")
LEDGERED = (*NAMED, "recommendations")
DOCUMENT = ("decision_no", "decision_on", "issued_by")
APPROVAL = ("approved_by", "approved_on")
ID_COLUMNS = {"recommendations": "recommendation_id"}
"""The column with a record's id, where it is not `record_id`."""
REPLIED = ("criticisms", "recommendations")


def documents(context: CheckContext) -> Iterator[Problem]:
    """An approved criticism that does not say which document it rests on."""
    for row, record in context.numbered("criticisms"):
        for field in DOCUMENT:
            if record.status == "approved" and not getattr(record, field):
                yield context.found(
                    "document-missing", "criticisms", row, field, value=record.record_id
                )


def approvals(context: CheckContext) -> Iterator[Problem]:
    """Approved by nobody or on no day; a draft that carries a day of approval."""
    for dataset in NAMED:
        for row, record in context.numbered(dataset):
            if record.status == "draft" and record.approved_on:
                yield context.found(
                    "draft-approved",
                    dataset,
                    row,
                    "status",
                    severity="warning",
                    other=record.approved_on,
                    value=record.record_id,
                )
            for field in APPROVAL:
                if record.status == "approved" and not getattr(record, field):
                    yield context.found(
                        "approval-incomplete", dataset, row, field, value=record.record_id
                    )


def replies(context: CheckContext) -> Iterator[Problem]:
    """A reply without its day, or the day without the reply."""
    for dataset in REPLIED:
        for row, record in context.numbered(dataset):
            if record.reply and not record.replied_on:
                yield context.found("reply-undated", dataset, row, "replied_on")
            if record.replied_on and not record.reply:
                yield context.found("reply-empty", dataset, row, "reply", value=record.replied_on)


def shared_ids(context: CheckContext) -> Iterator[Problem]:
    """One id in two of the datasets: a correction could not tell the records apart."""
    known: dict[str, tuple[str, int]] = {}
    for dataset in LEDGERED:
        for row, record in context.numbered(dataset):
            first, other = known.setdefault(record.record_id, (dataset, row))
            if first != dataset:
                yield context.found(
                    "record-id-shared",
                    dataset,
                    row,
                    ID_COLUMNS.get(dataset, "record_id"),
                    value=record.record_id,
                    other=other,
                    name=context.contract.dataset(first).title,
                )


def corrections(context: CheckContext) -> Iterator[Problem]:
    """A correction of no record, or of one that was not public yet."""
    known = _known_ids(context, LEDGERED)
    typed: dict[str, Any] = {}
    for name in LEDGERED:
        typed |= {record.record_id: record for _, record in context.numbered(name)}
    for row, correction in context.numbered("corrections"):
        record = typed.get(correction.record_id)
        if known is not None and correction.record_id not in known:
            yield context.found(
                "correction-of-nothing", "corrections", row, "record_id", value=correction.record_id
            )
        elif isinstance(record, Recommendation) and correction.kind not in CORRECTED_AS:
            yield context.found(
                "correction-kind-unfit", "corrections", row, "kind", value=correction.record_id
            )
        elif record and not _was_public(record, correction.published_on):
            yield context.found(
                "correction-before-approval",
                "corrections",
                row,
                "published_on",
                value=correction.published_on,
                other=record.record_id,
            )


def _known_ids(context: CheckContext, datasets: Sequence[str]) -> set[str] | None:
    """Ids of all records of some datasets; None when a file of them cannot be read."""
    found: set[str] = set()
    for name in datasets:
        ids = context.ids(name, ID_COLUMNS.get(name, "record_id"))
        if ids is None:
            return None
        found |= ids
    return found


def _was_public(record: Any, day: date) -> bool:
    if isinstance(record, Recommendation):
        return record.sent_on <= day
    return record.status == "approved" and (record.approved_on or day) <= day


def broadcast_records(context: CheckContext) -> Iterator[Problem]:
    """A bulletin that says it read out a record nobody knows."""
    known = _known_ids(context, NAMED)
    for row, broadcast in context.numbered("broadcasts"):
        for part in (broadcast.record_ids or "").split(";"):
            if part.strip() and known is not None and part.strip() not in known:
                yield context.found(
                    "broadcast-of-nothing",
                    "broadcasts",
                    row,
                    "record_ids",
                    severity="warning",
                    value=part.strip(),
                )
