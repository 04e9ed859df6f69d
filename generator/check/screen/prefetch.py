"""The screen of the dossiers, begun before anything else of a folder is looked at.

Most of the time of a check is the engine's, for the dossiers; what else there is to read, to
import and to judge can be done meanwhile. So little is read first: the contract, the day, the
units and the calendar as they stand in their files, and how the files of dossiers begin. When all
of that has been read properly, the screen is told, and begins anew or is not asked where it had
been taken otherwise.
"""

from collections.abc import Mapping, Sequence
from csv import Error as CsvError
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self

import duckdb

from generator.check.screen.dossiers import DossierFacts, dossier_rules
from generator.check.screen.engine import Screen, open_engine
from generator.check.screen.rows import Rows
from generator.check.screen.schema_sql import Undecidable
from generator.datafolder.csv_layout import first_layout
from generator.datafolder.table import Table, Tables, read_table
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE, Raw, read_mapping
from generator.model.contract import Contract, contract_of
from generator.model.problems import Problem

DATASET = "dossiers"
_NOT_PLAIN = (LookupError, ValueError, TypeError, AttributeError, OSError, CsvError)
"""What there is to raise when a folder is not as most are; then the screen waits for its turn."""


class _Opening(Thread):
    """Opens an engine beside what else there is to do: that takes as long as to read a contract."""

    engine: duckdb.DuckDBPyConnection | None = None

    def run(self) -> None:
        self.engine = open_engine()

    def opened(self) -> duckdb.DuckDBPyConnection:
        """The engine, once it is open."""
        self.join()
        if self.engine is None:
            raise duckdb.Error
        return self.engine


class Ahead:
    """What was read first, and the screen that has begun; without it nothing is ahead.

    To be used as a context: what has not come to its end then is given up.
    """

    contract: Raw | None = None
    settings: Raw | None = None

    def __init__(self) -> None:
        """Nothing has been read or begun yet."""
        self._facts: DossierFacts | None = None
        self._rows: Rows | None = None
        self._told: SimpleQueue[Sequence[Table] | None] = SimpleQueue()
        self._work: Thread | None = None
        self.opening = _Opening()

    def begin(self, facts: DossierFacts, contract: Contract, tables: Tables) -> None:
        """Counts the suspects of the tables as they seem. Raises Undecidable, duckdb.Error."""
        dataset, rules = contract.dataset(DATASET), dossier_rules(facts)
        laid = Screen(self.opening.opened(), contract, tables, dataset, rules)
        self._facts = facts
        self._work = Thread(target=self._screen, args=(laid, tables[DATASET]))
        self._work.start()

    def _screen(self, laid: Screen, seeming: Sequence[Table]) -> None:
        try:
            laid.count()
            tables = self._told.get()
            if tables is None:
                return
            laid.take(tables)
            if [_kind(table) for table in tables] != [_kind(table) for table in seeming]:
                laid.count()
            self._rows = laid.rows()
        except (Undecidable, duckdb.Error, *_NOT_PLAIN):
            return

    def tell(self, tables: Tables) -> None:
        """The tables as they are."""
        self._told.put(tables[DATASET])

    def rows(self, facts: DossierFacts) -> Rows | None:
        """The suspects, if the screen can say them and it began with these facts."""
        if self._work is None or self._facts != facts:
            return None
        self._work.join()
        return self._rows

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._told.put(None)
        if self.opening.ident is None:
            return
        self.opening.join()
        if self.opening.engine:
            self.opening.engine.interrupt()
            if self._work:
                self._work.join()
            self.opening.engine.close()


def begin(data_dir: Path) -> Ahead:
    """Reads what is needed first of a data folder, and begins. Never raises for what lies in it."""
    ahead = Ahead()
    ahead.opening.start()
    ahead.contract = read_mapping(data_dir / CONTRACT_FILE)
    ahead.settings = read_mapping(data_dir / SETTINGS_FILE)
    if isinstance(ahead.contract, Problem) or isinstance(ahead.settings, Problem):
        return ahead
    try:
        contract = contract_of(ahead.contract)
        tables = _first_tables(data_dir, contract)
        ahead.begin(_facts(ahead.settings, tables), contract, tables)
    except (Undecidable, duckdb.Error, *_NOT_PLAIN):
        pass
    return ahead


def _first_tables(data_dir: Path, contract: Contract) -> dict[str, list[Table]]:
    """The dossiers as their files begin, and the tables that they refer to."""
    dossiers = contract.dataset(DATASET)
    names = {"units", "calendar", *(key.reference for key in dossiers.foreign_keys)} - {DATASET}
    paths = {name: contract.dataset(name).paths for name in names}
    tables = {name: [read_table(data_dir, path) for path in paths[name]] for name in names}
    return tables | {DATASET: [read_table(data_dir, path, first_layout) for path in dossiers.paths]}


def _facts(settings: Mapping[str, Any], tables: Tables) -> DossierFacts:
    """What the rules look at, by the files alone. Raises what is in `_NOT_PLAIN`."""
    today = settings["as_of"]
    if type(today) is not date:
        raise TypeError
    units = _columns(tables["units"], "unit_id", "valid_from", "valid_to")
    periods = tuple((unit_id, _day(first), _day(last)) for unit_id, first, last in units)
    days = (date.fromisoformat(day) for (day,) in _columns(tables["calendar"], "date"))
    return DossierFacts(today, periods, frozenset(day.year for day in days))


def _columns(tables: Sequence[Table], *names: str) -> list[tuple[str, ...]]:
    found = []
    for table in tables:
        places = [table.header.index(name) for name in names]
        found += [tuple(cells[place] for place in places) for _, cells in table.rows()]
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _kind(table: Table) -> object:
    """Equal for files that the engine reads alike."""
    layout = replace(table.layout, row_count=0) if table.layout else None
    return table.file, table.fault, layout
