"""The files themselves: there, readable, listed in the contract, and no others."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.check.context import finding
from generator.datafolder.table import Tables
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DOSSIERS
from generator.model.problems import Problem

DOSSIER_FOLDER = DOSSIERS


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
