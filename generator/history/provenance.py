"""When a record became public and what changed of it since, as the commits of the data have it.

Rows are told apart by their ids, so a file may be sorted anew, moved or merged without anything
having happened to a record.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import chain
from pathlib import Path

from generator.edition.revisions import Saved
from generator.history.failures import HistoryRefused
from generator.history.log import FileRevision, revisions
from generator.history.program import GitError, ODBError, Repo
from generator.history.source import PARTIAL, SHORT
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS, NAMING
from generator.model.text import nfc

SETTINGS = "city.yaml"
_AS_OF = re.compile(r"^as_of:\s*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
_Rows = Mapping[str, tuple[str, ...]]
"""The cells of each public row, by its record's id."""


def saved_changes(data_dir: Path, contract: Contract) -> Mapping[str, tuple[Saved, ...]]:
    """What each commit did to the public records, oldest first, by dataset and record id.

    `criticisms/pb-2018-007` is such a key. The folder lies in a repository whose history is whole,
    and everything in it is saved. Raises HistoryRefused when git has not kept what the log
    tells of.
    """
    try:
        return _saved(data_dir, contract)
    except (GitError, ODBError, ValueError):
        raise HistoryRefused(PARTIAL) from None  # a clone without its older blobs


def _saved(data_dir: Path, contract: Contract) -> Mapping[str, tuple[Saved, ...]]:
    public: dict[str, _Rows] = {}
    found: dict[str, list[Saved]] = {}
    with Repo(data_dir, search_parent_directories=True) as repo:
        folder = data_dir.resolve().relative_to(Path(str(repo.working_tree_dir)).resolve())
        for revision, dataset, rows in _states(repo, folder, contract):
            for record, saved in _compared(revision, dataset, public.get(dataset.name, {}), rows):
                found.setdefault(f"{dataset.name}/{record}", []).append(saved)
            public[dataset.name] = rows
    return {key: tuple(saved) for key, saved in found.items()}


def _states(
    repo: Repo, folder: Path, contract: Contract
) -> Iterator[tuple[FileRevision, Dataset, _Rows]]:
    """The public rows of each dataset after each commit that may have changed them.

    A record is public from its approval on, which the day of the settings decides.
    """
    settings = (folder / SETTINGS).as_posix()
    files = {
        known.name: tuple((folder / p).as_posix() for p in contract.dataset(known.name).paths)
        for known in NAMING
    }
    texts: dict[str, str] = {}
    for revision in revisions(repo, (settings, *chain.from_iterable(files.values()))):
        texts |= {path: _text(repo, blob) for path, blob in revision.blobs.items()}
        day = _AS_OF.search(texts.get(settings, ""))
        for name, paths in files.items():
            if not revision.blobs.keys().isdisjoint((settings, *paths)):
                dataset, rows = contract.dataset(name), dict[str, tuple[str, ...]]()
                for path in paths:
                    rows |= _public(texts.get(path, ""), dataset, day.group(1) if day else "")
                yield revision, dataset, rows


def _text(repo: Repo, blob: str) -> str:
    """A file's text; empty for none."""
    if not blob.strip("0"):
        return ""
    content: bytes = repo.odb.stream(bytes.fromhex(blob)).read()
    return nfc(content.decode("utf-8-sig", errors="replace"))


def _columns(dataset: Dataset) -> tuple[str, ...]:
    columns = DATASETS[dataset.name].columns
    return tuple(name for name, column in columns.items() if column.published)


def _public(text: str, dataset: Dataset, as_of: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(record id, cells) of the rows that were public; what cannot be read was published never."""
    columns = _columns(dataset)
    rows = csv.DictReader(StringIO(text, newline=""), restval="")
    try:
        for row in rows:
            cells = {name: str(row.get(name) or "").strip() for name in (*columns, "status")}
            if cells["status"] == "approved" and "" < cells["approved_on"] <= as_of:
                yield cells["record_id"], tuple(cells[name] for name in columns)
    except csv.Error:
        return


def _compared(
    revision: FileRevision, dataset: Dataset, old: _Rows, new: _Rows
) -> Iterator[tuple[str, Saved]]:
    commit, columns = revision.commit[:SHORT], _columns(dataset)
    for record in sorted(old.keys() | new.keys()):
        if record not in old:
            yield record, Saved(commit, revision.on, "published")
        elif record not in new:
            yield record, Saved(commit, revision.on, "removed")
        elif old[record] != new[record]:
            pairs = zip(columns, old[record], new[record], strict=True)
            fields = tuple(name for name, before, after in pairs if before != after)
            yield record, Saved(commit, revision.on, "changed", fields)
