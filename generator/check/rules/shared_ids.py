"""The ledger's order: one id is one record, whatever its dataset."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.datasets import dataset_of
from generator.model.problem import Problem
from generator.model.record import Record


@Rule
def shared_ids(context: CheckContext) -> Iterator[Problem]:
    """One id in two of the datasets: a correction could not tell the records apart."""
    known: dict[str, tuple[type[Record], int]] = {}
    for row, record in context.ledgered():
        kind = type(record)
        first, other = known.setdefault(record.record_id, (kind, row))
        if first is not kind:
            yield context.found(
                "record-id-shared",
                kind,
                row,
                dataset_of(kind).key[0],
                value=record.record_id,
                other=other,
                name=context.dataset(first).title,
            )
