"""The press law in force on correction: a correction is of something that was published."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.record_ids import ledgered_ids, record_thing
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.recommendations import CORRECTED_AS
from generator.model.records import Commendation, Correction, Criticism, Recommendation

ENDING = ("withdrawn", "revoked")
"""What leaves nothing of a record to correct; what was withdrawn may still be annulled."""


@Rule
def corrections(context: CheckContext) -> Iterator[Problem]:
    """A correction of no record, of one that cannot be corrected so, or was not public yet."""
    known = ledgered_ids(context)
    records = {record.record_id: record for _, record in context.ledgered()}
    for row, correction in context.rows(Correction):
        record = records.get(correction.record_id)
        if known is not None and correction.record_id not in known:
            yield context.found(
                "correction-of-nothing",
                Correction,
                row,
                "record_id",
                thing=record_thing(correction.record_id),
                value=correction.record_id,
            )
        elif isinstance(record, Recommendation) and correction.kind not in CORRECTED_AS:
            yield context.found(
                "correction-kind-unfit", Correction, row, "kind", value=correction.record_id
            )
        elif record and not _was_public(record, correction.published_on):
            yield context.found(
                "correction-before-approval",
                Correction,
                row,
                "published_on",
                value=correction.published_on,
                other=record.record_id,
            )


@Rule
def after_the_end(context: CheckContext) -> Iterator[Problem]:
    """A correction of a record that an earlier row has taken back already."""
    ended: dict[str, tuple[date, str]] = {}
    ordered = sorted(context.rows(Correction), key=lambda item: (item[1].published_on, item[0]))
    for row, correction in ordered:
        day, kind = ended.get(correction.record_id, (None, ""))
        if day and not (kind == "withdrawn" and correction.kind == "revoked"):
            yield context.found(
                "correction-after-end", Correction, row, "kind", severity="warning",
                value=correction.record_id, other=day,
            )  # fmt: skip
        elif correction.kind in ENDING:
            ended[correction.record_id] = correction.published_on, correction.kind


def _was_public(record: Commendation | Criticism | Recommendation, day: date) -> bool:
    if isinstance(record, Recommendation):
        return record.sent_on <= day
    return record.status == "approved" and (record.approved_on or day) <= day
