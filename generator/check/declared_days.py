"""The days in records, by what their columns declare."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.check.context import CheckContext
from generator.model.columns import Column, Test, names_of
from generator.model.datasets import DATASETS
from generator.model.record import Record


class DeclaredDay(NamedTuple):
    """A day, where it stands, and what its column declares."""

    row: int
    record: Record
    column: str
    day: date
    declared: Column

    @property
    def kind(self) -> type[Record]:
        """The type of its record."""
        return type(self.record)


def declared_days(context: CheckContext, test: Test) -> Iterator[DeclaredDay]:
    """Every day that is given in a column whose declaration passes a test."""
    for dataset in DATASETS.values():
        columns = names_of(dataset.record, test)
        for row, record in context.rows(dataset.record) if columns else ():
            for column in columns:
                day = getattr(record, column)
                if isinstance(day, date):
                    yield DeclaredDay(row, record, column, day, dataset.columns[column])
