"""What an import of dossiers will change, what it asks, or what is wrong, for who is asked."""

from collections.abc import Iterator, Mapping

from generator.app.dossiers.faults import Faults
from generator.app.dossiers.import_dossiers import DossierImport
from generator.app.dossiers.words import Word
from generator.model.problems import render_text, visible
from generator.model.text import vn_date, vn_number

MOST_LINES = 30
"""So many wrong rows are told on a screen; the list has more."""
MOST_QUESTIONS = 200
NOTHING = "Không có gì thay đổi: mọi hồ sơ trong tệp đã có trong dữ liệu, đúng như vậy."
NOTHING_THERE = (
    "Không có gì để nhập: tệp không có hồ sơ nào dưới dòng tên cột. Hãy xuất lại từ hệ thống một "
    "cửa, chọn đúng đơn vị và khoảng ngày."
)
GONE = (
    "Trong dữ liệu còn {count} hồ sơ của các đơn vị ấy, tiếp nhận từ {first} đến {last}, mà tệp "
    "này không "
    "có. Các hồ sơ ấy được giữ nguyên, không bị xóa. Nếu tệp chỉ là một phần thì không phải làm gì."
)


def told_read(found: DossierImport) -> str:
    """Which columns were read and which were not, and how many rows are no dossiers."""
    return "\n".join(_read(found))


def _read(found: DossierImport) -> Iterator[str]:
    typed, plan = found.typed, found.plan
    yield f"Đã đọc {vn_number(typed.rows)} dòng của “{visible(found.export.path.name)}”."
    if plan.unread:
        names = ", ".join(f"“{visible(name)}”" for name in plan.unread)
        yield f"Không đọc các cột: {names}."
    for column in plan.columns:
        if not column.is_mapped and column.rule.blank:
            choices, title = column.column.choices, column.column.field.title
            value = choices.shown(column.rule.blank) if choices else column.rule.blank
            yield f"Tệp không có cột “{title}”: hồ sơ mới được ghi là “{value}”."
    if typed.not_dossiers:
        count = vn_number(typed.not_dossiers)
        yield f"Bỏ qua {count} dòng không phải là hồ sơ (dòng trống, dòng cộng, chữ ký)."
    if typed.left_out:
        yield f"Bỏ qua {vn_number(typed.left_out)} dòng theo mục left_out của cách đọc."
    if found.faults.again:
        yield f"Bỏ qua {vn_number(found.faults.again)} dòng lặp lại y nguyên một hồ sơ."


def told_changes(found: DossierImport) -> str:
    """How many dossiers are new or other, in which files and cells; what is not in the export."""
    return "\n".join(_changes(found))


def _changes(found: DossierImport) -> Iterator[str]:
    merged, titles = found.merged, {f.name: f.title for f in found.desk.dataset.fields}
    assert merged is not None
    if not merged.has_changes and not found.procedures:
        yield NOTHING if merged.same else NOTHING_THERE
    else:
        added, changed = sum(merged.added.values()), sum(merged.changed.values())
        yield (
            f"Hồ sơ: thêm {vn_number(added)}, sửa {vn_number(changed)}, không đổi "
            f"{vn_number(merged.same)}."
        )
    for place, count in merged.added.items():
        is_new = "" if place.table else " (tệp mới)"
        yield f"  + {place.file}{is_new}: thêm {vn_number(count)} hồ sơ"
    for table, count in merged.changed.items():
        yield f"  ~ {table.file}: sửa {vn_number(count)} hồ sơ"
    for name, count in merged.cells.items():
        emptied = merged.emptied.get(name)
        note = f", trong đó {vn_number(emptied)} ô bị xóa trống" if emptied else ""
        yield f"  ~ cột {titles[name]}: {vn_number(count)} ô thay đổi{note}"
    if found.procedures:
        rows = found.procedures.rows
        yield (
            f"Thủ tục hành chính (procedures.csv): thêm {vn_number(len(rows))} thủ tục, ghi là "
            f"chưa đối "
            "chiếu:"
        )
        for row in rows[:MOST_LINES]:
            yield f"  + {row['procedure_id']}: {visible(row['name'])} ({visible(row['field'])})"
        if len(rows) > MOST_LINES:
            yield f"  … và {vn_number(len(rows) - MOST_LINES)} thủ tục khác."
    if found.faults.general:
        yield render_text(list(found.faults.general), "vi")
    if merged.gone and merged.days:
        first, last = map(vn_date, merged.days)
        yield GONE.format(count=vn_number(merged.gone), first=first, last=last)


def told_questions(questions: tuple[Word, ...]) -> str:
    """Every word that nothing is known by, once, with the nearest known ones."""
    lines = []
    title = ""
    for word in questions[:MOST_QUESTIONS]:
        field = word.column.column.field
        if field.title != title:
            title = field.title
            lines.append(f"Chưa rõ “{title}” nào (cột {', '.join(word.column.headings)} của tệp):")
        near = "; ".join(choice.shown for choice in word.near)
        lines.append(
            f"  ? “{visible(word.text)}” ({vn_number(word.count)} hồ sơ)"
            + (f", gần nhất: {near}" if near else "")
        )
    if len(questions) > MOST_QUESTIONS:
        lines.append(f"  … và {vn_number(len(questions) - MOST_QUESTIONS)} tên khác.")
    return "\n".join(lines)


def hints_of(
    questions: tuple[Word, ...], answers: Mapping[str, Mapping[str, str | None]]
) -> dict[str, dict[str, str]]:
    """The names that are most like the words without an answer, by column and word."""
    hints: dict[str, dict[str, str]] = {}
    for word in questions:
        if answers[word.column.name][word.text] is None:
            near = "; ".join(choice.shown for choice in word.near)
            hints.setdefault(word.column.name, {})[word.text] = near
    return hints


def told_faults(found: DossierImport) -> str:
    """The first wrong rows, column by column, how many there are; then what no row carries."""
    return "\n".join(_faults(found, found.faults))


def _faults(found: DossierImport, faults: Faults) -> Iterator[str]:
    titles = {field.name: field.title for field in found.desk.dataset.fields}
    many = len(found.export.sheets) > 1
    for fault in sorted(faults.found, key=lambda item: (item.sheet, item.row))[:MOST_LINES]:
        sheet = f"Trang “{visible(found.export.sheets[fault.sheet])}”, d" if many else "D"
        yield f"  Lỗi. {sheet}òng {fault.row}, {titles[fault.column]}: {fault.why}"
    total = sum(faults.counts.values())
    if total > MOST_LINES:
        yield f"  … cả thảy {vn_number(total)} chỗ sai:"
        for (column, _), count in sorted(faults.counts.items(), key=lambda item: -item[1]):
            yield f"    {titles[column]}: {vn_number(count)} chỗ"
    if faults.general:
        yield render_text(list(faults.general), "vi")
