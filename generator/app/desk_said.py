"""What the check says of one record as it stands in the file."""

from dataclasses import dataclass, replace

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import Key, standing_of
from generator.entry.columns import EntryDataset
from generator.model.problem import Problem, Severity
from generator.model.problems import message


@dataclass(frozen=True)
class Said:
    """A sentence beside a field, or above all of them where there is no column."""

    column: str | None
    text: str
    severity: Severity


def standing(
    folder: DeskFolder, entry: EntryDataset, key: Key, number: int = 0
) -> tuple[Said, ...]:
    """The findings of a record as it stands. Raises Refused."""
    there = standing_of(folder.desk, entry, key, number)
    found = folder.checked.problems if there else ()
    return tuple(said(item) for item in found if there and (item.file, item.row) == there.place)


def said(problem: Problem) -> Said:
    """A finding without its place in a file that the clerk never sees."""
    return Said(problem.field, message(replace(problem, row=None, field=None)), problem.severity)
