"""Whether what a body concluded of a record was carried out by a correction of it."""

from collections.abc import Callable, Collection
from datetime import date

from generator.check.context import CheckContext
from generator.model.records import Correction

IsCorrected = Callable[[str, Collection[str], date], bool]


def corrected(context: CheckContext) -> IsCorrected:
    """Tells of a record whether a correction of one of these kinds is of that day or later."""
    found: dict[str, list[Correction]] = {}
    for _, item in context.rows(Correction):
        found.setdefault(item.record_id, []).append(item)
    return lambda record_id, kinds, since: any(
        item.kind in kinds and item.published_on >= since for item in found.get(record_id, ())
    )
