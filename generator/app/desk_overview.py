"""What a clerk sees first: every dataset with its records, drafts, errors and warnings."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import has_approval
from generator.app.desk_list import number_of
from generator.app.sources import read_settings
from generator.model import approval
from generator.model.contract import Dataset
from generator.model.datasets import DOSSIERS


@dataclass(frozen=True)
class DatasetLine:
    """One dataset: how many records and drafts it has, and how much is found there."""

    dataset: Dataset
    count: int
    drafts: int
    errors: int
    warnings: int


NO_DOSSIERS = (
    "Hồ sơ một cửa có rất nhiều dòng nên không nhập từng hồ sơ ở đây. Hãy xuất danh sách từ hệ "
    "thống một cửa, rồi ở cửa sổ lệnh chạy: congkhai import dossiers TỆP. Hướng dẫn có ở bài "
    "“Nhập hồ sơ một cửa”."
)


@dataclass(frozen=True)
class DossierLine:
    """The dossiers, which are taken in as whole files; `count` is how many files there are."""

    dataset: Dataset
    count: int
    errors: int
    warnings: int


def dossier_line(folder: DeskFolder) -> DossierLine | None:
    """What there is of dossiers; None where the contract has none. Raises Refused."""
    _, contract = read_settings(folder.data_dir)
    found = Counter(p.severity for p in folder.checked.problems if p.dataset == DOSSIERS)
    for dataset in contract.datasets:
        if dataset.name == DOSSIERS:
            return DossierLine(dataset, len(dataset.paths), found["error"], found["warning"])
    return None


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
