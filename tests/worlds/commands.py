"""Every command of `congkhai`, found where it is declared, and run in this process."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import typer.main

from generator.cli.app import app
from worlds.command import congkhai

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show|message|exit|default|required|error|try|missing"
    r"|invalid|such|did|mean|must|should|value|parameter|traceback|failed|cannot|could|not|file"
    r"|directory|permission|denied|unexpected|extra|range|str|int|float|bool|list\[|path)\b",
    re.IGNORECASE,
)
"""Words that typer, git, Python and the system say, and that no Vietnamese sentence of ours has."""


def commands() -> dict[str, Any]:
    """Each command by the words that call it, e.g. "edition close"."""
    return dict(_below(typer.main.get_command(app), ()))


def _below(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name, part in getattr(command, "commands", {}).items():
        yield from _below(part, (*words, name))
    if words and (not hasattr(command, "commands") or command.invoke_without_command):
        yield " ".join(words), command


def ask(*words: str) -> tuple[int, str]:
    """Run a command in this process: its exit and all that it says."""
    answer = congkhai(*words)
    return answer.status, answer.said


def require_readable(line: str) -> None:
    """The command line is parsed to its end, and nothing is run. Raises what typer raises."""
    program, *words = shlex.split(line)
    assert program == "congkhai"
    command: Any = typer.main.get_command(app)
    while name := _called(command, words):
        command, words = command.commands[name], words[len(name.split()) :]
    if "--help" not in words:
        context = command.make_context(program, words)
        assert all(param.name in context.params for param in command.params if param.name != "help")


def _called(command: Any, words: list[str]) -> str | None:
    """The command below that words begin with; its name may be of two words."""
    below = getattr(command, "commands", {})
    return next((name for name in (" ".join(words[:2]), *words[:1]) if name in below), None)
