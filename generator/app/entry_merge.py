"""What typed rows change in a dataset's file: which records are new, which cells are others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.app.entry_refused import EntryRefused
from generator.app.entry_template import Desk
from generator.app.sources import Refused
from generator.datafolder import with_rows
from generator.datafolder.table import Table
from generator.entry.cells import Unread, sentence
from generator.entry.columns import EntryColumn, EntryDataset
from generator.entry.read import read_cell
from generator.entry.written import shown_key
from generator.model.problem import Problem
from generator.workbooks.typed_rows import SheetRows, TypedRow

Key = tuple[str, ...]
Row = Mapping[str, str]
NO_CSV = (
    "Bộ “{}” có bản ghi nằm trong tệp {}, không phải tệp CSV, nên ở đây không ghi vào được. Hãy "
    "sửa ở nơi đã xuất ra tệp ấy rồi chép tệp mới vào thư mục dữ liệu."
)


@dataclass(frozen=True)
class Source:
    """Where a typed row stands: the number of its file among those that were given, its sheet.

    `amends` is the place of the record that it amends, where the key does not tell it: its file and
    its row there.
    """

    book: int
    rows: SheetRows
    row: TypedRow
    amends: tuple[str, int] | None = None


@dataclass(frozen=True)
class CellChange:
    """One cell of a record that is there already: what stands in it, and what is to."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One record that is new or other: its row in the file as it will be, and where it was typed.

    `cells` are the changed ones of a record that is there, `row` the whole record of a new one.
    `doubtful` are the columns whose cells say nothing yet, because they are missing or unread.
    """

    key: Key
    number: int
    source: Source
    cells: tuple[CellChange, ...] = ()
    row: Row = field(default_factory=dict, hash=False)
    doubtful: frozenset[str] = frozenset()

    @property
    def is_new(self) -> bool:
        """True of a record that the file has not."""
        return not self.cells


@dataclass(frozen=True)
class Fault:
    """Why a cell of a typed row cannot be taken; without a column it is of the whole row."""

    source: Source
    column: str | None
    text: str


@dataclass(frozen=True)
class Merge:
    """What typed rows do to one dataset: the file before and after, changes, what is wrong.

    `content` has stand-ins where cells say nothing yet, `other` has others: what is found with both
    is wrong whatever the cells will say. Without such cells the two are one.
    """

    entry: EntryDataset
    table: Table
    was: bytes
    content: bytes
    other: bytes
    changes: tuple[Change, ...]
    same: tuple[Source, ...]
    faults: tuple[Fault, ...]


def merged(desk: Desk, name: str, sources: Sequence[Source]) -> tuple[Merge, ...]:
    """Put typed rows into the files of a dataset: new records into its last one. Raises OSError.

    A row that cannot be read whole is put in as far as it can be, so that all that is wrong with it
    is found at once.
    """
    tables = written_tables(desk, name)
    keys = desk.contract.dataset(name).primary_key
    homes = {
        tuple(row.get(key, "") for key in keys): place for place, row in desk.placed_rows(name)
    }
    mine: dict[str, list[Source]] = {}
    for source in sources:
        key = tuple(source.row.cells.get(name, "") for name in keys)
        file, _ = source.amends or homes.get(key) or (tables[-1].file, 0)
        mine.setdefault(file, []).append(source)
    return tuple(
        _Merging(desk, name, table).take(mine[table.file])
        for table in desk.tables[name]
        if table.file in mine
    )


def written_tables(desk: Desk, name: str) -> Sequence[Table]:
    """The CSV files of a dataset: they alone are written. Raises Refused, EntryRefused."""
    require_sound(desk, name)
    tables = desk.tables[name]
    found = [table for table in tables if table.layout is not None]
    if not found:
        raise EntryRefused(NO_CSV.format(desk.contract.dataset(name).title, tables[0].file))
    return found


def require_sound(desk: Desk, name: str) -> None:
    """Stop where a file of a dataset cannot be read. Raises Refused."""
    for table in desk.tables[name]:
        if table.faults:
            fault = table.faults[0]
            place = (name, table.file, fault.row, fault.column)
            raise Refused([Problem(fault.code, "error", *place, fault.values, unread=True)])


def stand_in(column: EntryColumn, today: date, variant: int) -> str:
    """What may stand in a cell that says nothing, so that the rest of its record can be checked."""
    if column.field.enum:
        return column.field.enum[-variant]
    match column.kind:
        case "day":
            return (today - timedelta(days=400 * variant)).isoformat()
        case "whole" | "number":
            return str(1 + variant)
        case "choice" if column.field.type == "boolean":
            return ("true", "false")[variant]
    return ""


class _Merging:
    """The rows of one file of a dataset while others are put among them."""

    def __init__(self, desk: Desk, name: str, table: Table) -> None:
        if table.layout is None:
            title = desk.contract.dataset(name).title
            raise EntryRefused(NO_CSV.format(title, table.file))
        self.entry, self.table = desk.entry(name), table
        placed = [(at, row) for (file, at), row in desk.placed_rows(name) if file == table.file]
        self.rows = {number: row for number, row in placed if row}
        self.known = {self._key(row): number for number, row in self.rows.items()}
        self.numbers = [row.get(self.entry.numbered or "", "") for row in desk.rows(name)]
        self.end = len(placed) + 2
        self.today, self.faults = desk.city.as_of, list[Fault]()
        self.taken: dict[Key, Source] = {}
        self.changes: list[Change] = []
        self.same: list[Source] = []

    def _key(self, row: Row) -> Key:
        return tuple(row.get(name, "") for name in self.entry.dataset.primary_key)

    def take(self, sources: Sequence[Source]) -> Merge:
        for source in sources:
            if source.row.refused:
                self.faults.append(Fault(source, None, str(source.row.refused)))
                continue
            self.faults += (
                Fault(source, name, str(why)) for name, why in source.row.unread.items()
            )
            if key := self._keyed(source):
                self._put(key, source)
        was = self.table.path.read_bytes()
        content, other = self._content(was, 0), self._content(was, 1)
        found = tuple(self.changes), tuple(self.same), tuple(self.faults)
        return Merge(self.entry, self.table, was, content, other, *found)

    def _content(self, was: bytes, variant: int) -> bytes:
        if not self.changes:
            return was
        changed = {c.number: {x.column: x.after for x in c.cells} for c in self.changes if c.cells}
        added = [self._whole(change, variant) for change in self.changes if change.is_new]
        return with_rows(was, changed, added)

    def _whole(self, change: Change, variant: int) -> Row:
        columns = (self.entry.column(name) for name in change.doubtful)
        return {**change.row, **{c.name: stand_in(c, self.today, variant) for c in columns}}

    def _keyed(self, source: Source) -> Key:
        """The key of a row; a free one where it has none, and none where none can be given."""
        row, names = source.row, self.entry.dataset.primary_key
        wanted = [name for name in names if self.entry.column(name).field.required]
        lacking = [name for name in wanted if not row.cells.get(name) and name not in row.unread]
        self.faults += (Fault(source, name, self._lacks(name)) for name in lacking)
        if not lacking and not any(name in row.unread for name in names):
            self.faults += self._only_counted(source)
            return self._key(row.cells)
        return tuple(self._free()) if self.entry.numbered else ()

    def _only_counted(self, source: Source) -> Iterator[Fault]:
        """A number of the row where the id of a new record should stand."""
        name, like = self.entry.numbered or "", self.entry.number_like
        typed = source.row.cells.get(name, "")
        if typed.isdecimal() and like and not like.isdecimal() and (typed,) not in self.known:
            free = "".join(self._free()[:1]) or like
            said = sentence("key-only-number", {"value": typed, "free": free})
            yield Fault(source, name, said)

    def _lacks(self, name: str) -> str:
        free = self._free() if name == self.entry.numbered else []
        title = self.entry.column(name).field.title
        return sentence("key-lacking-free" if free else "key-lacking", {
            "title": title, "free": free[0] if free else ""
        })  # fmt: skip

    def _free(self) -> list[str]:
        keys = [*self.numbers, *(key[0] for key in self.taken)]
        return self.entry.free_keys(keys, self.today.year)

    def _put(self, key: Key, source: Source) -> None:
        if key in self.taken:
            self._again(key, source)
            return
        self.taken[key] = source
        number = source.amends[1] if source.amends else self.known.get(key)
        if number:
            self._amend(key, number, self.rows[number], source)
        else:
            row = {name: cell for name, cell in source.row.cells.items() if cell}
            row |= dict(zip(self.entry.dataset.primary_key, key, strict=True))
            doubtful = frozenset(self._doubtful(row, source))
            self.changes.append(Change(key, self.end, source, row=row, doubtful=doubtful))
            self.end += 1

    def _doubtful(self, row: Row, source: Source) -> Iterator[str]:
        """The cells of a new record that say nothing; of those that are missing, that they are."""
        for column in self.entry.columns:
            if column.name in source.row.unread and column.name not in row:
                yield column.name
            elif column.field.required and column.name not in row:
                self.faults.append(Fault(source, column.name, sentence("cell-lacking", {})))
                yield column.name

    def _again(self, key: Key, source: Source) -> None:
        """The same record a second time: as it was, it is nothing new; otherwise it is wrong."""
        first = self.taken[key]
        if first.row.cells == source.row.cells:
            self.same.append(source)
            return
        place = f"{first.rows.grid.name}, dòng {first.row.number + 1}"
        said = sentence("key-twice", {"value": shown_key(self.entry, key), "place": place})
        self.faults.append(Fault(source, self.entry.dataset.primary_key[0], said))

    def _amend(self, key: Key, number: int, row: Row, source: Source) -> None:
        cells = tuple(self._changed(row, source.row.cells))
        if cells:
            self.changes.append(Change(key, number, source, cells))
        elif not source.row.unread:
            self.same.append(source)

    def _changed(self, row: Row, typed: Row) -> Iterable[CellChange]:
        for column in self.entry.columns:
            before, after = row.get(column.name, ""), typed.get(column.name)
            if after is not None and after not in (before, self._meant(column.name, before)):
                yield CellChange(column.name, before, after)

    def _meant(self, name: str, cell: str) -> str:
        """What a cell of the file means: a day and its time may be written in several ways."""
        try:
            return read_cell(self.entry.column(name), cell)
        except Unread:
            return cell
