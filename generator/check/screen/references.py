"""What the references of a dataset point to, as far as they can be followed."""

from generator.check.screen.schema_sql import Undecidable
from generator.datafolder.table import Table, Tables
from generator.model.contract import Contract, Dataset, ForeignKey


def followable(tables: Tables, name: str) -> Table | None:
    """The table that references to a dataset lead to, when there is one and it can be read."""
    found = tables.get(name) or []
    return found[0] if len(found) == 1 and not found[0].faults else None


def known_values(
    contract: Contract, tables: Tables, dataset: Dataset
) -> dict[tuple[str, str], set[str]]:
    """The texts of the columns that a dataset points to, by dataset and column.

    A reference that cannot be followed is not among them. Raises Undecidable for one that leads to
    the dataset itself or to something else than the texts of a dataset there is.
    """
    known = {}
    for key in dataset.foreign_keys:
        if tables.get(key.reference) and _is_simple(contract, dataset, key):
            table = followable(tables, key.reference)
            if table is not None:
                known[key.reference, key.reference_field] = _texts(table, key.reference_field)
    return known


def _is_simple(contract: Contract, dataset: Dataset, key: ForeignKey) -> bool:
    there = contract.dataset(key.reference)
    kinds = {field.name: field.type for field in there.fields}
    if there is dataset or kinds.get(key.reference_field) != "string":
        raise Undecidable
    return True


def _texts(table: Table, field: str) -> set[str]:
    place = table.header.index(field)
    return {cells[place] for _, cells in table.rows() if place < len(cells)}
