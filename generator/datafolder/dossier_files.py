"""Files of dossiers that the contract names by a pattern: a new quarter is a new file alone."""

from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from generator.model.contract import Contract, Dataset
from generator.model.datasets import DOSSIERS

ANY = "*"


def dossier_file_names(data_dir: Path) -> tuple[str, ...]:
    """What lies in the folder of dossiers and is not hidden, in the order of the names."""
    try:
        names = sorted(path.name for path in (data_dir / DOSSIERS).iterdir())
    except OSError:
        return ()
    return tuple(f"{DOSSIERS}/{name}" for name in names if not name.startswith("."))


def with_found_files(data_dir: Path, contract: Contract) -> Contract:
    """The contract with every file that its patterns of dossiers stand for, each once."""
    datasets = (
        _found(data_dir, dataset) if dataset.name == DOSSIERS else dataset
        for dataset in contract.datasets
    )
    return replace(contract, datasets=tuple(datasets))


def _found(data_dir: Path, dataset: Dataset) -> Dataset:
    if not any(ANY in path for path in dataset.paths):
        return dataset
    there, paths = dossier_file_names(data_dir), dict[str, None]()
    for path in dataset.paths:
        matching = [name for name in there if fnmatchcase(name, path)]
        paths |= dict.fromkeys(matching if ANY in path else [path])
    return replace(dataset, paths=tuple(paths))
