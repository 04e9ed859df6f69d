"""The quarter's summary as a workbook, A4 landscape, ready to be printed and signed."""

import io
from datetime import datetime, time
from typing import Any

import xlsxwriter

from generator.formats.xlsx import formats_of, write
from generator.model.capitals import capitalize_first
from generator.model.laws import Law
from generator.model.reviews import UnitReview
from generator.model.sample import SAMPLE_HEADLINE
from generator.model.settings import City
from generator.model.text import vn_date, vn_quarter
from generator.pages.directive.review_summary import ReviewRow, Summary
from generator.pages.peers import GroupRow

TITLE = "TỔNG HỢP KẾT QUẢ THỰC HIỆN KỶ LUẬT, KỶ CƯƠNG HÀNH CHÍNH"
PURPOSE = "Sự việc để bình xét thi đua; không chấm điểm, không xếp hạng"
REPORT = "Báo cáo"
"""Stands for what the city's reports are called."""
COLUMNS = {
    "judged_count": ("Hồ sơ", "Được xét"),
    "on_time_share": ("Hồ sơ", "Đúng hạn"),
    "strict_on_time_share": ("Hồ sơ", "Tính chặt"),
    "overdue_count": ("Hồ sơ", "Quá hạn"),
    "report": (REPORT, REPORT),
    "task_on_time_count": ("Nhiệm vụ đến hạn", "Đúng hạn"),
    "task_late_count": ("Nhiệm vụ đến hạn", "Xong muộn"),
    "task_missing_count": ("Nhiệm vụ đến hạn", "Quá hạn"),
    "task_carried_count": ("Nhiệm vụ đến hạn", "Nợ quý trước"),
    "commendation_count": ("Nêu gương", "Nêu gương"),
    "criticism_count": ("Phê bình", "Phê bình"),
    "remedy_on_time_count": ("Khắc phục đến hạn", "Đúng hạn"),
    "remedy_late_count": ("Khắc phục đến hạn", "Xong muộn"),
    "remedy_missing_count": ("Khắc phục đến hạn", "Quá hạn"),
    "remedy_carried_count": ("Khắc phục đến hạn", "Nợ quý trước"),
}
"""Columns after order and name: the group above, and the heading of the column itself."""
DOSSIERS = ("judged_count", "on_time_share", "strict_on_time_share", "overdue_count")
"""Columns that stay empty where there was no dossier to judge."""
NOTE = (
    "Ghi chú: {on_time}tính chặt là không trừ thời gian chờ bổ sung."
    " Không có hồ sơ để xét thì để trống. Dòng toàn địa bàn gồm cả thủ tục liên quan đến đời tư"
    " và nhóm ít hồ sơ, vốn không chia theo đơn vị. Nhiệm vụ, khắc phục: đến hạn trong quý, tính"
    " đến ngày số liệu; nợ quý trước: đến hạn từ trước mà cuối quý vẫn chưa xong."
)
FIRST_LINE = 8
"""Rows above the first line, counted from 0."""
LAST = "Q"


