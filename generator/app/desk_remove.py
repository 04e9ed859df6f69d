"""A record is taken out of its file: one that was never published, and that nothing rests on.

What was published is withdrawn, which its page tells. Nothing is written here.
"""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import Key, Row, key_of, standing_of
from generator.app.entry_refused import EntryRefused
from generator.app.restored import SourceUnread, read_source
from generator.app.site_changes import first_site
from generator.datafolder import without_row
from generator.datafolder.table import Table
from generator.entry.columns import EntryDataset
from generator.ledger.openings import record_key
from generator.model.datasets import DATASETS
from generator.model.problem import Problem

Out = Literal["", "ledger", "site"]
"""Where a record was published: nowhere, in a closed edition, on the site that stands now."""
IN_PARQUET = "Bản ghi này nằm trong tệp {}, không phải tệp CSV, nên ở đây không xóa được."


@dataclass(frozen=True)
class Removal:
    """What taking a record out does: its file before and after, and what forbids it.

    `published` says where it was published; `found` is what the check would find anew.
    """

    entry: EntryDataset
    row: Row
    table: Table
    was: bytes
    content: bytes
    published: Out
    found: tuple[Problem, ...]

    @property
    def may_be_done(self) -> bool:
        """True when nothing forbids it."""
        return not self.is_withdrawn and not any(item.severity == "error" for item in self.found)

    @property
    def is_withdrawn(self) -> bool:
        """True of a record that readers have met at an address of its own, or in the ledger."""
        dataset = DATASETS.get(self.entry.dataset.name)
        return bool(self.published and dataset and dataset.is_logged)


def removal(
    folder: DeskFolder, name: str, key: Key, number: int, published: Sequence[Path]
) -> Removal | None:
    """What taking a record out does; None when there is no such record.

    `published` are the places where the published site may lie. Raises Refused, EntryRefused.
    """
    desk = folder.desk
    entry = desk.entry(name)
    there = standing_of(desk, entry, key, number)
    if there is None:
        return None
    table = next(table for table in desk.tables[name] if table.file == there.place[0])
    if table.layout is None:
        raise EntryRefused(IN_PARQUET.format(table.file))
    was = table.path.read_bytes()
    content = without_row(was, there.place[1])
    out: Out = "" if there.is_doubled else published_in(folder, entry, there.row, published)
    made = Removal(entry, there.row, table, was, content, out, ())
    if made.is_withdrawn:
        return made
    return replace(made, found=new_findings(folder, {table.file: content}))


def new_findings(folder: DeskFolder, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What the check finds in the folder with other files, and did not find before.

    Rows below a removed one move up: a finding is told from others without its row.
    """
    before = {_identity(problem) for problem in folder.check({})}
    return tuple(p for p in folder.check(files) if _identity(p) not in before)


def _identity(problem: Problem) -> tuple[object, ...]:
    values = tuple(sorted((name, str(value)) for name, value in problem.values.items()))
    return problem.code, problem.file, problem.field, values


def published_in(
    folder: DeskFolder, entry: EntryDataset, row: Row, published: Sequence[Path]
) -> Out:
    """Where a record was published. Raises Refused."""
    name = entry.dataset.name
    dataset = DATASETS.get(name)
    if dataset and dataset.is_logged:
        logged = record_key(dataset, {column: row.get(column, "") for column in dataset.key})
        if any(line.record == logged for line in folder.chain.lines):
            return "ledger"
    with ExitStack() as opened:
        site = first_site(published, opened)
        try:
            rows = read_source(site).records.get(name) if site else None
        except SourceUnread:
            rows = None
    named = rows.named() if rows else ()
    return "site" if any(key_of(entry, other) == key_of(entry, row) for other in named) else ""
