"""A form that was filled in is one typed row: read, put among the others and checked as any import.

Nothing is written here: the face puts the file in its place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import (
    Form,
    Key,
    Row,
    Standing,
    filled_form,
    fixed_columns,
    has_approval,
    key_of,
    standing_of,
    written_row,
)
from generator.app.desk_said import Said
from generator.app.entry_findings import Finding, findings_after
from generator.app.entry_merge import Merge, Source, merged
from generator.app.entry_template import Desk
from generator.entry.columns import EntryDataset
from generator.model import approval
from generator.model.problem import Problem
from generator.model.text import vn_date
from generator.workbooks.grid import Grid
from generator.workbooks.headings import Heading
from generator.workbooks.typed_rows import CLEARED, SheetRows, typed_row

GONE = (
    "Bản ghi này không còn trong tệp: có người vừa xóa hoặc đổi mã. Hãy mở lại danh sách để xem. "
    "Nội dung vừa ghi vẫn còn ở dưới."
)
CHANGED = (
    "Trong lúc bản ghi này đang mở, có người đã sửa nó trong tệp. Chưa ghi gì cả. Dưới đây là điều "
    "đang có trong tệp cùng với chỗ vừa ghi; hãy xem lại rồi lưu lần nữa."
)
IN_FILE = "Trong tệp nay là “{}”, khác điều vừa ghi."
EMPTY = "(trống)"
TAKEN = "“{}” đã là của một bản ghi có sẵn. Hãy mở bản ghi ấy để sửa, hoặc ghi mã khác."
NOTHING = "Chưa ghi gì để lưu."
SAME = "Không có gì thay đổi so với trong tệp."


@dataclass(frozen=True)
class Typed:
    """A form as it came back: the record that it was opened of, and what stands in its fields.

    `key` is None of a new record; `opened` is the record as it stood when the form was opened.
    `number` tells it from others of the same key.
    """

    dataset: str
    key: Key | None
    opened: Row
    texts: Mapping[str, str]
    number: int = 0


@dataclass(frozen=True)
class Entered:
    """What a form does: the form as it is shown again, what is said of it, what it changes.

    Without a `merge` nothing can be written; `is_idle` says that there is nothing to write.
    """

    form: Form
    said: tuple[Said, ...]
    merge: Merge | None = None
    general: tuple[Problem, ...] = ()
    is_idle: bool = False

    @property
    def has_errors(self) -> bool:
        """True when nothing may be written."""
        severities = {*(s.severity for s in self.said), *(p.severity for p in self.general)}
        return "error" in severities

    @property
    def may_be_written(self) -> bool:
        """True when the file is to be another one, and nothing forbids it."""
        return self.merge is not None and bool(self.merge.changes) and not self.has_errors


def approved(typed: Typed, day: date) -> Typed:
    """The form with the record approved, on a day where it names none."""
    texts = {**typed.texts, approval.STATUS: approval.APPROVED}
    if not texts.get(approval.APPROVED_ON):
        texts[approval.APPROVED_ON] = vn_date(day)
    return replace(typed, texts=texts)


def as_draft(typed: Typed) -> Typed:
    """The form with the record approved by nobody yet."""
    return replace(
        typed, texts={**typed.texts, approval.STATUS: approval.DRAFT, approval.APPROVED_ON: ""}
    )


def enter(folder: DeskFolder, typed: Typed, *, whole: bool = True) -> Entered:
    """What a form changes and what is wrong with it; without `whole`, as far as its row can tell.

    Raises Refused for a folder that cannot be read.
    """
    desk = folder.desk
    entry = desk.entry(typed.dataset)
    there = standing_of(desk, entry, typed.key, typed.number) if typed.key else None
    if typed.key and there is None:
        return _refused(entry, typed, None, GONE)
    if there and there.row != typed.opened:
        return _conflict(entry, typed, there)
    source = _source(entry, typed, there, desk.city.as_of)
    if source is None:
        refused = _refused(entry, typed, there, SAME if typed.key else NOTHING)
        return replace(refused, is_idle=True)
    (merge,) = merged(desk, typed.dataset, [source])
    form = filled_form(entry, there, typed.key, typed.opened, typed.texts)
    if said := tuple(_misplaced(desk, typed, merge)):
        return Entered(form, said, merge)
    found = findings_after(folder.check if whole else _unchecked, [merge])
    return Entered(form, tuple(map(_said, found.findings)), merge, found.general)


def _unchecked(_: Mapping[str, bytes]) -> tuple[Problem, ...]:
    return ()


def _said(finding: Finding) -> Said:
    text = finding.text[:1].upper() + finding.text[1:]
    return Said(finding.column, text, finding.severity)


def _refused(entry: EntryDataset, typed: Typed, there: Standing | None, why: str) -> Entered:
    form = filled_form(entry, there, typed.key, there.row if there else typed.opened, typed.texts)
    return Entered(form, (Said(None, why, "error"),))


def _conflict(entry: EntryDataset, typed: Typed, there: Standing) -> Entered:
    """The form on the record as it is now: what was typed stays, what was not is as in the file."""
    now = there.row
    opened, current = written_row(entry, typed.opened), written_row(entry, now)
    own = {n: text for n, text in typed.texts.items() if plain(text) != plain(opened.get(n, ""))}
    form = filled_form(entry, there, typed.key, now, {**current, **own})
    said = [Said(None, CHANGED, "error")]
    for column in entry.columns:
        name = column.name
        if name in own and current[name] not in (opened[name], own[name]):
            said.append(Said(name, IN_FILE.format(current[name] or EMPTY), "warning"))
    return Entered(form, tuple(said))


def _misplaced(desk: Desk, typed: Typed, merge: Merge) -> Iterator[Said]:
    """A record that is given the key of another one, which an import would amend."""
    keys = {key_of(merge.entry, row) for row in desk.rows(typed.dataset)}
    for source in (*merge.same, *(change.source for change in merge.changes)):
        key = key_of(merge.entry, source.row.cells)
        if key != typed.key and key in keys:
            yield _taken(merge, source.row.cells)


def _taken(merge: Merge, cells: Row) -> Said:
    names = merge.entry.dataset.primary_key
    told = filter(None, (cells.get(name) for name in names))
    return Said(names[0], TAKEN.format(", ".join(told)), "error")


def _source(
    entry: EntryDataset, typed: Typed, there: Standing | None, today: date
) -> Source | None:
    """What was typed as the one row of a sheet; None where nothing was, or nothing is other."""
    opened, fixed = written_row(entry, typed.opened), fixed_columns(entry, there)
    names = [column.name for column in entry.columns]
    other = {name: _cell(typed, name, opened) for name in names if name not in fixed}
    if not {name for name, cell in other.items() if cell} - _given(entry, typed):
        return None
    # a record's key stays where nothing else is typed; the reader of a cell takes either form
    keys = {name: typed.opened[name] for name in entry.dataset.primary_key if typed.key}
    cells = [other.get(name) or keys.get(name, "") for name in names]
    heading = Heading(entry, 0, {name: place for place, name in enumerate(names)}, {})
    grid = Grid(entry.dataset.title, ([c.field.title for c in entry.columns], cells))
    filled = {name for name, cell in zip(names, cells, strict=True) if cell}
    row = typed_row(grid, heading, 1, filled, today)
    return Source(0, SheetRows(grid, heading, (row,), {}), row, there.place if there else None)


def _given(entry: EntryDataset, typed: Typed) -> set[str]:
    """The columns that are filled in without anybody's doing: alone they are no record."""
    if typed.key:
        return set()
    own = {approval.STATUS} if has_approval(entry) else set()
    return own | ({entry.numbered} if entry.numbered else set())


def _cell(typed: Typed, name: str, opened: Row) -> str:
    """A cell as a sheet would have it: blank where nothing is to change."""
    text, before = plain(typed.texts.get(name, opened[name])), plain(opened[name])
    if text == before:
        return ""
    return text or CLEARED


def plain(text: str) -> str:
    """A text as it is compared: a browser ends lines in its own way."""
    return " ".join(text.split())
