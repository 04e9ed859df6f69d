"""A city's records, typed and whole, before anything is made public."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from generator.datafolder.table import Table
from generator.model.closed_quarters import ClosedQuarter
from generator.model.datasets import DATASETS, Collections
from generator.model.record import Record
from generator.model.records import Commendation, Criticism, Recommendation


@dataclass(frozen=True)
class World(Collections):
    """Every dataset of one city: typed rows, and for dossiers only the files they lie in.

    Row order is file order. `row_numbers` gives each record's row number as Excel numbers it,
    `dossier_tables` what is known already of how a file of dossiers lies, `extra` the rows of
    tables of the city's own, cells by column, `closed_quarters` what is published of quarters whose
    edition is closed, oldest first.
    """

    extra: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    dossier_files: tuple[Path, ...] = ()
    row_numbers: Mapping[str, Sequence[int]] | None = None
    dossier_tables: Mapping[Path, Table] = field(default_factory=dict)
    closed_quarters: tuple[ClosedQuarter, ...] = ()

    @property
    def conduct(self) -> tuple[Commendation | Criticism, ...]:
        """Commendations, then criticisms."""
        return (*self.commendations, *self.criticisms)

    @property
    def ledgered(self) -> tuple[Commendation | Criticism | Recommendation, ...]:
        """All that gets lines of its own in the ledger, beside the corrections."""
        return (*self.conduct, *self.recommendations)

    @property
    def record_count(self) -> int:
        """Rows of every dataset but dossiers."""
        return sum(len(getattr(self, name)) for name in DATASETS)

    def numbered(self, dataset: str) -> Iterator[tuple[int, Record]]:
        """(Excel row, record) of a dataset."""
        records = getattr(self, dataset)
        numbers = (self.row_numbers or {}).get(dataset) or range(2, len(records) + 2)
        return zip(numbers, records, strict=True)


def typed(dataset: str, row: Mapping[str, str]) -> Record | None:
    """The typed record of a row of text, or None when a cell does not fit its type.

    A row that does not fit has been reported by the shape check already.
    """
    try:
        return DATASETS[dataset].record.model_validate(row)
    except ValidationError:
        return None
