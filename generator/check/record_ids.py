"""The ids by which records of several datasets are called."""

from collections.abc import Sequence

from generator.check.context import CheckContext
from generator.model.datasets import NAMING, WITH_PAGES, Descriptor, dataset_of
from generator.model.records import Criticism


def conduct_ids(context: CheckContext) -> set[str] | None:
    """Ids of all commendations and criticisms; None when a file of them cannot be read."""
    return _ids(context, NAMING)


def criticism_ids(context: CheckContext) -> set[str] | None:
    """Ids of all criticisms; None when a file of them cannot be read."""
    return _ids(context, (dataset_of(Criticism),))


def ledgered_ids(context: CheckContext) -> set[str] | None:
    """Ids of all that a correction may be of; None when a file of them cannot be read."""
    return _ids(context, WITH_PAGES)


def unread_ids(context: CheckContext, dataset: Descriptor) -> set[str]:
    """Ids in the rows of a dataset that do not fit their types: nothing is known of these records.

    Of a dataset that cannot be read no row is known.
    """
    name, column = dataset.name, dataset.key[0]
    read = {row for row, _ in context.world.numbered(name)}
    return {
        cells[table.header.index(column)]
        for table in context.tables[name]
        for row, cells in table.rows()
        if row not in read and table.header.index(column) < len(cells)
    }


def record_thing(record_id: str) -> str:
    """What findings are about that come of one record: all that name it, whatever its dataset."""
    return f"record/{record_id}"


def _ids(context: CheckContext, datasets: Sequence[Descriptor]) -> set[str] | None:
    found: set[str] = set()
    for dataset in datasets:
        ids = context.ids(dataset.record, dataset.key[0])
        if ids is None:
            return None
        found |= ids
    return found
