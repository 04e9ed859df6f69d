"""The records of a dataset in a list: what tells one from another, and what is found of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import Key, has_approval, key_of, numbered, read_as
from generator.app.entry_template import Desk
from generator.entry.columns import EntryColumn, EntryDataset
from generator.entry.words import bare
from generator.model import approval
from generator.model.problem import Problem

MOST_COLUMNS = 4
"""So many columns of a record stand in a list, beside what is its key."""
PAGE = 50


@dataclass(frozen=True)
class Line:
    """One record: its key, its cells as people read them, how many errors and warnings it has.

    `number` tells it from others of the same key, and is 0 where there are none.
    """

    key: Key
    cells: tuple[str, ...]
    errors: int = 0
    warnings: int = 0
    is_draft: bool = False
    number: int = 0


@dataclass(frozen=True)
class RecordList:
    """A page of a list, the newest record first; `count` is how many records fit what was asked."""

    entry: EntryDataset
    columns: tuple[EntryColumn, ...]
    lines: tuple[Line, ...]
    count: int
    page: int
    asked: str

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.count // PAGE))


def record_list(folder: DeskFolder, name: str, asked: str = "", page: int = 1) -> RecordList:
    """A page of the records in which every word that is asked for stands. Raises Refused."""
    desk = folder.desk
    entry = desk.entry(name)
    columns = tuple(_told(entry))
    found = [line for line in _lines(folder, entry, columns) if _has(line, asked)]
    found.reverse()
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, page), pages)
    return RecordList(
        entry, columns, tuple(found[(page - 1) * PAGE : page * PAGE]), len(found), page, asked
    )


def _told(entry: EntryDataset) -> Iterator[EntryColumn]:
    """The key, and the first columns that every record has; others where there are not enough."""
    keys = entry.dataset.primary_key
    own = {*keys, *(approval.COLUMNS if has_approval(entry) else ())}
    others = [column for column in entry.columns if column.name not in own]
    wanted = sorted(others, key=lambda column: not column.field.required)[:MOST_COLUMNS]
    yield from (column for column in entry.columns if column.name in keys or column in wanted)


def _lines(
    folder: DeskFolder, entry: EntryDataset, columns: Sequence[EntryColumn]
) -> Iterator[Line]:
    told = counted(folder.checked.problems)
    placed = tuple(folder.desk.placed_rows(entry.dataset.name))
    numbers = numbered(entry, placed)
    for place, row in placed:
        if not any(row.values()):
            continue
        tally = told.get(place, Counter())
        yield Line(
            key_of(entry, row),
            tuple(read_as(column, row.get(column.name, "")) for column in columns),
            tally["error"],
            tally["warning"],
            has_approval(entry) and row.get(approval.STATUS) == approval.DRAFT,
            numbers[place],
        )


def counted(problems: Sequence[Problem]) -> Mapping[tuple[str, int | None], Counter[str]]:
    """How many errors and warnings there are, by file and row."""
    counts: dict[tuple[str, int | None], Counter[str]] = {}
    for problem in problems:
        counts.setdefault((problem.file, problem.row), Counter())[problem.severity] += 1
    return counts


def _has(line: Line, asked: str) -> bool:
    text = bare(" ".join((*line.cells, *line.key)))
    return all(word in text for word in bare(asked).split())


def number_of(desk: Desk, name: str) -> int:
    """How many records a dataset has."""
    return len(desk.rows(name))
