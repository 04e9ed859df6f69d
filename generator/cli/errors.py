"""What was typed wrongly, in one Vietnamese sentence."""

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
