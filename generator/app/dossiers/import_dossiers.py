"""The export of a one-stop system goes into the files of dossiers, or back with what is wrong.

Nothing is written here: the faces put the files in their places.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from generator.app.dossiers.desk import DossierDesk, open_dossier_desk
from generator.app.dossiers.faults import Faults, faults_of
from generator.app.dossiers.lines import added_lines, changed_lines
from generator.app.dossiers.merge import Merged, lay_merge, merged
from generator.app.dossiers.plan import Plan, plan_of
from generator.app.dossiers.procedures import NewProcedures, new_procedures
from generator.app.dossiers.rules import rule_faults
from generator.app.dossiers.typed import ENGINE, Typed, read_typed
from generator.app.dossiers.words import Word
from generator.datafolder.amend import amended_pieces, new_pieces
from generator.model.dossier_mapping import DossierMapping
from generator.output.progress import doing
from generator.output.replacing import State
from generator.workbooks.export import Export, open_export
from generator.workbooks.headings import plain
from generator.workbooks.open_file import Unopened

__all__ = ["DossierImport", "Unopened", "known_heading", "open_import"]


@dataclass(frozen=True)
class DossierImport:
    """What an import of dossiers would do; `merged` is None where words are unanswered or wrong."""

    connection: duckdb.DuckDBPyConnection
    desk: DossierDesk
    export: Export
    plan: Plan
    typed: Typed
    questions: tuple[Word, ...]
    faults: Faults
    merged: Merged | None = None
    procedures: NewProcedures | None = None

    @property
    def is_sound(self) -> bool:
        """True when it may be written."""
        return self.merged is not None and not self.faults

    @property
    def seen(self) -> Mapping[Path, State]:
        """What the files were that it was read beside, so that nobody's change is lost."""
        return self.desk.seen

    def files(self) -> Iterator[tuple[Path, Iterator[bytes]]]:
        """Each file that becomes another one, as its pieces."""
        merged, desk = self.merged, self.desk
        assert merged is not None
        if self.procedures:
            yield self.procedures.table.path, iter((self.procedures.content,))
        added = {place.file: place for place in merged.added}
        tables = {table.file: table for table in merged.changed}
        tables |= {file: place.table for file, place in added.items() if place.table}
        for file, table in tables.items():
            changed = changed_lines(self.connection, desk, table)
            more = added_lines(self.connection, desk, file) if file in added else iter(())
            others = changed if table in merged.changed else iter(())
            yield table.path, amended_pieces(table, others, more)
        for file, place in added.items():
            if place.table is None:
                more = added_lines(self.connection, desk, file)
                yield place.path(desk.folder), new_pieces(desk.names, more)


def known_heading(mapping: DossierMapping) -> Mapping[str, str]:
    """Every name of a column that a mapping knows, plain, with what it is for."""
    new = mapping.new_procedures
    names = (
        *mapping.headings,
        *((*new.name, *new.field) if new else ()),
        *mapping.personal,
        *mapping.ignored,
    )
    return {plain(name): name for name in names}


@contextmanager
def open_import(data_dir: Path, path: Path, mapping: DossierMapping) -> Iterator[DossierImport]:
    """Read an export and see what it changes; as long as it is open, its files can be written.

    Raises Refused for a data folder that cannot be read, EntryRefused for a mapping that does not
    fit, Unopened for a file that is no table.
    """
    doing("Đọc thư mục dữ liệu")
    desk = open_dossier_desk(data_dir)
    known = known_heading(mapping)
    doing("Đọc tệp hồ sơ")
    export = open_export(path, lambda label: plain(label) in known)
    plan = plan_of(desk, mapping, export.labels)
    with duckdb.connect(config=ENGINE) as connection:
        yield _read(connection, desk, export, plan)


def _read(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, export: Export, plan: Plan
) -> DossierImport:
    typed = read_typed(connection, desk, plan, export)
    questions = tuple(word for word in typed.words if word.kind == "question")
    doing("Kiểm tra từng hồ sơ")
    faults = faults_of(connection, desk, plan, typed)
    read = (connection, desk, export, plan, typed, questions)
    if questions:
        return DossierImport(*read, faults)
    doing("So với hồ sơ đã có")
    lay_merge(connection, desk, plan)
    doing("Kiểm tra hồ sơ theo các quy tắc")
    faults += rule_faults(connection, desk, plan, export)
    if faults:
        return DossierImport(*read, faults)
    found = merged(connection, desk, plan)
    procedures = new_procedures(connection, desk, plan, typed)
    return DossierImport(*read, faults, found, procedures)
