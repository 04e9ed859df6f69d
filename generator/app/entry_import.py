"""What people typed into sheets goes into the data folder, or back to them with what is wrong.

Nothing is written here: the faces put the files in their places, or the marked copies beside.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.app.entry_differences import differences
from generator.app.entry_findings import check_of, findings_after
from generator.app.entry_merge import Merge, Source, merged
from generator.app.entry_overwritten import overwritten
from generator.app.entry_refused import EntryRefused
from generator.app.entry_template import Desk, open_desk
from generator.entry.columns import EntryDataset
from generator.model.datasets import name_of
from generator.model.problem import Problem
from generator.model.records import Procedure, Unit
from generator.output.progress import doing
from generator.workbooks import guide_sheet
from generator.workbooks.grid import Grid
from generator.workbooks.headings import Heading, SeveralDatasets, heading_of
from generator.workbooks.mark import Mark, marked_copy
from generator.workbooks.open_file import Unopened, grids_of
from generator.workbooks.typed_rows import SheetRows, sheet_rows

NAMED = (name_of(Unit), name_of(Procedure))
"""The datasets whose records others name by what people call them."""
__all__ = ["Import", "Unopened", "make_import"]
HIDDEN = (
    "Trang ẩn “{}” không được nhập. Nếu cần nhập, hãy bỏ ẩn trang (Excel: Unhide) rồi chạy lại."
)
NO_HEADING = "Trang “{}” không được nhập: không thấy dòng tên cột của bộ dữ liệu nào."
TURNED = (
    "Trang “{}” không được nhập: tên cột nằm dọc ở cột đầu. Hãy chuyển hàng thành cột (Excel: chép "
    "bảng, rồi Dán đặc biệt, chọn Chuyển vị) để mỗi dòng là một bản ghi."
)
SEVERAL = "Trang “{}” có thể thuộc nhiều bộ: {}. Hãy chỉ rõ bằng --dataset."
NOTHING = (
    "Không thấy dòng tên cột của bộ dữ liệu nào. Hãy dùng sổ do congkhai template tạo, hoặc giữ "
    "tên cột như trong sổ ấy. Danh sách hồ sơ xuất từ hệ thống một cửa thì nhập bằng lệnh: "
    "congkhai import dossiers TỆP --suggest"
)


@dataclass(frozen=True)
class Typed:
    """One file as people filled it in."""

    name: str
    content: bytes
    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class Import:
    """What an import would do. `general` are findings that no cell of a sheet can carry.

    `notes` say what was left aside; `marks` are by the number of the file.
    """

    files: tuple[Typed, ...]
    merges: tuple[Merge, ...]
    sheets: tuple[SheetRows, ...]
    notes: tuple[str, ...]
    marks: Mapping[int, Sequence[Mark]]
    general: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """True when nothing may be written."""
        marked = any(mark.severity == "error" for marks in self.marks.values() for mark in marks)
        return marked or any(problem.severity == "error" for problem in self.general)

    @property
    def changes(self) -> bool:
        """True when a file of the data folder is to be another one."""
        return any(merge.content != merge.was for merge in self.merges)

    def copies(self) -> Mapping[int, bytes]:
        """The workbooks with their wrong cells marked, by the number of the file."""
        doing("Tô màu các ô phải sửa")
        return {
            number: marked_copy(self.files[number].content, self.files[number].grids, marks)
            for number, marks in self.marks.items()
        }


def make_import(
    data_dir: Path,
    files: Sequence[tuple[str, bytes]],
    example_dir: Path,
    dataset: str | None = None,
) -> Import:
    """Read files, given by name and content, and see what they change.

    Sample rows of workbooks come from the folder of the sample city.
    Raises Refused for a data folder that cannot be read, EntryRefused for a sheet that nobody can
    place, Unopened for a file that is no sheet.
    """
    desk = open_desk(data_dir)
    names = desk.named([dataset] if dataset else ())
    doing("Đọc sổ")
    typed = tuple(Typed(name, content, grids_of(name, content)) for name, content in files)
    notes: list[str] = []
    entries = [desk.entry(name) for name in names]
    headed = [
        (book, grid, heading)
        for book, file in enumerate(typed)
        for grid, heading in _headed(entries, file, notes)
    ]
    if not headed:
        raise EntryRefused(" ".join((*notes, NOTHING)))
    desk, placed = _read(desk, headed)
    merges = tuple(_merges(desk, placed))
    doing("Kiểm tra dữ liệu như sẽ có")
    found = findings_after(check_of(data_dir), merges)
    sheets = tuple(rows for _, rows in placed)
    marks = _with(found.marks, overwritten(desk, example_dir, placed))
    checked = Import(typed, merges, sheets, tuple(notes), marks, found.general)
    if checked.has_errors:
        return checked
    told = replace(found, findings=(*found.findings, *differences(data_dir, merges)))
    return replace(checked, marks=told.marks)


def _with(
    marks: Mapping[int, Sequence[Mark]], more: Iterable[tuple[int, Mark]]
) -> Mapping[int, Sequence[Mark]]:
    """Marks and further ones, by the number of the file."""
    both = {number: list(mine) for number, mine in marks.items()}
    for number, mark in more:
        both.setdefault(number, []).append(mark)
    return both


def _headed(
    entries: Sequence[EntryDataset], file: Typed, notes: list[str]
) -> Iterator[tuple[Grid, Heading]]:
    """The sheets of a file that are of a dataset; of the others is said why they are not."""
    for grid in file.grids:
        if grid.is_empty or grid.name == guide_sheet.NAME:
            continue
        heading = _heading(entries, grid)
        if heading is None:
            if not grid.is_hidden:
                turned = _heading(entries, grid.turned) is not None
                notes.append((TURNED if turned else NO_HEADING).format(grid.name))
        elif grid.is_hidden:
            notes.append(HIDDEN.format(grid.name))
        else:
            yield grid, heading


def _read(
    desk: Desk, headed: Sequence[tuple[int, Grid, Heading]]
) -> tuple[Desk, list[tuple[int, SheetRows]]]:
    """The rows of sheets; what others name is read first, so that they may name what is new."""
    placed = []
    others = [desk.entry(name) for name in desk.names]
    order = [*NAMED, *(name for name in desk.names if name not in NAMED)]
    for book, grid, heading in sorted(
        headed, key=lambda item: order.index(item[2].entry.dataset.name)
    ):
        name = heading.entry.dataset.name
        rows = sheet_rows(grid, replace(heading, entry=desk.entry(name)), desk.city.as_of, others)
        placed.append((book, rows))
        if name in NAMED:
            desk = desk.with_records(name, (row.cells for row in rows.rows))
    return desk, placed


def _heading(entries: Sequence[EntryDataset], grid: Grid) -> Heading | None:
    try:
        return heading_of(grid, entries)
    except SeveralDatasets as several:
        raise EntryRefused(SEVERAL.format(grid.name, ", ".join(several.titles))) from None


def _merges(desk: Desk, placed: Sequence[tuple[int, SheetRows]]) -> Iterator[Merge]:
    for name in desk.names:
        mine = [
            Source(book, rows, row)
            for book, rows in placed
            if rows.heading.entry.dataset.name == name
            for row in rows.rows
        ]
        if mine:
            yield from merged(desk, name, mine)
