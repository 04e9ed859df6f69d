"""Which file of dossiers a new dossier goes into: that of the quarter in which it was received."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.entry_refused import EntryRefused
from generator.datafolder.dossier_files import ANY
from generator.datafolder.table import Table
from generator.datafolder.yaml_file import CONTRACT_FILE, read_yaml
from generator.model.datasets import DOSSIERS
from generator.model.problem import Problem

NO_FILE = (
    "Không có tệp nào để ghi hồ sơ tiếp nhận trong quý {}/{}. Hãy thêm dòng “{}” vào mục path của "
    "bộ Hồ "
    "sơ trong datapackage.yaml, hoặc ghi “{}” thay cho các tệp ấy rồi chạy lại."
)


@dataclass(frozen=True)
class Place:
    """A file of dossiers, relative to the data folder; `table` is None for a new one."""

    file: str
    table: Table | None = None

    def path(self, folder: Path) -> Path:
        """Where it lies on disk."""
        return folder / self.file


def place_of(connection: duckdb.DuckDBPyConnection, desk: DossierDesk, quarter: str) -> Place:
    """The file for new dossiers of a quarter, such as 2018-q1. Raises EntryRefused.

    That is the file named so; else the one that has most of the quarter's dossiers, or is named as
    the year; else a new one that the contract's pattern stands for.
    """
    texts = {table.file: table for table in desk.files if table.layout}
    named = [file for file in texts if Path(file).stem.lower() == quarter]
    if named:
        return Place(named[0], texts[named[0]])
    year, number = quarter.split("-q")
    first = f"{year}-{3 * int(number) - 2:02d}"
    last = f"{year}-{3 * int(number):02d}"
    most = connection.execute(
        """SELECT file, count(*) AS count FROM known
        WHERE left(received_at, 7) BETWEEN ? AND ? GROUP BY file ORDER BY count DESC, file""",
        [first, last],
    ).fetchall()
    for place, _ in most:
        if desk.files[place].layout:
            return Place(desk.files[place].file, desk.files[place])
    of_year = [file for file in texts if Path(file).stem == year]
    return Place(of_year[0], texts[of_year[0]]) if of_year else _new(desk, quarter)


def _new(desk: DossierDesk, quarter: str) -> Place:
    made = f"{DOSSIERS}/{quarter}.csv"
    if any(ANY in pattern and fnmatchcase(made, pattern) for pattern in _patterns(desk)):
        return Place(made)
    year, number = quarter.split("-q")
    raise EntryRefused(NO_FILE.format(number, year, made, f"{DOSSIERS}/{ANY}.csv"))


def _patterns(desk: DossierDesk) -> list[str]:
    """The paths of the dossiers as the contract has them, before files were found by them."""
    file = read_yaml(desk.folder / CONTRACT_FILE)
    if isinstance(file, Problem):
        return []
    resources = file.at(("resources",)).content
    for number, item in enumerate(resources if isinstance(resources, list) else ()):
        if item.at(("name",)).content == DOSSIERS:
            listed = file.at(("resources", number, "path")).content
            texts = [part.content for part in listed] if isinstance(listed, list) else [listed]
            return [text for text in texts if isinstance(text, str)]
    return []
