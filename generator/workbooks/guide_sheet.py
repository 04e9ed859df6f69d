"""The sheet “Hướng dẫn” of an entry workbook: how to fill it in, and what each column takes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.entry.columns import EntryColumn
from generator.workbooks.entry_sheet import MARK_HEADING, REQUIRED, EntrySheet

NAME = "Hướng dẫn"
STEPS = (
    f"Mỗi trang của sổ là một bộ dữ liệu; mỗi dòng là một bản ghi. Cột có dấu{REQUIRED} phải ghi.",
    "Ghi từ dòng trống đầu tiên, ngay dưới các dòng ví dụ. Dòng có chữ “Hướng dẫn” hoặc “Ví dụ” ở "
    f"cột “{MARK_HEADING}” không được nhập; có thể để nguyên hoặc xóa.",
    "Ô có mũi tên: chọn trong danh sách. Ô ngày: ghi ngày/tháng/năm, ví dụ 06/03/2018.",
    "Mã ghi sẵn là mã còn trống. Dòng chỉ có mã, không có gì khác, được bỏ qua.",
    "Sửa bản ghi đã có: ghi đúng mã của bản ghi và những ô cần sửa; ô để trống thì giữ nguyên điều "
    "đã ghi. Muốn xóa điều đã ghi trong một ô, ghi (xóa).",
    "Không sửa tên cột. Thêm cột của riêng mình thì được, nhưng cột ấy không được nhập.",
)
OWN = (
    "Ghi xong, lưu sổ rồi chạy: congkhai import so.xlsx. Lệnh cho xem trước sẽ thay đổi những gì; "
    "nếu có ô sai thì không ghi gì cả và trả lại một bản sao có tô màu từng ô phải sửa."
)
RETURNED = (
    "Ghi xong, lưu sổ rồi gửi lại nơi đã gửi sổ này. Có ô sai thì đơn vị nhận lại một bản sao, ô "
    "phải sửa được tô màu, có ghi chú cách sửa."
)
"""The last step, of those who take the workbook in and of a unit that only fills it in."""
HEAD = ("Trang", "Cột", "Phải ghi", "Ghi gì", "Giá trị được chọn")
LINE_HEIGHT = 17
WIDTHS = (24, 26, 10, 70, 60)
TAKES: Mapping[str, str] = {
    "day": "ngày/tháng/năm",
    "moment": "ngày/tháng/năm, có thể kèm giờ:phút",
    "quarter": "quý, ví dụ Quý 3/2018",
    "week": "tuần, ví dụ Tuần 40/2018",
    "whole": "số nguyên",
    "number": "số",
    "several": "nhiều mục, cách nhau bằng dấu chấm phẩy",
}
FEW = 12
"""A list that is no longer stands in the guide; a longer one only in its drop-down."""


def write_guide(
    sheet: Any, title: str, sheets: Sequence[EntrySheet], looks: Mapping[str, Any]
) -> None:
    """Write the guide into a sheet that is empty yet."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, title, looks["title"])
    row = 2
    is_returned = any(sheet.given or sheet.prefilled.rows for sheet in sheets)
    for number, step in enumerate((*STEPS, RETURNED if is_returned else OWN), 1):
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, "", looks["step"])
        sheet.write_string(row, 0, f"{number}. {step}", looks["step"])
        sheet.set_row(row, LINE_HEIGHT * (1 + len(step) // sum(WIDTHS)))
        row += 1
    _write_line(sheet, row + 1, HEAD, looks["heading"])
    for number, line in enumerate(_lines(sheets), row + 2):
        _write_line(sheet, number, line, looks["line"])


def _write_line(sheet: Any, row: int, line: Sequence[str], look: Any) -> None:
    lines = max(1 + len(text) // width for text, width in zip(line, WIDTHS, strict=True))
    sheet.set_row(row, LINE_HEIGHT * lines)
    for place, text in enumerate(line):
        sheet.write_string(row, place, text, look)


def _lines(sheets: Sequence[EntrySheet]) -> Iterator[tuple[str, ...]]:
    for sheet in sheets:
        for column in sheet.entry.columns:
            field = column.field
            must = "x" if field.required else ""
            yield sheet.name, field.title, must, field.description, _takes(column)


def _takes(column: EntryColumn) -> str:
    offered = column.choices.offered if column.choices else ()
    if offered and len(offered) <= FEW:
        return "; ".join(choice.shown for choice in offered)
    if offered and column.kind == "choice":
        return "một mục trong danh sách thả xuống"
    return TAKES.get(column.kind, "")
