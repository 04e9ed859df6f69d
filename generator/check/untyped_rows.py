"""Rows that pass the contract and yet do not fit the product's types, so that none is lost."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from generator.check.context import CheckContext, finding
from generator.check.frictionless_errors import NOT_READ_ON, type_code
from generator.datafolder.table import Table
from generator.model.datasets import DATASETS
from generator.model.problem import Problem

_BOUNDS = {"less_than_equal": ("maximum", "le"), "greater_than_equal": ("minimum", "ge")}
"""What pydantic calls a number out of bounds: our code, and where it keeps the bound."""


def check_untyped_rows(context: CheckContext, found: Sequence[Problem]) -> Iterator[Problem]:
    """Rows that were left out of the world although nothing has been said about them.

    Of a dataset whose rows were not all looked at that has been said of all of them. Three ways
    lead here: a date such as 2018-2-3, which frictionless takes, a contract that a city has made
    wider than the product understands, and a day or number that no record can mean.
    """
    told = {(problem.file, problem.row) for problem in found}
    given_up = {problem.dataset for problem in found if problem.code == NOT_READ_ON}
    for name in DATASETS.keys() & context.tables.keys() - given_up:
        read = set((context.world.row_numbers or {}).get(name, ()))
        for table in context.tables[name]:
            for row, cells in table.rows():
                if row not in read and (table.file, row) not in told:
                    yield from _untyped(context, name, table, row, cells)


def _untyped(
    context: CheckContext, name: str, table: Table, row: int, cells: list[str]
) -> Iterator[Problem]:
    dataset = context.contract.dataset(name)
    types = {field.name: field.type for field in dataset.fields}
    try:
        DATASETS[name].record.model_validate(dict(zip(table.header, cells, strict=False)))
    except ValidationError as error:
        for item in error.errors():
            field = str(item["loc"][0])
            value = str(item["input"])
            kind = types.get(field, "")
            code, bound = _BOUNDS.get(item["type"], ("", ""))
            limit = str(item["ctx"][bound]) if bound else ""
            if not bound:
                code = type_code(kind, value, "value-unusable")
            elif kind == "date":
                code = "day-beyond"
            yield finding(dataset, code, row, field, file=table.file, value=value, limit=limit)
