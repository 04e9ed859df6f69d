"""Every command's help, and every way to type it wrongly, is in Vietnamese."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.cli.failures import EXIT_CODES
from worlds.commands import ENGLISH, ask, commands

COMMANDS = commands()
GROUPS = ("", "edition")


def frames(help_text: str) -> str:
    """What of a help is neither a name that is typed nor an example."""
    names = r"--[a-z-]+|<[a-z]+\|[a-z|]+>|\[mặc định: [^\]]*\]"
    return re.sub(rf"{names}|working_day|same_day|\b\w+\.(csv|yaml|jsonl|yml)\b", "", help_text)


@pytest.mark.parametrize("name", [*GROUPS, *COMMANDS])
def test_help_is_in_vietnamese(name: str) -> None:
    status, said = ask(*name.split(), "--help")
    assert status == 0
    assert said.startswith(f"Cách dùng: congkhai{' ' if name else ''}{name} [TÙY CHỌN]")
    assert "--help" in said and "Hiện hướng dẫn này rồi thoát." in said
    assert not ENGLISH.findall(frames(said)), said
    for param in COMMANDS[name].params if name in COMMANDS else ():
        assert param.help, (name, param.name)


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_alone_shows_its_help(name: str) -> None:
    status, said = ask(*name.split())
    assert status == 2 and "Lệnh:" in said
    assert (" ".join(EXIT_CODES.split()) in " ".join(said.split())) == (not name)


def wrong_uses(name: str, command: Any) -> Iterator[tuple[str, ...]]:
    """A command line for each way not to fit a command."""
    yield name, "--khong-co"
    yield name, "-x"
    yield name[:-1], ""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    if all(p.nargs == 1 for p in arguments):
        yield (name, *(["x"] * (len(arguments) + 1)))
    if any(p.required for p in command.params):
        yield (name,)
    for param in command.params:
        if param.param_type_name == "argument":
            continue
        if param.is_flag:
            yield name, f"{param.opts[0]}=1", *(["x"] * len(arguments))
        else:
            yield name, param.opts[0]
        if not param.is_flag and (
            param.type_descriptor.choices or param.type_descriptor.annotation in (int, float)
        ):
            yield name, f"{param.opts[0]}=không phải", *(["x"] * len(arguments))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_typed_wrongly_is_told_in_vietnamese(name: str) -> None:
    for line in wrong_uses(name, COMMANDS[name]):
        status, said = ask(*line[0].split(), *filter(None, line[1:]))
        assert status == 2, (line, said)
        assert f"Xem cách dùng: congkhai {line[0]} --help" in said or line[0] not in COMMANDS
        assert said.count("\n") == 1, (line, said)
        assert not ENGLISH.findall(frames(said)), (line, said)


@pytest.mark.parametrize(
    ("typed", "meant"), [("chekc", "check"), ("edition clos", "close"), ("check --lagn", "--lang")]
)
def test_what_was_meant_is_guessed(typed: str, meant: str) -> None:
    assert f"(gần giống: {meant})" in ask(*typed.split())[1]
