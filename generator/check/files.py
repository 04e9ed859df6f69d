"""The files themselves: there, readable, listed in the contract, and no others."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.check.context import finding
from generator.datafolder.table import Tables
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE
from generator.ledger.ledger import FILES as LEDGER_FILES
from generator.ledger.opening_files import edition_of_file
from generator.ledger.seals import SALTS_FILE as SEAL_SALTS
from generator.model import abbreviations
from generator.model.closed_quarters import SALTS, quarter_of_file
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS, DOSSIERS
from generator.model.problem import Problem
from generator.model.public_copy import NOTES as COPIES
from generator.output.file_exchange import PLAN

DOSSIER_FOLDER = DOSSIERS
OWN_FILES = (
    SETTINGS_FILE,
    CONTRACT_FILE,
    abbreviations.FILE,
    *LEDGER_FILES,
    *COPIES,
)
"""What every data folder may hold beside its datasets."""
NOTES = ("README", "LICENSE", "CHANGELOG", "REPORT")
NOTE_ENDINGS = ("", ".md", ".txt", ".json")
"""What a folder says of itself, and what a check of it said."""


def check_files(data_dir: Path, contract: Contract, tables: Tables) -> Iterator[Problem]:
    """Files that cannot be read, and files of dossiers that nobody would count."""
    for name, files in tables.items():
        for table in files:
            for fault in table.faults:
                place = (fault.code, fault.row, fault.column)
                told = finding(contract.dataset(name), *place, file=table.file)
                yield replace(told, values={**told.values, **fault.values}, unread=True)
    for dataset in contract.datasets:
        if len(dataset.paths) > 1 and dataset.name != DOSSIERS:
            yield finding(
                dataset,
                "dataset-split",
                None,
                file="datapackage.yaml",
                what=dataset.title,
            )
        if dataset.name == DOSSIERS:
            yield from _unlisted(data_dir, dataset)
    for file in stray_files(data_dir, contract):
        yield Problem("file-stray", "warning", "files", file)
    if (data_dir / PLAN).exists():
        yield Problem("import-unfinished", "error", "files", PLAN)


def _unlisted(data_dir: Path, dataset: Dataset) -> Iterator[Problem]:
    listed = set(dataset.paths)
    try:
        there = sorted((data_dir / DOSSIER_FOLDER).iterdir())
    except OSError:
        return
    for path in there:
        file = f"{DOSSIER_FOLDER}/{path.name}"
        if file not in listed and not path.name.startswith("."):
            yield finding(dataset, "file-unlisted", None, file=file)


def stray_files(data_dir: Path, contract: Contract) -> Iterator[str]:
    """What lies in the folder and belongs to no dataset, each folder of such files once.

    In the folder of dossiers all that nobody counts is told of by itself.
    """
    usual = (f"{name}.csv" for name in DATASETS)  # one that is not listed is missed by its dataset
    paths = (path for dataset in contract.datasets for path in dataset.paths)
    listed = {*OWN_FILES, *usual, *paths}
    folders = {
        str(parent)
        for path in (*listed, SALTS, SEAL_SALTS)
        for parent in PurePosixPath(path).parents
    }
    pending = [data_dir]
    while pending:
        folder = pending.pop()
        for path in _entries(folder):
            file = path.relative_to(data_dir).as_posix()
            if file in folders and path.is_dir() and not path.is_symlink():
                pending += [path] * (file != DOSSIER_FOLDER)
            elif file not in listed and not _is_ours(file):
                yield file


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_ours(file: str) -> bool:
    """True for what git and its hosts keep, a note to readers, closed quarters and openings."""
    if file in (SALTS, SEAL_SALTS) or quarter_of_file(file) or edition_of_file(file):
        return True
    name = PurePosixPath(file).name
    hidden = name.startswith(".") and not name.startswith(".~")
    is_note = PurePosixPath(name).suffix.lower() in NOTE_ENDINGS
    return hidden or (is_note and name.partition(".")[0].upper() in NOTES)
