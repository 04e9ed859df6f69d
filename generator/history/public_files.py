"""What of a data folder's files is public today, as they were at any commit: all else is left out.

A row of a record that is not public, a draft above all, is left out of every version; of a record
out of force a mark stands where the person's name stood, as in the public form. The ledger's lines
stay byte for byte, and no salt stays that would let an ended name be guessed.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.ledger import chain, witnesses
from generator.ledger.entries import forgotten_salts
from generator.ledger.opening_files import FOLDER, edition_of_file
from generator.ledger.openings import (
    NAME,
    RETRACTED,
    UNSHOWN,
    Group,
    group_of,
    parse_openings,
    render_openings,
)
from generator.model import abbreviations, closed_quarters
from generator.model.anonymise import REMOVED, name_remover, names_remover
from generator.model.columns import HIDDEN, Column
from generator.model.datasets import DATASETS, DOSSIERS, LOGGED, Descriptor, name_of
from generator.model.public import Standing
from generator.model.records import Contest, Correction
from generator.model.text import fold

_MARKS: Mapping[Group, str] = {NAME: REMOVED, RETRACTED: "(đã rút lại)"}
"""What stands where something stood that is not public any more."""
WHOLE = ("city.yaml", "datapackage.yaml", abbreviations.FILE)
"""Files of which everything is public."""
_Row = dict[str, str]
BECAME_KNOWN = {name_of(Correction): "published_on", name_of(Contest): "opened_on"}
"""The column of the day before which nothing of a row is public."""


@dataclass(frozen=True)
class PublicFiles:
    """The rules for one copy.

    `datasets` names each file's dataset by its path in the data folder; of `standing` are the
    public records by id, on the day `as_of`. `people` are all persons' names that a record ever
    bore, by its id; `kept` the names in force today, and those of units, which are no secret.
    """

    datasets: Mapping[str, str]
    standing: Mapping[str, Standing]
    as_of: date
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    with_dossiers: bool = False

    @cached_property
    def ended(self) -> frozenset[str]:
        """Every person's name that no record in force bears."""
        kept = {fold(name) for name in self.kept}
        names = frozenset[str]().union(*self.people.values())
        return frozenset(name for name in names if fold(name) not in kept)

    @cached_property
    def without_ended(self) -> Callable[[str], str]:
        """What takes every ended name out of a text, where it stands whole."""
        return names_remover(self.ended)

    def of_message(self, text: str) -> str:
        """What of a commit's or a tag's message is public: shortened names leave it, too."""
        for name in sorted(self.ended):
            text = name_remover(name)(text)
        return self.without_ended(text)

    def of_file(self, name: str, content: bytes) -> bytes | None:
        """What of a version of a file is public; None when nothing is."""
        dataset = self.datasets.get(name)
        if name in (chain.FILE, witnesses.FILE):
            return content
        if name.startswith(f"{FOLDER}/"):
            return self._openings(content) if edition_of_file(name) else None
        if dataset == DOSSIERS or name.startswith(f"{closed_quarters.FOLDER}/"):
            return self._counted(content, is_table=dataset == DOSSIERS)
        if dataset is None and name not in WHOLE:
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return b""
        known = DATASETS.get(dataset or "")
        kept = self._table(known, text) if known else self.without_ended(text)
        return content if kept == text else kept.encode()

    def holds_ended(self, content: bytes) -> bool:
        """True when an ended name stands in what would be copied."""
        text = content.decode("utf-8", "replace")
        return self.without_ended(text) != text

    def _is_in_force(self, record_id: str) -> bool:
        return self.standing.get(record_id) == "in_force"

    def _counted(self, content: bytes, *, is_table: bool) -> bytes | None:
        """Dossiers and counts: all of them, or of dossiers the names of their columns alone."""
        if self.with_dossiers:
            return content
        return content.partition(b"\n")[0] + b"\n" if is_table else None

    def _openings(self, content: bytes) -> bytes:
        try:
            opened = parse_openings(content).values()
        except (ValueError, TypeError, RecursionError):
            return b""
        kept = [o.without(forgotten_salts(o.record, self.standing)) for o in opened]
        return content if kept == list(opened) else render_openings(kept)

    def _table(self, dataset: Descriptor, text: str) -> str:
        """A table's public rows; the very text where all of it is public."""
        try:
            header, *rows = rows_of(text)
        except (csv.Error, ValueError):
            return ""
        kept = [cells for row in rows if (cells := self._row(dataset, header, row)) is not None]
        return text if kept == rows else written(header, kept)

    def _row(self, dataset: Descriptor, header: list[str], cells: list[str]) -> list[str] | None:
        row = dict(zip(header, cells, strict=False))
        if not self._is_public(dataset, row):
            return None
        without = self._without(dataset, row)
        stands = self._standing(dataset, row)
        of_person = dataset.names_people and row.get("subject_kind") != "unit"
        kept = [
            self._cell(dataset, name, value, stands, without, is_person=of_person)
            for name, value in row.items()
        ]
        return kept + [""] * (len(cells) - len(kept))

    def _is_public(self, dataset: Descriptor, row: _Row) -> bool:
        """True of a row that may be shown, by what it says and by what became of its record."""
        if dataset.names_people and row.get("status") != "approved":
            return False
        told_on = BECAME_KNOWN.get(dataset.name)
        if told_on and row.get(told_on, "") > str(self.as_of):
            return False
        return dataset not in LOGGED or _id_of(dataset, row) in self.standing

    def _standing(self, dataset: Descriptor, row: _Row) -> Standing:
        return self.standing.get(_id_of(dataset, row), "in_force")

    def _without(self, dataset: Descriptor, row: _Row) -> Callable[[str], str]:
        """What takes ended names out of a row's cells; of its own record's also the shortened."""
        record_id = _id_of(dataset, row)
        if dataset not in LOGGED or self._is_in_force(record_id):
            return self.without_ended
        own = [name_remover(name) for name in sorted(self.people.get(record_id, ()))]

        def without(text: str) -> str:
            for remove in own:
                text = remove(text)
            return self.without_ended(text)

        return without

    def _cell(
        self,
        dataset: Descriptor,
        name: str,
        value: str,
        stands: Standing,
        without: Callable[[str], str],
        *,
        is_person: bool,
    ) -> str:
        column = dataset.columns.get(name, HIDDEN)
        if not (column.published or column.aired or name == "status"):
            return ""
        if mark := _mark(column, stands, is_person=is_person):
            return mark if value and column.published else ""
        return without(value)


def _mark(column: Column, stands: Standing, *, is_person: bool) -> str:
    """What stands in place of a cell that is not public any more; empty for one that is."""
    return _MARKS[group] if (group := group_of(column, is_person)) in UNSHOWN[stands] else ""


def _id_of(dataset: Descriptor, row: _Row) -> str:
    return row.get(dataset.key[0], "") if dataset.key else ""


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV file, its header first. Raises csv.Error, and ValueError without one."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if not rows:
        raise ValueError(text)
    return rows


def written(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A CSV file as text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([header, *rows])
    return text.getvalue()
