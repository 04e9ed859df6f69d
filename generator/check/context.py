"""What every rule looks at, and how a rule says what it found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.datafolder.table import Table
from generator.datafolder.world import World
from generator.model.contract import Contract
from generator.model.problems import Problem, Severity
from generator.model.records import Unit
from generator.model.settings import City


@dataclass(frozen=True)
class CheckContext:
    """A city's records beside the contract and the settings they are held to."""

    contract: Contract
    city: City
    world: World
    tables: Mapping[str, Sequence[Table]]

    def ids(self, dataset: str, field: str) -> set[str] | None:
        """Every value of a column, of rows that do not fit too.

        None when the column cannot be read: then nothing can be said to be missing from it.
        """
        found: set[str] = set()
        for table in self.tables[dataset]:
            header = table.header
            if field not in header:
                return None
            place = header.index(field)
            found |= {cells[place] for _, cells in table.rows() if place < len(cells)}
        return found

    def numbered(self, dataset: str) -> Iterator[tuple[int, Any]]:
        """(Excel row, typed record) of a dataset."""
        return self.world.numbered(dataset)

    def unit(self, unit_id: str) -> Unit | None:
        """The unit of that id, if it is known."""
        return next((unit for unit in self.world.units if unit.unit_id == unit_id), None)

    def title(self, dataset: str, field: str) -> str:
        """Vietnamese title of a column."""
        return self.contract.dataset(dataset).field(field).title

    def found(
        self,
        code: str,
        dataset: str,
        row: int | None,
        field: str | None = None,
        *,
        severity: Severity = "error",
        file: str | None = None,
        **values: object,
    ) -> Problem:
        """A finding at a row and column; `values` feed its sentence."""
        return finding(
            self.contract, code, dataset, row, field, severity=severity, file=file, **values
        )


def finding(
    contract: Contract,
    code: str,
    dataset: str,
    row: int | None,
    field: str | None = None,
    *,
    severity: Severity = "error",
    file: str | None = None,
    **values: object,
) -> Problem:
    """A finding in a dataset's file (its first, when none is named), with the column's title."""
    described = contract.dataset(dataset)
    titles = {item.name: item.title for item in described.fields}
    told = {name: told_as(value) for name, value in values.items()}
    if field in titles:
        told["title"] = titles[field]
    return Problem(code, severity, dataset, file or described.paths[0], row, field, told)


def years_of(unit: Unit) -> str:
    """A unit's time as findings carry it: `2018-01-01 – 2019-11-30`, … where an end is open."""
    return f"{told_as(unit.valid_from or '…')} – {told_as(unit.valid_to or '…')}"


def told_as(value: object) -> str:
    """A value as findings carry it: days in ISO form."""
    return value.isoformat() if isinstance(value, date) else str(value)
