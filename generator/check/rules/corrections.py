"""The press law in force on correction: a correction is of something that was published."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.record_ids import ledgered_ids, record_thing
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.recommendations import CORRECTED_AS
from generator.model.records import Commendation, Correction, Criticism, Recommendation


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


def _was_public(record: Commendation | Criticism | Recommendation, day: date) -> bool:
    if isinstance(record, Recommendation):
        return record.sent_on <= day
    return record.status == "approved" and (record.approved_on or day) <= day
