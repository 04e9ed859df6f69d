"""What was typed wrongly, and what the disk refused, in one Vietnamese sentence."""

import errno
import os
from collections.abc import Mapping
from typing import Any

from typer import _click

UsageError = _click.exceptions.UsageError
"""Raised by the command line for an option, a value or a command that does not fit."""

VALUES = {
    "int_parsing": "phải là một số nguyên",
    "int_from_float": "phải là một số nguyên",
    "int_type": "phải là một số nguyên",
    "float_parsing": "phải là một số",
    "float_type": "phải là một số",
    "finite_number": "phải là một số hữu hạn",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "value_error": "chỉ nhận một trong các giá trị: {allowed}",
}
"""What a value must be, by pydantic's kind of error and its context."""

REFUSALS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "nơi này chỉ đọc được, không ghi được",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EEXIST: "đã có một tệp trùng tên ở đó",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EISDIR: "đó là một thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "đường dẫn đi vòng quanh",
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng; hãy chọn cổng khác bằng --port",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy; hãy sửa --host",
}
"""Why the system refused, by its error number."""


def told_usage(error: UsageError) -> str:
    """One sentence saying what does not fit, and where to find what does."""
    command = error.ctx.command_path if error.ctx else "congkhai"
    return f"{_sentence(error)} Xem cách dùng: {command} --help"


def _sentence(error: UsageError) -> str:
    kinds = _click.exceptions
    if isinstance(error, kinds.NoSuchOption):
        near = ", ".join(sorted(error.possibilities or ()))
        return f"Không có tùy chọn {error.option_name}{f' (gần giống: {near})' if near else ''}."
    if isinstance(error, kinds.BadOptionUsage):
        return f"Tùy chọn {error.option_name} phải có một giá trị đi kèm, và chỉ một."
    if isinstance(error, kinds.MissingParameter):
        return f"Thiếu {_hint(error)}."
    if isinstance(error, kinds.BadParameter):
        return f"Giá trị của {_hint(error)} không dùng được: {_wanted(error)}."
    if "command" in error.message:
        named = error.message.partition("'")[2].rpartition("'")[0]
        return f"Không có lệnh “{named}”." if named else "Chưa ghi lệnh nào."
    return f"Thừa chữ trong lệnh: {error.message.rpartition('(')[2].rstrip(')')}."


def _hint(error: Any) -> str:
    hints = error.param_hint or (error.param.get_error_hint() if error.param else "")
    return str(hints).replace("'", "")


def _wanted(error: Any) -> str:
    """What the value must be, from pydantic's own finding."""
    cause = error.__cause__
    if cause is None or not hasattr(cause, "errors"):
        return str(error.message).rstrip(".")
    first: Mapping[str, Any] = cause.errors()[0]
    context = dict(first.get("ctx") or {})
    context["allowed"] = str(error.message).rpartition("not one of ")[2].rstrip(".")
    return VALUES.get(first["type"], str(error.message).rstrip(".")).format_map(context)


def told_refusal(error: OSError) -> str:
    """One sentence saying which file or address the system refused, and why."""
    why = REFUSALS.get(error.errno or 0) or error.strerror or str(error)
    name = error.filename2 or error.filename or ""  # of a copy the second is what is written
    name = os.fsdecode(name) if isinstance(name, bytes) else name
    return f"Không đọc hoặc ghi được “{name}”: {why}." if name else f"Không thực hiện được: {why}."
