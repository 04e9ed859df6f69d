"""What was typed wrongly, in one Vietnamese sentence."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, Protocol, runtime_checkable

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from generator.cli.help import write_examples, write_options, write_text, write_usage

EXIT_WRONG_USAGE = 2
VALUES = {
    "int_parsing": "phải là một số nguyên",
    "int_from_float": "phải là một số nguyên",
    "int_type": "phải là một số nguyên",
    "float_parsing": "phải là một số",
    "float_type": "phải là một số",
    "finite_number": "phải là một số hữu hạn",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
}
"""What a value must be, by pydantic's kind of error and its context."""
_OTHER_VALUE = "không đọc được"


class WrongUsage(TyperException):
    """Words that do not fit a command, where typer would say so in English alone."""

    def __init__(self, sentence: str, ctx: Any) -> None:
        """`sentence` says what does not fit; `ctx` is of the command that was asked for."""
        super().__init__(sentence)
        self.ctx = ctx


class OutputClosed(Exception):
    """Who reads what a command says has gone before it was all said."""


class _OurHelp:
    """The help in our words; typer has its own for the frame."""

    help: str | None
    epilog: str | None

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of how the command is used."""
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what may follow the command."""
        write_options(self, ctx, formatter)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does."""
        write_text(self.help, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write examples, and what is true of every command."""
        write_examples(ctx, formatter)
        write_text(self.epilog, formatter)


@contextmanager
def _told_of(ctx: Any) -> Iterator[None]:
    """What does not fit is told of the command it was typed for, where typer forgets that."""
    try:
        yield
    except TyperException as error:
        error.ctx = ctx  # type: ignore[attr-defined]
        raise


class Command(_OurHelp, TyperCommand):
    """A command that says itself which words it has no use for."""

    allow_extra_args = True  # else they are refused before they can be told

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line. Raises WrongUsage for words too many."""
        with _told_of(ctx):
            too_many = super().parse_args(ctx, args)
        if too_many:
            raise WrongUsage(f"Thừa chữ trong lệnh: {' '.join(too_many)}.", ctx)
        return too_many

    def invoke(self, ctx: Any) -> Any:
        """Run the command. Raises OutputClosed, which typer would pass for data with errors."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise OutputClosed from error


class Group(_OurHelp, TyperGroup):
    """Commands, of which one must be named; its help is shown when nothing is asked for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line, or show the help and leave."""
        if not args and not ctx.resilient_parsing:  # while a word is being completed
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(EXIT_WRONG_USAGE)
        with _told_of(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run what is asked for. Raises OutputClosed, as a command does."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise OutputClosed from error

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command of a name, of two words too. Raises WrongUsage when there is none."""
        if (both := " ".join(args[:2])) in self.commands:
            args = [both, *args[2:]]
        if self.get_command(ctx, args[0]) is None:
            near = ", ".join(get_close_matches(args[0], self.commands))
            raise WrongUsage(f"Không có lệnh “{args[0]}”{_like(near)}.", ctx)
        return super().resolve_command(ctx, args)


class GroupOrCommand(Group):
    """Commands that are one by themselves, too, when none of them is named."""


@runtime_checkable
class _UnknownOption(Protocol):
    """Typer's refusal of an option that there is not; options like it are its `possibilities`."""

    option_name: str
    possibilities: Sequence[str] | None


@runtime_checkable
class _OptionWithoutValue(Protocol):
    """Typer's refusal of an option that lacks its value, or has one and takes none."""

    option_name: str


@runtime_checkable
class _Missing(Protocol):
    """Typer's refusal of a command line without something that it must have."""

    param: Any
    param_type: str | None


def told_usage(error: TyperException) -> str:
    """One sentence saying what does not fit, and where to find what does."""
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx else "congkhai"
    return f"{_sentence(error)} Xem cách dùng: {command} --help"


def _sentence(error: TyperException) -> str:
    match error:
        case WrongUsage():
            return str(error)
        case _UnknownOption():
            near = ", ".join(sorted(error.possibilities or ()))
            return f"Không có tùy chọn {error.option_name}{_like(near)}."
        case _OptionWithoutValue():
            if _is_flag(error):
                return f"Tùy chọn {error.option_name} không nhận giá trị nào."
            return f"Tùy chọn {error.option_name} phải có một giá trị đi kèm, và chỉ một."
        case _Missing():
            return f"Thiếu {_hint(error)}."
        case typer.BadParameter():
            return f"Giá trị của {_hint(error)} không dùng được: {_wanted(error)}."
    return "Chưa ghi lệnh nào."  # all else is refused where it is read


def _is_flag(error: Any) -> bool:
    params = error.ctx.command.params if error.ctx else ()
    return any(error.option_name in param.opts and param.is_flag for param in params)


def _like(near: str) -> str:
    return f" (gần giống: {near})" if near else ""


def _hint(error: Any) -> str:
    return str(error.param.get_error_hint()).replace("'", "") if error.param else ""


def _wanted(error: Any) -> str:
    """What the value must be: one of the choices, or what pydantic has found."""
    choices = error.param.type_descriptor.choices if error.param else None
    if choices:
        return f"chỉ nhận một trong các giá trị: {', '.join(repr(one.value) for one in choices)}"
    if not hasattr(error.__cause__, "errors"):
        return _OTHER_VALUE
    first: Mapping[str, Any] = error.__cause__.errors()[0]
    return VALUES.get(first["type"], _OTHER_VALUE).format_map(first.get("ctx") or {})
