"""Lay a small world: its own files, and what every data folder has by the project's contract.

The worlds of `tests/datasets/` hold only what is theirs. `datapackage.yaml` is the project's, with
the differences of the world's `contract.yaml` if there is one; a dataset without a file is an
empty table, and a column that a file does not have stays empty.
"""

import csv
import shutil
from pathlib import Path
from typing import Any

import yaml

from worlds.paths import DATA

CHANGES = "contract.yaml"
CONTRACT = "datapackage.yaml"


def lay(world: Path, folder: Path) -> Path:
    """Lay the world into a folder that may be there already; return the folder."""
    shutil.copytree(world, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(CHANGES))
    text = (DATA / CONTRACT).read_text("utf-8")
    if (world / CHANGES).exists():
        changes = _parsed((world / CHANGES).read_text("utf-8"))
        text = yaml.safe_dump(_changed(_parsed(text), changes), allow_unicode=True, sort_keys=False)
    (folder / CONTRACT).write_text(text, "utf-8", newline="\n")
    for dataset in _parsed(text)["resources"]:
        columns = [field["name"] for field in dataset["schema"]["fields"]]
        paths = dataset["path"]
        for path in [paths] if isinstance(paths, str) else paths:
            _complete(folder / path, columns)
    return folder


def _parsed(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _changed(value: Any, changes: Any) -> Any:
    """Mappings merge, and so do lists of things with names; all else is replaced."""
    if not isinstance(changes, dict):
        return changes
    if isinstance(value, list):
        return [_changed(item, changes.get(item["name"], {})) for item in value]
    return value | {key: _changed(value.get(key), part) for key, part in changes.items()}


def _complete(path: Path, columns: list[str]) -> None:
    """Give a table the columns that it lacks; one that lacks none keeps its bytes."""
    if not path.exists():
        path.write_text(",".join(columns) + "\n", "utf-8", newline="\n")
        return
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if set(columns) <= set(reader.fieldnames or ()):
            return
        rows = list(reader)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
