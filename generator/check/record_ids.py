"""The ids by which records of several datasets are called."""

from collections.abc import Sequence

from generator.check.context import CheckContext
from generator.model.datasets import NAMING, WITH_PAGES, Descriptor


def conduct_ids(context: CheckContext) -> set[str] | None:
    """Ids of all commendations and criticisms; None when a file of them cannot be read."""
    return _ids(context, NAMING)


def ledgered_ids(context: CheckContext) -> set[str] | None:
    """Ids of all that a correction may be of; None when a file of them cannot be read."""
    return _ids(context, WITH_PAGES)


def _ids(context: CheckContext, datasets: Sequence[Descriptor]) -> set[str] | None:
    found: set[str] = set()
    for dataset in datasets:
        ids = context.ids(dataset.record, dataset.key[0])
        if ids is None:
            return None
        found |= ids
    return found
