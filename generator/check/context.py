"""What every rule looks at, and how a rule says what it found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.datafolder.table import Table
from generator.datafolder.world import World
from generator.ledger.ledger import Ledger
from generator.model.contract import Contract, Dataset
from generator.model.datasets import name_of
from generator.model.problem import Problem, Severity
from generator.model.record import R, Record
from generator.model.records import Commendation, Criticism, Recommendation, Unit
from generator.model.settings import City
from generator.output.memo import NO_MEMO, Memo


@dataclass(frozen=True)
class CheckContext:
    """A city's records beside the contract, the settings and the ledger they are held to."""

    contract: Contract
    city: City
    world: World
    tables: Mapping[str, Sequence[Table]]
    ledger: Ledger = field(default_factory=Ledger)
    is_ledger_read: bool = True
    is_public_copy: bool = False
    memo: Memo = NO_MEMO

    def rows(self, kind: type[R]) -> Iterator[tuple[int, R]]:
        """(Excel row, record) of the dataset whose records are of that type."""
        for row, record in self.world.numbered(name_of(kind)):
            if isinstance(record, kind):
                yield row, record

    def conduct(self) -> Iterator[tuple[int, Commendation | Criticism]]:
        """(Excel row, record) of the commendations, then of the criticisms."""
        yield from self.rows(Commendation)
        yield from self.rows(Criticism)

    def approved(self) -> Iterator[tuple[int, Commendation | Criticism]]:
        """(Excel row, record) of the conduct that somebody has approved for the public."""
        for row, record in self.conduct():
            if record.status == "approved":
                yield row, record

    def ledgered(self) -> Iterator[tuple[int, Commendation | Criticism | Recommendation]]:
        """(Excel row, record) of all that has lines of its own in the ledger."""
        yield from self.conduct()
        yield from self.rows(Recommendation)

    def ids(self, kind: type[Record], column: str) -> set[str] | None:
        """Every value of a column, of rows that do not fit their type too.

        None when the column cannot be read: then nothing can be said to be missing from it.
        """
        found: set[str] = set()
        for table in self.tables[name_of(kind)]:
            header = table.header
            if column not in header:
                return None
            place = header.index(column)
            found |= {cells[place] for _, cells in table.rows() if place < len(cells)}
        return found

    def is_readable(self, kind: type[Record]) -> bool:
        """True when every file of a dataset can be read."""
        return not any(table.faults for table in self.tables[name_of(kind)])

    def unit(self, unit_id: str) -> Unit | None:
        """The unit of that id, if it is known."""
        return next((unit for unit in self.world.units if unit.unit_id == unit_id), None)

    def dataset(self, kind: type[Record]) -> Dataset:
        """The contract's description of the dataset whose records are of that type."""
        return self.contract.dataset(name_of(kind))

    def label(self, kind: type[Record], column: str, value: str) -> str:
        """Vietnamese name of one of the values that a column may have."""
        return self.contract.label(kind, column, value)

    def found(
        self,
        code: str,
        kind: type[Record],
        row: int | None,
        column: str | None = None,
        /,
        severity: Severity = "error",
        thing: str = "",
        on: date | None = None,
        **values: object,
    ) -> Problem:
        """A finding at a row and column; `values` feed its sentence, `thing` is what is missing.

        It cites the law of the day `on`, of the settings' `as_of` without one.

        Raises LookupError for a column that the type of record does not have.
        """
        if column is not None and column not in kind.model_fields:
            raise LookupError(f"{kind.__name__} has no column {column}")
        found = finding(self.dataset(kind), code, row, column, severity, None, thing, **values)
        return replace(found, on=on)


def finding(
    dataset: Dataset,
    code: str,
    row: int | None,
    column: str | None = None,
    /,
    severity: Severity = "error",
    file: str | None = None,
    thing: str = "",
    **values: object,
) -> Problem:
    """A finding in a dataset's file (its first, when none is named), with the column's title."""
    titles = {item.name: item.title for item in dataset.fields}
    told = {name: told_as(value) for name, value in values.items()}
    if column in titles:
        told["title"] = titles[column]
    place = (dataset.name, file or dataset.paths[0], row, column)
    return Problem(code, severity, *place, told, thing=thing)


def years_of(unit: Unit) -> str:
    """A unit's time as findings carry it: `2018-01-01 – 2019-11-30`, … where an end is open."""
    return f"{told_as(unit.valid_from or '…')} – {told_as(unit.valid_to or '…')}"


def told_as(value: object) -> str:
    """A value as findings carry it: days in ISO form."""
    return value.isoformat() if isinstance(value, date) else str(value)
