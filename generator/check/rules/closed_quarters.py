"""What is published of closed quarters stays: Law on Statistics 89/2015/QH13, confidentiality."""

from collections.abc import Iterator
from dataclasses import replace

from generator.check.closed_quarters import is_as_ledgered
from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.closed_quarters import ClosedQuarter, file_names
from generator.model.problem import Problem
from generator.model.public_copy import PUBLIC
from generator.model.record import Record
from generator.model.records import Procedure, Unit

KEYS: dict[str, type[Record]] = {"unit_id": Unit, "procedure_id": Procedure}
"""The columns that name records, and what records."""


@Rule
def closed_quarters(context: CheckContext) -> Iterator[Problem]:
    """The counts of closed quarters are all there, and are those whose digests the ledger holds."""
    if context.is_public_copy:
        yield Problem("public-copy", "warning", "files", PUBLIC)
        return  # it has no counts at all
    if not context.is_ledger_read:
        return  # what nobody could read is compared with nothing
    known, there = context.ledger.chain.closed_quarters, context.world.closed_quarters
    for quarter in sorted(known.keys() - {item.quarter for item in there}):
        yield _problem("closed-quarter-missing", quarter)
    for item in there:
        if not is_as_ledgered(context, item):
            yield _problem("closed-quarter-altered", item.quarter)
        else:
            yield from _unknown_ids(context, item)


def _unknown_ids(context: CheckContext, item: ClosedQuarter) -> Iterator[Problem]:
    """Units and procedures that were published with the quarter and are not in the data."""
    there = zip(*item.columns(*KEYS), strict=True)
    for (column, kind), ids in zip(KEYS.items(), there, strict=False):
        known = context.ids(kind, column)
        named = {*ids} - {""}
        for value in sorted(named - known) if known is not None else ():
            dataset = context.dataset(kind)
            values = {"value": value, "what": dataset.title}
            problem = _problem("closed-quarter-reference", item.quarter, **values)
            yield replace(problem, thing=f"{dataset.name}/{value}")


def _problem(code: str, quarter: str, **values: str) -> Problem:
    file = file_names(quarter)[0]
    return Problem(code, "error", "ledger", file, values={"other": quarter, **values})
