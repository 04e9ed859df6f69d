"""What the import of dossiers rests on: settings, contract, records, the files that lie there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.app.sources import Refused, read_settings
from generator.check.context import CheckContext
from generator.datafolder import load_world
from generator.datafolder.table import Table, Tables, read_tables
from generator.datafolder.world import World
from generator.entry.columns import EntryDataset, entry_dataset
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DOSSIERS, name_of
from generator.model.problem import Problem
from generator.model.public_copy import PUBLIC, is_public_copy
from generator.model.records import Procedure
from generator.model.settings import City
from generator.output.replacing import State, state_of


@dataclass(frozen=True)
class DossierDesk:
    """A data folder as the import of dossiers sees it."""

    folder: Path
    city: City
    contract: Contract
    world: World
    tables: Tables
    seen: Mapping[Path, State]
    """What the files of dossiers and of procedures were when they were read."""

    @property
    def dataset(self) -> Dataset:
        """The contract's description of the dossiers."""
        return self.contract.dataset(DOSSIERS)

    @cached_property
    def entry(self) -> EntryDataset:
        """What the columns of the dossiers take."""
        return entry_dataset(self.contract, DOSSIERS, self.city, self.world)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of the dossiers, in the order of their files."""
        return tuple(field.name for field in self.dataset.fields)

    @property
    def files(self) -> Sequence[Table]:
        """The files of dossiers."""
        return self.tables[DOSSIERS]

    @property
    def context(self) -> CheckContext:
        """What the rules of the dossiers look at."""
        return CheckContext(self.contract, self.city, self.world, self.tables)


def open_dossier_desk(data_dir: Path) -> DossierDesk:
    """The desk of a data folder. Raises Refused, also for files of dossiers that cannot be read."""
    if is_public_copy(data_dir):
        raise Refused([Problem("public-copy-figures", "error", "files", PUBLIC)])
    city, contract = read_settings(data_dir)
    tables = read_tables(data_dir, contract)
    problems = [
        Problem(fault.code, "error", DOSSIERS, table.file, fault.row, fault.column, fault.values)
        for table in tables[DOSSIERS]
        for fault in table.faults
    ]
    if problems:
        raise Refused([replace(problem, unread=True) for problem in problems])
    seen = {
        table.path: state_of(table.path)
        for name in (DOSSIERS, name_of(Procedure))
        for table in tables[name]
    }
    world = load_world(data_dir, contract, tables)
    return DossierDesk(data_dir, city, contract, world, tables, seen)
