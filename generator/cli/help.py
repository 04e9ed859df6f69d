"""The help of a command, in Vietnamese: typer has no words but its own for the frame of it."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

USAGE, ARGUMENTS, OPTIONS, COMMANDS = "Cách dùng: ", "Đối số", "Tùy chọn", "Lệnh"
OPTIONS_WORD, COMMAND_WORD = "[TÙY CHỌN]", "LỆNH [ĐỐI SỐ]..."
SHOW_HELP = "Hiện hướng dẫn này rồi thoát."
KINDS = {
    "path": "đường dẫn",
    "str": "chữ",
    "list[str]": "chữ",
    "int": "số nguyên",
    "int range": "số nguyên",
    "float": "số",
    "float range": "số",
}
"""What a value is, by typer's word for it."""


def write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    """One line: the command and what may follow it."""
    pieces = [OPTIONS_WORD]
    for param in command.get_params(ctx):
        pieces += param.get_usage_pieces(ctx) if param.param_type_name == "argument" else []
    if hasattr(command, "commands"):
        pieces.append(COMMAND_WORD)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=USAGE)


def write_options(command: Any, ctx: Any, formatter: Any) -> None:
    """The arguments, the options and the commands, each with what it is for."""
    params = [param for param in command.get_params(ctx) if not param.hidden]
    for title, kind in ((ARGUMENTS, "argument"), (OPTIONS, "option")):
        _write_list(formatter, title, [_row(p, ctx) for p in params if p.param_type_name == kind])
    commands = getattr(command, "commands", {})
    _write_list(formatter, COMMANDS, [(name, one.help or "") for name, one in commands.items()])


def _write_list(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _row(param: Any, ctx: Any) -> tuple[str, str]:
    if "--help" in param.opts:
        return ", ".join(param.opts), SHOW_HELP
    is_option = param.param_type_name == "option"
    name = ", ".join(param.opts) if is_option else param.display_name_raw
    if is_option and not param.is_flag:
        name += f" <{_kind(param, ctx)}>"
    notes = "; ".join(_notes(param, is_option=is_option))
    return name, f"{param.help}  [{notes}]" if notes else param.help


def _kind(param: Any, ctx: Any) -> str:
    shown: str = param.display_type(ctx).strip("<>")
    return KINDS.get(shown, shown)


def _notes(param: Any, *, is_option: bool) -> list[str]:
    """What the help says in brackets: the default, the limits, whether it must be there."""
    default, notes = param.default, []
    if isinstance(default, Enum):
        default = default.value
    is_flag = is_option and param.is_flag
    if param.show_default and default is not None and not is_flag:
        notes.append(f"mặc định: {default}")
    limits = (("từ", param.min), ("đến", param.max))
    if limit := " ".join(f"{word} {number}" for word, number in limits if number is not None):
        notes.append(limit)
    if is_option and param.required:
        notes.append("bắt buộc")
    return notes
