"""The help in both languages: every text has its English, every command its examples, which run."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from generator.cli import help as frame
from generator.cli.app import app
from generator.cli.failures import EXIT_CODES
from generator.cli.help_words import english, examples, plain
from worlds.commands import ask, commands, require_readable

COMMANDS = commands()
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", re.IGNORECASE)
FRAME = (
    frame.USAGE, frame.ARGUMENTS, frame.OPTIONS, frame.COMMANDS, frame.EXAMPLES, frame.SHOW_HELP,
    frame.OPTIONS_WORD, frame.COMMAND_WORD, frame.DEFAULT, frame.FROM, frame.TO, frame.REQUIRED,
    *frame.KINDS.values(), EXIT_CODES,
)  # fmt: skip


def texts(command: Any) -> Iterator[str]:
    """Every text that the help of a command and of those below it shows."""
    yield command.help
    for param in command.params:
        yield param.help
        if param.param_type_name == "argument" and param.metavar:
            yield param.metavar
    for below in getattr(command, "commands", {}).values():
        yield from texts(below)


def test_every_text_of_the_help_has_its_english_and_no_other_text_has() -> None:
    shown = {plain(text) for text in (*texts(typer.main.get_command(app)), *FRAME)}
    assert shown == english().keys()


LANG = "--lang en"


@pytest.mark.parametrize(
    "line",
    [*(f"{LANG} {name} --help" for name in ("", "edition", *COMMANDS)),
     f"--help {LANG}", f"check --help {LANG}"],
)  # fmt: skip
def test_help_is_in_english_where_it_is_asked_for(line: str) -> None:
    status, said = ask(*line.split())
    name = line.replace(LANG, "").replace("--help", "").strip()
    assert status == 0 and said.startswith(f"Usage: congkhai{' ' if name else ''}{name}")
    rest = re.sub(r"“[^”]*”|congkhai .*|\([^)]*\)", "", said)
    assert not VIETNAMESE.findall(rest), rest


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_and_its_help_ends_with_them(name: str) -> None:
    lines = examples()[name]
    _, said = ask(*name.split(), "--help")
    assert [line.strip() for line in said.partition("Ví dụ:\n")[2].splitlines()] == lines


def test_no_example_is_of_a_command_that_is_not_there() -> None:
    assert examples().keys() == COMMANDS.keys()


@pytest.mark.parametrize("line", [line for lines in examples().values() for line in lines])
def test_an_example_is_read_as_it_is_typed(line: str) -> None:
    require_readable(line)
