"""The rows of a dataset that rules have to look at, as the filters do not vouch for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from duckdb import DuckDBPyConnection

from generator.check.screen.jumps import Jump
from generator.datafolder.table import Table

Filter = Literal["shape", "text", "rules"]
"""What a row may be wrong in: its form and references, its letters, the rules of its dataset."""


@dataclass(frozen=True)
class CaughtRow:
    """One row that may be wrong, and in what."""

    table: Table
    row: int
    cells: Sequence[str]
    filters: frozenset[Filter]


@dataclass(frozen=True)
class Rows:
    """The caught rows of some files, or every row of files, in the order of the files.

    `years` are the calendar years of the days in the files that were screened, `last_day` the last
    on which anything was received or returned; `jumps` is what is odd of all rows together, `tally`
    how many rows there are by what the rules count them by.
    """

    whole: tuple[Table, ...] = ()
    caught: tuple[CaughtRow, ...] = ()
    years: frozenset[int] = frozenset()
    last_day: date | None = None
    jumps: tuple[Jump, ...] = ()
    tally: Mapping[str, int] = field(default_factory=dict)

    def caught_by(self, name: Filter) -> Iterator[tuple[Table, int, Sequence[str]]]:
        """(file, Excel row, cells) of every row that may be wrong in that."""
        for caught in self.caught:
            if name in caught.filters:
                yield caught.table, caught.row, caught.cells
        for table in self.whole:
            for row, cells in table.rows():
                yield table, row, cells


@dataclass(frozen=True)
class RowRules:
    """The rules of one dataset as the screen asks them.

    `prepare` lays what the rules look at into the database. `filtered` lays, over a
    view `dossier` of the rows, in which `columns` have their names, a view `filtered` with the
    columns `is_wrong`, `first_day` and `last_day`. `proven` says of a column a pattern, and
    another column of `filtered` that is null unless the cell matches it in plain letters; `joined`
    of a column a table, and another column of `filtered` that is null unless the cell stands in the
    column of its name there. `years` asks for every year there is; that is only done when a year
    may not be among `known_years`. `seen` is SQL of what is looked at to find jumps, if anything;
    then `filtered` also has the moments `received` and `returned`. `tally` is an SQL aggregate over
    `filtered` that counts rows by texts, if anything is counted.
    """

    prepare: Callable[[DuckDBPyConnection], None] = lambda connection: None
    filtered: str = (
        "CREATE OR REPLACE TEMP VIEW filtered AS SELECT *, false AS is_wrong,"
        " CAST(NULL AS TIMESTAMP) AS first_day, CAST(NULL AS TIMESTAMP) AS last_day FROM dossier"
    )
    columns: tuple[str, ...] = ()
    proven: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    joined: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    years: str = ""
    known_years: frozenset[int] = frozenset()
    seen: str = ""
    tally: str = ""


class ExcelRows:
    """Excel rows from the engine's numbers, which leave out odd rows; asked in rising order."""

    def __init__(self, odd: Iterable[int]) -> None:
        """`odd` are the Excel rows that the engine leaves out."""
        self.odd, self.passed = sorted(odd), 0

    def row(self, number: int) -> int:
        """The Excel row of the engine's row `number`, which is 2 for the first it sees."""
        while self.passed < len(self.odd) and self.odd[self.passed] <= number + self.passed:
            self.passed += 1
        return number + self.passed
