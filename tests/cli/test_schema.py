"""Editors are led to the schema of a new project's settings, and the command prints the same."""

from pathlib import Path

import pytest

from generator.model.settings_schema import FILES, IN_DATA, written_schema
from worlds.command import congkhai

WAYS = (
    ("--kind", "xa", "--name", "Xã Hoa Sen", "--as-of", "2026-11-28"),
    ("--example",),
)


@pytest.mark.parametrize("name", FILES)
def test_the_command_prints_the_schema(name: str) -> None:
    answer = congkhai("schema", name)
    assert (answer.status, answer.said) == (0, written_schema(name))


@pytest.mark.parametrize("words", WAYS, ids=("empty", "example"))
def test_a_new_project_leads_editors_to_it(words: tuple[str, ...], tmp_path: Path) -> None:
    assert congkhai("new", tmp_path / "moi", *words).status == 0
    for name in IN_DATA:
        settings = tmp_path / "moi" / "data" / f"{name}.yaml"
        line, _, _ = settings.read_text("utf-8").partition("\n")
        begins, _, led = line.partition("$schema=")
        assert begins == "# yaml-language-server: "
        assert (settings.parent / led).read_text("utf-8") == written_schema(name)
