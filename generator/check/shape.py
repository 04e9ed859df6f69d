"""Shape and references: what may be wrong in them goes to frictionless, and only that."""

from collections.abc import Iterator, Mapping

from generator.check.screen.rows import Rows
from generator.datafolder.table import Tables
from generator.model.contract import Contract
from generator.model.problem import Problem


def check_shape(contract: Contract, tables: Tables, rows: Mapping[str, Rows]) -> Iterator[Problem]:
    """Findings of frictionless in the rows that may be wrong.

    Frictionless is loaded only when there are any: that takes longer than to screen the records
    of a city.
    """
    for dataset in contract.datasets:
        if next(rows[dataset.name].caught_by("shape"), None) is not None:
            from generator.check.frictionless_rows import shape_findings

            yield from shape_findings(contract, tables, dataset, rows[dataset.name])
