"""What the form says when it refuses names no option of a command: there is no command there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from worlds.paths import ROOT

OPTION = re.compile(r"(?<![\w-])--[a-z]")
JOINS_ROOMS = {"generator.app.pipeline"}
"""What joins every room would lead to all of them."""


def imported(path: Path) -> set[str]:
    """The use cases that a module imports."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name for name in names if name.startswith("generator.app.")} - JOINS_ROOMS


def said(path: Path) -> Iterator[str]:
    """The texts of a module, without what is said about its code."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    about = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in about:
            yield node.value


def behind_the_form() -> set[Path]:
    """The modules of the desk, and every use case that one of them leads to."""
    found = set((ROOT / "generator" / "desk").rglob("*.py"))
    new = set(found)
    while new:
        names = {name for path in new for name in imported(path)}
        paths = {ROOT / f"{name.replace('.', '/')}.py" for name in names}
        new = {path for path in paths if path.is_file()} - found
        found |= new
    return found


def test_no_text_behind_the_form_names_an_option_of_a_command() -> None:
    modules = behind_the_form()
    assert {path.name for path in modules} >= {"approvals.py", "entry_template.py", "desk_week.py"}
    named = {(path.name, text) for path in modules for text in said(path) if OPTION.search(text)}
    assert named == set()
