"""Dossiers of closed quarters that are not those that were counted when the quarter closed."""

from collections import Counter
from collections.abc import Iterator

from generator.check.context import CheckContext, finding
from generator.check.files import DOSSIER_FOLDER
from generator.check.screen.rows import Rows
from generator.model.closed_quarters import GONE_SHARE, ClosedQuarter
from generator.model.datasets import DOSSIERS
from generator.model.problem import Problem


def is_as_ledgered(context: CheckContext, item: ClosedQuarter) -> bool:
    """True when the ledger's last edition has recorded these very counts."""
    known = context.ledger.chain.closed_quarters
    return known.get(item.quarter) == item.digest and item.is_sound


def check_closed_quarters(context: CheckContext, rows: Rows) -> Iterator[Problem]:
    """Each quarter in which other dossiers were received by now than are published of it.

    It is a warning: what is published stays as it is, and old dossiers may be deleted by law. By
    procedure, so that dossiers put in the place of others are seen too.
    """
    received: dict[str, Counter[str]] = {}
    for key, count in rows.tally.items():
        procedure_id, _, quarter = key.rpartition(" ")
        received.setdefault(quarter, Counter())[procedure_id] += count
    is_unread = rows.whole or any(table.faults for table in context.tables[DOSSIERS])
    for item in context.world.closed_quarters:
        if is_as_ledgered(context, item) and not is_unread:
            yield from _told(context, item, received.get(item.quarter, Counter()))


def _told(context: CheckContext, item: ClosedQuarter, received: Counter[str]) -> Iterator[Problem]:
    published: Counter[str] = Counter()
    for procedure_id, received_there in item.columns("procedure_id", "received_count"):
        published[procedure_id] += int(received_there)
    more, fewer = received - published, published - received
    if count := more.total() + fewer.total():
        total, gone = published.total(), fewer.total() - more.total()
        is_gone = gone >= GONE_SHARE * total
        code = "closed-quarter-gone" if is_gone else "closed-quarter-changed"
        told = {"count": gone if is_gone else count, "total": total, "other": item.quarter}
        dataset = context.contract.dataset(DOSSIERS)
        yield finding(dataset, code, None, None, "warning", DOSSIER_FOLDER, "", **told)
