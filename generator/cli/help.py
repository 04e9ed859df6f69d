"""The help of a command: typer has no words but its own English for the frame of it."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from generator.cli.help_words import Words, examples, words_asked

USAGE, ARGUMENTS, OPTIONS, COMMANDS = "Cách dùng:", "Đối số", "Tùy chọn", "Lệnh"
EXAMPLES = "Ví dụ"
OPTIONS_WORD, COMMAND_WORD = "[TÙY CHỌN]", "LỆNH [ĐỐI SỐ]..."
DEFAULT, FROM, TO, REQUIRED = "mặc định:", "từ", "đến", "bắt buộc"
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
    words = words_asked()
    pieces = [words.told(OPTIONS_WORD)]
    for param in command.get_params(ctx):
        if param.param_type_name == "argument":
            pieces += [_in_words(piece, param, words) for piece in param.get_usage_pieces(ctx)]
    if hasattr(command, "commands"):
        pieces.append(words.told(COMMAND_WORD))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{words.told(USAGE)} ")


def write_text(text: str | None, formatter: Any) -> None:
    """A paragraph of the help, if there is one."""
    if text:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words_asked().told(text))


def write_examples(ctx: Any, formatter: Any) -> None:
    """How the command is typed, a line each, never torn."""
    if lines := examples().get(" ".join(_words(ctx))):
        with formatter.section(words_asked().told(EXAMPLES)):
            formatter.write("".join(f"{' ' * formatter.current_indent}{line}\n" for line in lines))


def _words(ctx: Any) -> list[str]:
    """The words that call a command, without the program's own name."""
    return [*_words(ctx.parent), ctx.info_name] if ctx.parent else []


def write_options(command: Any, ctx: Any, formatter: Any) -> None:
    """The arguments, the options and the commands, each with what it is for."""
    words = words_asked()
    params = [param for param in command.get_params(ctx) if not param.hidden]
    for title, kind in ((ARGUMENTS, "argument"), (OPTIONS, "option")):
        _write_list(
            formatter,
            words.told(title),
            [_row(p, ctx, words) for p in params if p.param_type_name == kind],
        )
    commands = getattr(command, "commands", {})
    rows = [(name, words.told(one.help)) for name, one in commands.items()]
    _write_list(formatter, words.told(COMMANDS), rows)


def _write_list(formatter: Any, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _row(param: Any, ctx: Any, words: Words) -> tuple[str, str]:
    if "--help" in param.opts:
        return ", ".join(param.opts), words.told(SHOW_HELP)
    is_option = param.param_type_name == "option"
    name = ", ".join((*param.opts, *param.secondary_opts))
    if not is_option:
        name = _in_words(param.display_name_raw, param, words)
    if is_option and not param.is_flag:
        name += f" <{_kind(param, ctx, words)}>"
    notes = "; ".join(_notes(param, words, is_option=is_option))
    text = words.told(param.help)
    return name, f"{text}  [{notes}]" if notes else text


def _in_words(shown: str, param: Any, words: Words) -> str:
    """An argument as it is shown, its name in the language of the help."""
    return shown.replace(param.metavar, words.told(param.metavar)) if param.metavar else shown


def _kind(param: Any, ctx: Any, words: Words) -> str:
    shown: str = param.display_type(ctx).strip("<>")
    return words.told(KINDS[shown]) if shown in KINDS else shown


def _notes(param: Any, words: Words, *, is_option: bool) -> list[str]:
    """What the help says in brackets: the default, the limits, whether it must be there."""
    default, notes = param.default, []
    if isinstance(default, Enum):
        default = default.value
    is_flag = is_option and param.is_flag
    if param.show_default and default not in (None, "") and not is_flag:
        notes.append(f"{words.told(DEFAULT)} {default}")
    limits = ((words.told(FROM), param.min), (words.told(TO), param.max))
    if limit := " ".join(f"{word} {number}" for word, number in limits if number is not None):
        notes.append(limit)
    if is_option and param.required:
        notes.append(words.told(REQUIRED))
    return notes
