"""What a clerk sees first: every dataset with its records, drafts, errors and warnings."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import has_approval
from generator.app.desk_list import number_of
from generator.model import approval
from generator.model.contract import Dataset


@dataclass(frozen=True)
class DatasetLine:
    """One dataset: how many records and drafts it has, and how much is found there."""

    dataset: Dataset
    count: int
    drafts: int
    errors: int
    warnings: int


def dataset_lines(folder: DeskFolder) -> tuple[DatasetLine, ...]:
    """Each dataset that is entered by hand, in the order of the contract. Raises Refused."""
    return tuple(_lines(folder))


def _lines(folder: DeskFolder) -> Iterator[DatasetLine]:
    desk = folder.desk
    found = Counter((problem.dataset, problem.severity) for problem in folder.checked.problems)
    for dataset in desk.contract.datasets:
        name, entry = dataset.name, desk.entry(dataset.name)
        drafts = 0
        if has_approval(entry):
            rows = desk.rows(name)
            drafts = sum(row.get(approval.STATUS) == approval.DRAFT for row in rows)
        yield DatasetLine(
            dataset, number_of(desk, name), drafts, found[name, "error"], found[name, "warning"]
        )
