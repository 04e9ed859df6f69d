"""The rules of the contract as a spreadsheet keeps them while one types."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from generator.entry.columns import EntryColumn, EntryDataset
from generator.model.record import FIRST_DAY, LARGEST_NUMBER, LAST_DAY

MOST_LETTERS = 2_000
MOST_TITLE, MOST_MESSAGE = 32, 255
"""What Excel shows of a rule's title and message."""
DAY = "Ghi ngày dạng ngày/tháng/năm, ví dụ 06/03/2018{}."
CHOICE = "Chọn một mục trong danh sách thả xuống của ô."
WHOLE = "Ghi một số nguyên từ {} đến {}."
LONG = "Ghi không quá 2.000 chữ; phần còn lại hãy để ở tài liệu kèm theo."
NOT_HERE = "Dòng này là hướng dẫn, ví dụ, không được nhập. Hãy ghi từ dòng {} trở xuống."
TWICE = "Mã này đã có ở dòng khác của trang. Mỗi dòng một mã."

_FIRST = f"{FIRST_DAY.year},{FIRST_DAY.month},{FIRST_DAY.day}"
_LAST = f"{LAST_DAY.year},{LAST_DAY.month},{LAST_DAY.day}"


def cell_rule(
    entry: EntryDataset, column: EntryColumn, list_name: str, place: int, first_row: int, rows: int
) -> Mapping[str, Any] | None:
    """The validation of a column, in xlsxwriter's terms; None where anything may be typed.

    `place` is that of the column in the sheet, `first_row` the first of its rows, both from 0.
    """
    rule = _rule(entry, column, list_name, place, first_row, rows)
    if rule is None:
        return None
    message = rule.pop("message")
    title = column.field.title[:MOST_TITLE]
    help_text = f"{column.field.description}. {message}"
    return rule | {
        "ignore_blank": True,
        "input_title": title,
        "input_message": help_text if len(help_text) <= MOST_MESSAGE else message,
        "error_title": title,
        "error_message": message,
    }


def sample_rule(first_row: int) -> Mapping[str, Any]:
    """The validation of the rows above the first one to be filled in: nothing is typed there."""
    return {
        "validate": "custom",
        "value": "=FALSE",
        "ignore_blank": True,
        "error_title": "Dòng không được nhập",
        "error_message": NOT_HERE.format(first_row + 1),
    }


def _rule(
    entry: EntryDataset, column: EntryColumn, list_name: str, place: int, first_row: int, rows: int
) -> dict[str, Any] | None:
    if column.kind == "choice":
        return {"validate": "list", "source": f"={list_name}", "message": CHOICE}
    if column.kind == "day":
        return _day_rule(entry, column, place, first_row)
    if column.kind == "whole":
        least, most = _limits(entry, column.name)
        numbers = {"criteria": "between", "minimum": least, "maximum": most}
        return {"validate": "integer", "message": WHOLE.format(least, most)} | numbers
    if column.name == entry.numbered:
        letter = xl_col_to_name(place)
        area = f"${letter}${first_row + 1}:${letter}${first_row + rows}"
        once = f"=COUNTIF({area},{letter}{first_row + 1})=1"
        return {"validate": "custom", "value": once, "message": TWICE}
    if column.kind == "text":
        return {"validate": "length", "criteria": "<=", "value": MOST_LETTERS, "message": LONG}
    return None


def _day_rule(
    entry: EntryDataset, column: EntryColumn, place: int, first_row: int
) -> dict[str, Any]:
    """A day that a city's records can mean, and not before the day that must come first."""
    names = [item.name for item in entry.columns]
    earlier, order, least = column.declared.not_before, "", f"DATE({_FIRST})"
    if earlier:
        other = place + names.index(earlier) - names.index(column.name)
        least = f"MAX({least},${xl_col_to_name(other)}{first_row + 1})"
        order = f", không trước ngày ở cột “{entry.column(earlier).field.title}”"
    days = {"criteria": "between", "minimum": f"={least}", "maximum": f"=DATE({_LAST})"}
    return {"validate": "date", "message": DAY.format(order)} | days


def _limits(entry: EntryDataset, name: str) -> tuple[int, int]:
    """The least and the greatest number that a column may have."""
    described = next(item for item in entry.dataset.schema["fields"] if item["name"] == name)
    limits = described.get("constraints") or {}
    return limits.get("minimum", -LARGEST_NUMBER), limits.get("maximum", LARGEST_NUMBER)