def workbook_bytes(city: City, summary: Summary) -> bytes:
    """One quarter's workbook. The same summary gives the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        mark = f" ({SAMPLE_HEADLINE})" if city.sample else ""
        title = f"Tổng hợp {vn_quarter(summary.quarter)}{mark}"
        day = datetime.combine(city.as_of, time.min)
        book.set_properties({"title": title, "author": city.city.authority, "created": day})
        looks = formats_of(book)
        cell = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter", "border": 1}
        looks["report"] = book.add_format(cell | {"text_wrap": True, "align": "center"})
        looks["group"] = book.add_format(cell | {"bold": True, "bg_color": "#F4EFE4"})
        sheet = book.add_worksheet(vn_quarter(summary.quarter).replace("/", "-").capitalize())
        _set_page(sheet, summary)
        _write_head(sheet, looks, city, summary)
        _write_lines(sheet, looks, summary, city.law)
    return stream.getvalue()


def _set_page(sheet: Any, summary: Summary) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST_LINE - 2, FIRST_LINE - 1)
    sheet.freeze_panes(FIRST_LINE, 2)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L&9Tổng hợp {vn_quarter(summary.quarter)}&R&9Trang &P/&N")
    sheet.set_column("A:A", 5)
    sheet.set_column("B:B", 32)
    sheet.set_column(f"C:{LAST}", 7)
    sheet.set_column("G:G", 13)


def _write_head(sheet: Any, looks: dict[str, Any], city: City, summary: Summary) -> None:
    days = f"(Từ ngày {vn_date(summary.first_day)} đến ngày {vn_date(summary.last_day)})"
    texts = [
        (f"A1:{LAST}1", city.city.authority, "left"),
        (f"A2:{LAST}2", f"{TITLE}, {vn_quarter(summary.quarter).upper()}", "title"),
        (f"A3:{LAST}3", days, "centre"),
        (f"A4:{LAST}4", PURPOSE, "centre"),
        ("A7:A8", "STT", "heading"),
        ("B7:B8", "Đơn vị", "heading"),
    ]
    if city.sample:
        texts.append((f"A5:{LAST}5", SAMPLE_HEADLINE, "sample"))
    for place, text, look in texts:
        write(sheet, place, text, looks[look])
    for place, text in _headings():
        named = capitalize_first(city.reports_called) if text == REPORT else text
        write(sheet, place, named, looks["heading"])
    sheet.set_row(FIRST_LINE - 1, 32)


def _headings() -> list[tuple[str, str]]:
    """Where each heading stands: groups in row 7, their columns in row 8, lone ones over both."""
    placed: list[tuple[str, str]] = []
    letters = dict(zip(COLUMNS, "CDEFGHIJKLMNOPQ", strict=True))
    spans: dict[str, list[str]] = {}
    for name, (group, _) in COLUMNS.items():
        spans.setdefault(group, []).append(letters[name])
    for group, span in spans.items():
        lone = len(span) == 1
        placed.append((f"{span[0]}7:{span[0]}8" if lone else f"{span[0]}7:{span[-1]}7", group))
    for name, (group, heading) in COLUMNS.items():
        if len(spans[group]) > 1:
            placed.append((f"{letters[name]}8", heading))
    return placed


def _write_lines(sheet: Any, looks: dict[str, Any], summary: Summary, law: Law) -> None:
    row, order = FIRST_LINE, 0
    sheet.set_row(row, 46)
    write(sheet, f"A{row + 1}:B{row + 1}", "Toàn địa bàn", looks["total_name"])
    _write_facts(sheet, row, summary.whole, summary.whole_report, looks)
    for heading, lines in summary.kinds.items():
        row += 1
        write(sheet, f"A{row + 1}:{LAST}{row + 1}", heading, looks["group"])
        for group in summary.alike[heading]:
            row += 1
            _write_group(sheet, row, group, looks)
        for line in lines:
            row, order = row + 1, order + 1
            _write_line(sheet, row, order, line, looks)
    write(sheet, f"A{row + 2}:{LAST}{row + 2}", _note(law), looks["note"])
    sheet.set_row(row + 1, 48)


def _note(law: Law) -> str:
    """What the columns mean; by which rule a dossier is on time, where it is anybody's rule."""
    ground = law.matters["on-time"].on(None)
    return NOTE.format(on_time=f"đúng hạn theo {ground.vi}; " if ground else "")


def _write_line(sheet: Any, row: int, order: int, line: ReviewRow, looks: dict[str, Any]) -> None:
    sheet.write_number(row, 0, order, looks["order"])
    sheet.write_string(row, 1, line.unit.name, looks["name"])
    _write_facts(sheet, row, line.review, line.report, looks)


def _write_group(sheet: Any, row: int, group: GroupRow, looks: dict[str, Any]) -> None:
    """The dossiers of units alike together, above the units."""
    figure, words = group.figure, group.words
    write(sheet, f"A{row + 1}:B{row + 1}", words[:1].upper() + words[1:], looks["total_name"])
    sheet.set_row(row, 32)
    sheet.write_number(row, 2, figure.judged_count, looks["count"])
    for column, share in enumerate((figure.on_time_share, figure.strict_on_time_share), 3):
        if share is not None:
            sheet.write_number(row, column, share * 100, looks["share"])
    overdue = figure.overdue_count + figure.open_overdue_count
    sheet.write_number(row, 5, overdue, looks["count"])


def _write_facts(
    sheet: Any, row: int, review: UnitReview, report: str, looks: dict[str, Any]
) -> None:
    for column, name in enumerate(COLUMNS, 2):
        if name == "report":
            sheet.write_string(row, column, report, looks["report"])
            continue
        value = getattr(review, name)
        if value is None or (name in DOSSIERS and not review.judged_count):
            sheet.write_blank(row, column, None, looks["count"])
        elif name.endswith("_share"):
            sheet.write_number(row, column, value * 100, looks["share"])
        else:
            look = looks["count" if name in DOSSIERS else "rare"]
            sheet.write_number(row, column, value, look)
