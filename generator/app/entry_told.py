"""What an import will change, or what is wrong with it, for the person who is asked."""

from collections.abc import Iterator, Sequence

from generator.app.entry_import import Import
from generator.app.entry_merge import Change, Merge
from generator.entry.cells import is_blank
from generator.entry.columns import EntryColumn
from generator.entry.written import shown_key, shown_text
from generator.model.problems import render_text, visible
from generator.workbooks.headings import plain
from generator.workbooks.mark import Mark
from generator.workbooks.marked_cells import column_name
from generator.workbooks.typed_rows import ONLY_NUMBER, SAMPLE, SheetRows

MOST_LINES = 200
NOTHING = "Không có gì thay đổi: mọi dòng đã có trong dữ liệu, đúng như trong tệp."
NOTHING_TYPED = (
    "Không có gì để nhập: sổ chưa ghi bản ghi nào. Hãy ghi từ dòng trống đầu tiên dưới tên cột và "
    "các dòng ví dụ, lưu sổ rồi nhập lại."
)
HEADINGS_ALONE = "Trang “{}” chỉ có dòng tên cột, chưa ghi bản ghi nào nên không có gì để nhập."
MOST_PLACES = 10
EMPTY = "(trống)"
WORDS = {"error": "Lỗi.", "warning": "Lưu ý."}


def told_changes(found: Import) -> str:
    """Record by record, and cell by cell of those that are there already."""
    parts = ["\n".join(_of_merge(merge)) for merge in found.merges]
    notes = told_notes(found)
    return "\n\n".join([*parts, *([notes] if notes else [])])


def nothing_told(found: Import) -> str:
    """Why nothing is to change: all is there already, or nobody has typed anything."""
    return NOTHING if found.merges else NOTHING_TYPED


def told_notes(found: Import) -> str:
    """What of the files is left aside, so that nobody thinks that it was taken."""
    lines = [*found.notes, *(line for rows in found.sheets for line in _left_aside(rows))]
    return "\n".join(lines)


def told_errors(found: Import) -> str:
    """Every mark with its sheet and cell, then what the check finds elsewhere."""
    lines = []
    for number, marks in sorted(found.marks.items()):
        lines.append(found.files[number].name)
        lines += _some(sorted(map(_of_mark, marks)))
    general = render_text(list(found.general), "vi") if found.general else ""
    return "\n\n".join(part for part in ("\n".join(line for line in lines), general) if part)


def _of_mark(mark: Mark) -> tuple[str, int, int, str]:
    place = f"{column_name(mark.column)}{mark.row + 1}"
    text = f"  {WORDS[mark.severity]} Trang “{visible(mark.sheet)}”, ô {place}: {mark.text}"
    return mark.sheet, mark.row, mark.column, text


def _some(marks: Sequence[tuple[str, int, int, str]]) -> list[str]:
    told = [text for *_, text in marks[:MOST_LINES]]
    rest = len(marks) - len(told)
    return [*told, *([f"  … và {rest} chỗ khác, xem bản sao."] if rest > 0 else [])]


def _of_merge(merge: Merge) -> Iterator[str]:
    new = [change for change in merge.changes if change.is_new]
    other = [change for change in merge.changes if not change.is_new]
    yield (
        f"{merge.entry.dataset.title} ({merge.table.file}): thêm {len(new)}, sửa {len(other)}, "
        f"không đổi {len(merge.same)}."
    )
    lines = [*(_new(merge, change) for change in new), *_cells(merge, other)]
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield f"  … và {len(lines) - MOST_LINES} dòng khác."


def _new(merge: Merge, change: Change) -> str:
    keys = merge.entry.dataset.primary_key
    cells = (
        _shown(column, change.row[column.name])
        for column in merge.entry.columns
        if column.name not in keys and change.row.get(column.name)
    )
    return f"  + {_key(merge, change)}: {'; '.join(cells)}"


def _cells(merge: Merge, changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        for cell in change.cells:
            column = merge.entry.column(cell.column)
            before, after = _shown(column, cell.before), _shown(column, cell.after)
            yield f"  ~ {_key(merge, change)}, {column.field.title}: {before} → {after}"


def _key(merge: Merge, change: Change) -> str:
    return visible(shown_key(merge.entry, change.key))


def _shown(column: EntryColumn, cell: str) -> str:
    return visible(shown_text(column, cell)) or EMPTY


def _quoted(labels: Sequence[str]) -> str:
    return ", ".join(f"“{visible(label)}”" for label in labels)


def _left_aside(rows: SheetRows) -> Iterator[str]:
    """Columns that nobody knows, and rows that are no records; not what the workbook came with."""
    name = visible(rows.grid.name)
    if not rows.rows and not rows.left:
        yield HEADINGS_ALONE.format(name)
    known = {plain(rows.heading.entry.column(name).field.title) for name in rows.heading.places}
    again = [label for label in rows.heading.unknown.values() if plain(label) in known]
    others = [label for label in rows.heading.unknown.values() if plain(label) not in known]
    if others:
        yield f"Trang “{name}”: không nhập cột {_quoted(others)} vì bộ dữ liệu không có cột ấy."
    if again:
        yield f"Trang “{name}”: cột {_quoted(again)} có hai lần, chỉ nhập cột đứng trước."
    if nameless := list(_nameless(rows)):
        yield f"Trang “{name}”: không nhập ô {_few(nameless)} vì cột ấy không có tên."
    reasons: dict[str, list[int]] = {}
    for number, why in rows.left.items():
        if why not in (SAMPLE, ONLY_NUMBER):
            reasons.setdefault(why, []).append(number + 1)
    for why, numbers in reasons.items():
        yield f"Trang “{name}”: không nhập dòng {_few(numbers)} ({why})."


def _few(places: Sequence[object]) -> str:
    rest = ", …" if len(places) > MOST_PLACES else ""
    return ", ".join(map(str, places[:MOST_PLACES])) + rest


def _nameless(rows: SheetRows) -> Iterator[str]:
    """The cells of records in which something stands though their column has no name."""
    heading, named = rows.heading, {*rows.heading.places.values(), *rows.heading.unknown}
    for number in (row.number for row in rows.rows):
        for place, cell in enumerate(rows.grid.rows[number]):
            if place not in named and place != heading.mark and not is_blank(cell):
                yield f"{column_name(place)}{number + 1}"
