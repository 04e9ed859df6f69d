"""Shape and references: what may be wrong in them goes to frictionless, and only that."""

from collections.abc import Iterator, Mapping

from generator.check.screen.rows import Rows
from generator.datafolder.table import Tables
from generator.model.contract import Contract, Dataset
from generator.model.problems import Problem


def check_shape(contract: Contract, tables: Tables, rows: Mapping[str, Rows]) -> Iterator[Problem]:
    """Findings of frictionless in every file that can be read.

    `rows` are those that may be wrong. Frictionless is loaded only when there are any: that takes
    longer than to screen the records of a city.
    """
    for dataset in contract.datasets:
        if _may_be_wrong(dataset, tables, rows[dataset.name]):
            from generator.check.frictionless_rows import shape_findings

            yield from shape_findings(contract, tables, dataset, rows[dataset.name])


def _may_be_wrong(dataset: Dataset, tables: Tables, rows: Rows) -> bool:
    names = tuple(field.name for field in dataset.fields)
    sound = [table for table in tables[dataset.name] if not table.fault]
    return next(rows.caught_by("shape"), None) is not None or any(
        table.header != names for table in sound
    )
