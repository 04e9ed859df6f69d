"""The one-stop report as a workbook in the shape of the official form, ready to be printed.

Form II.06a/VPCP/KSTT of Circular 01/2020/TT-VPCP, as transcribed in public: columns 1 to 13.
Column 14 is ours: what has no deadline can be counted neither late nor early.
"""

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

import xlsxwriter

from generator.formats.xlsx import formats_of, write
from generator.model.counts import OneStopLine
from generator.model.sample import SAMPLE_HEADLINE
from generator.model.settings import City
from generator.model.text import vn_date, vn_quarter
from generator.pages.opendata.one_stop_report import NamedLine, OneStopReport

FORM = "Biểu số II.06a/VPCP/KSTT"
TITLE = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
NOTE = (
    "Ghi chú: (3) = (4) + (5) + (6) = (7) + (11). Cột (14) không có trong biểu mẫu: đó là phần của"
    " (7) và (11) không có ngày hẹn trả và không có thời hạn để xét, nên không nằm trong các cột"
    " trước hạn, đúng hạn, trong hạn, quá hạn."
)
COLUMNS = {
    "accepted_count": "Tiếp nhận: tổng số",
    "received_online_count": "Tiếp nhận: trực tuyến",
    "received_in_person_count": "Tiếp nhận: trực tiếp, bưu chính",
    "carried_over_count": "Tiếp nhận: từ kỳ trước",
    "ended_count": "Đã giải quyết: tổng số",
    "early_count": "Đã giải quyết: trước hạn",
    "on_time_count": "Đã giải quyết: đúng hạn",
    "overdue_count": "Đã giải quyết: quá hạn",
    "open_count": "Đang giải quyết: tổng số",
    "open_within_count": "Đang giải quyết: trong hạn",
    "open_overdue_count": "Đang giải quyết: quá hạn",
    "no_deadline_count": "Không có hạn",
}
"""Columns 3 to 14 of the form: the count of a line, and its whole heading on one line."""
HEADINGS = (
    ("A7:A9", "STT"),
    ("C7:F7", "Số lượng hồ sơ tiếp nhận"),
    ("C8:C9", "Tổng số"),
    ("D8:E8", "Trong kỳ"),
    ("D9", "Trực tuyến"),
    ("E9", "Trực tiếp, dịch vụ bưu chính"),
    ("F8:F9", "Từ kỳ trước"),
    ("G7:J7", "Số lượng hồ sơ đã giải quyết"),
    ("G8:G9", "Tổng số"),
    ("H8:H9", "Trước hạn"),
    ("I8:I9", "Đúng hạn"),
    ("J8:J9", "Quá hạn"),
    ("K7:M7", "Số lượng hồ sơ đang giải quyết"),
    ("K8:K9", "Tổng số"),
    ("L8:L9", "Trong hạn"),
    ("M8:M9", "Quá hạn"),
    ("N7:N9", "Không có hạn"),
)
"""The merged heading of rows 7 to 9; column B is named by what its lines are."""
LINE_HEIGHT = 18
LONG_NAME = 42
"""A name of more letters needs two lines of its column."""
FIRST_LINE = 10
"""Rows above the first line, counted from 0."""


def form_words(city: City, issued: str) -> str:
    """The form and, behind `issued`, what issued it; empty where it is nobody's form."""
    ground = city.law.matters["one-stop-form"].on(None)
    return f"{FORM}{issued}{ground.vi}" if ground else ""


def workbook_bytes(city: City, report: OneStopReport) -> bytes:
    """One quarter's workbook: by field, then by unit. The same report gives the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        day = datetime.combine(city.as_of, time.min)
        mark = f" ({SAMPLE_HEADLINE})" if city.sample else ""
        title = f"Báo cáo một cửa, {vn_quarter(report.quarter)}{mark}"
        author = city.city.authority
        book.set_properties({"title": title, "author": author, "created": day})
        formats = formats_of(book)
        for name, heading, lines in (
            ("Theo lĩnh vực", "Lĩnh vực giải quyết", report.by_field),
            ("Theo đơn vị", "Đơn vị giải quyết", report.by_unit),
        ):
            sheet = book.add_worksheet(name)
            _set_page(sheet, report)
            _write_head(sheet, formats, city, report, heading)
            _write_lines(sheet, formats, lines, report.total)
    return stream.getvalue()


def _set_page(sheet: Any, report: OneStopReport) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(6, FIRST_LINE - 1)
    sheet.freeze_panes(FIRST_LINE, 2)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L&9Báo cáo một cửa, {vn_quarter(report.quarter)}&R&9Trang &P/&N")
    sheet.set_column("A:A", 5)
    sheet.set_column("B:B", LONG_NAME)
    sheet.set_column("C:N", 9)


def _write_head(
    sheet: Any, formats: dict[str, Any], city: City, report: OneStopReport, heading: str
) -> None:
    period = f"Kỳ báo cáo: {vn_quarter(report.quarter)}"
    days = f"(Từ ngày {vn_date(report.first_day)} đến ngày {vn_date(report.last_day)})"
    texts = [
        ("A1:B2", form_words(city, "\nBan hành kèm theo "), "left"),
        ("C1:J2", TITLE, "title"),
        ("K1:N2", f"Đơn vị báo cáo:\n{city.city.authority}", "left"),
        ("C3:J3", period, "centre"),
        ("C4:J4", days, "centre"),
        ("A6:N6", "Đơn vị tính: hồ sơ", "unit"),
    ]
    if city.sample:
        texts.append(("A5:N5", SAMPLE_HEADLINE, "sample"))
    texts += [(place, text, "heading") for place, text in (*HEADINGS, ("B7:B9", heading))]
    for place, text, look in texts:
        write(sheet, place, text, formats[look])
    sheet.set_row(0, 30)
    sheet.set_row(8, 42)
    for column in range(len(COLUMNS) + 2):
        sheet.write_string(FIRST_LINE - 1, column, f"({column + 1})", formats["column"])


def _write_lines(
    sheet: Any, formats: dict[str, Any], lines: Sequence[NamedLine], total: OneStopLine
) -> None:
    for order, line in enumerate(lines, 1):
        row = FIRST_LINE + order - 1
        sheet.set_row(row, LINE_HEIGHT * (2 if len(line.name) > LONG_NAME else 1))
        sheet.write_number(row, 0, order, formats["order"])
        sheet.write_string(row, 1, line.name, formats["name"])
        _write_counts(sheet, row, line.counts, formats["count"])
    last = FIRST_LINE + len(lines)
    sheet.set_row(last, LINE_HEIGHT)
    write(sheet, f"A{last + 1}:B{last + 1}", "TỔNG SỐ", formats["total_name"])
    _write_counts(sheet, last, total, formats["total"])
    write(sheet, f"A{last + 2}:N{last + 2}", NOTE, formats["note"])
    sheet.set_row(last + 1, 30)


def _write_counts(sheet: Any, row: int, counts: OneStopLine, look: Any) -> None:
    for column, name in enumerate(COLUMNS, 2):
        sheet.write_number(row, column, getattr(counts, name), look)
