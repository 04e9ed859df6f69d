"""The document that asks for supervision: what the Front recommends is answered, and told."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.record_ids import record_thing, unread_ids
from generator.check.rule import Rule
from generator.ledger.openings import public_form
from generator.model.datasets import NAMING, dataset_of
from generator.model.problem import Problem
from generator.model.records import Correction, Recommendation


@Rule
def outcomes(context: CheckContext) -> Iterator[Problem]:
    """An outcome without the reply that says so, and why."""
    for row, asked in context.rows(Recommendation):
        if asked.outcome != "pending" and not asked.reply and not asked.replied_on:
            yield context.found("outcome-without-reply", Recommendation, row, "reply")


@Rule
def closings(context: CheckContext) -> Iterator[Problem]:
    """A recommendation closed by what is not published, or was not asked before it."""
    known, unread = _published(context), _may_be_unread(context)
    for row, asked in context.rows(Recommendation):
        if not asked.closed_by:
            continue
        day = known.get(asked.closed_by)
        if day is None and not unread(asked.closed_by):
            yield context.found(
                "closing-unknown",
                Recommendation,
                row,
                "closed_by",
                thing=record_thing(asked.closed_by),
                value=asked.closed_by,
            )
        elif day is not None and day < asked.sent_on:
            yield context.found(
                "closing-before-sending",
                Recommendation,
                row,
                "closed_by",
                value=day,
                other=asked.sent_on,
            )


def _may_be_unread(context: CheckContext) -> Callable[[str], bool]:
    """Whether the record or correction of an id may stand in what could not be read."""
    datasets = (*NAMING, dataset_of(Correction))
    if not all(context.is_readable(dataset.record) for dataset in datasets):
        return lambda _: True
    unread = {key for dataset in datasets for key in unread_ids(context, dataset)}
    return lambda key: key.split("/")[0] in unread


def _published(context: CheckContext) -> dict[str, date]:
    """The day on which each commendation, criticism and correction became public, by its id."""
    world, today = context.world, context.city.as_of
    found = {
        record.record_id: record.approved_on
        for record in world.conduct
        if record.status == "approved" and record.approved_on
    }
    for correction in world.corrections:
        key = public_form(correction).record.partition("/")[2]
        found[key] = correction.published_on
    return {key: day for key, day in found.items() if day <= today}
