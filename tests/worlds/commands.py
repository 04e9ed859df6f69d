"""Every command of `congkhai`, found where it is declared, and run in this process."""

import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

import typer.main

from generator.cli.app import app
from generator.cli.failures import told_failure

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
    if words and not hasattr(command, "commands"):
        yield " ".join(words), command


def ask(*words: str) -> tuple[int, str]:
    """Run a command in this process: its exit and all that it says."""
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            status = app(list(words), standalone_mode=False, prog_name="congkhai") or 0
        except Exception as error:
            sentence, status = told_failure(error)
            typer.echo(sentence, err=True)
    return status, said.getvalue()
