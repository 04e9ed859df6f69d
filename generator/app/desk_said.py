"""What the check says of one record as it stands in the file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import Key, key_of
from generator.entry.columns import EntryDataset
from generator.model.problem import Problem, Severity
from generator.model.problems import message


@dataclass(frozen=True)
class Said:
    """A sentence beside a field, or above all of them where there is no column."""

    column: str | None
    text: str
    severity: Severity


def standing(folder: DeskFolder, entry: EntryDataset, key: Key) -> tuple[Said, ...]:
    """The findings of a record as it stands. Raises Refused."""
    places = set(_places(folder, entry, key))
    found = folder.checked.problems
    return tuple(said(item) for item in found if (item.file, item.row) in places)


def said(problem: Problem) -> Said:
    """A finding without its place in a file that the clerk never sees."""
    return Said(problem.field, message(replace(problem, row=None, field=None)), problem.severity)


def _places(folder: DeskFolder, entry: EntryDataset, key: Key) -> Iterator[tuple[str, int | None]]:
    """The file and the row of each record of a key."""
    for table in folder.desk.tables.get(entry.dataset.name) or ():
        for number, cells in table.rows():
            if key_of(entry, dict(zip(table.header, cells, strict=False))) == key:
                yield table.file, number
