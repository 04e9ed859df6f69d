"""The house stays small, each dataset is named once, and its guides lead to what is there."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from generator.model.datasets import DATASETS, DOSSIERS
from generator.radio.items.registry import ITEM_KINDS
from generator.radio.select.greetings import CLOSING, GREETING, LEAD_IN
from worlds.paths import ROOT

GENERATOR = ROOT / "generator"
FILES = sorted(GENERATOR.rglob("*.py"))
MEDIAN_LINES, MOST_LINES, MOST_FUNCTION_LINES = 100, 300, 50
DESCRIPTORS = GENERATOR / "model" / "datasets.py"
NAMES = {*DATASETS, DOSSIERS}


def name_of(path: Path) -> str:
    return str(path.relative_to(GENERATOR))


def test_half_of_the_files_fit_on_two_screens() -> None:
    assert median(len(path.read_text("utf-8").splitlines()) for path in FILES) <= MEDIAN_LINES


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_file_and_no_function_is_long(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MOST_FUNCTION_LINES, f"{node.name}: {length} lines"


def texts_in(path: Path) -> set[object]:
    """The constants of a module."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.value for node in nodes if isinstance(node, ast.Constant)}


@pytest.mark.parametrize("path", [p for p in FILES if p != DESCRIPTORS], ids=name_of)
def test_a_dataset_is_named_by_its_descriptor_alone(path: Path) -> None:
    named = texts_in(path) & NAMES
    assert not named, f"ask generator.model.datasets for {named}"


@pytest.mark.parametrize(
    "path", [p for p in FILES if GENERATOR / "radio" not in p.parents], ids=name_of
)
def test_no_item_is_told_by_the_name_of_its_kind(path: Path) -> None:
    kinds = {kind.name for kind in (*ITEM_KINDS, GREETING, LEAD_IN, CLOSING)}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Compare) and getattr(node.left, "attr", "") == "kind":
            named = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
            assert not named & kinds, f"line {node.lineno}: ask generator.radio"


@pytest.mark.parametrize(
    "guide", [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")], ids=lambda path: path.name
)
def test_a_guide_leads_only_to_what_is_there(guide: Path) -> None:
    text = guide.read_text("utf-8")
    named = re.findall(
        r"\b(?:tests|generator|site_templates)/[\w/.-]+\.(?:py|yaml|sql|html)\b", text
    )
    assert [path for path in named if not (ROOT / path).exists()] == []


LATE_IMPORTS = {
    # Help is shown within 0.4 s: a command imports what it does when it is run.
    *(path for path in FILES if path.parent == GENERATOR / "cli"),
    # Frictionless takes longer to load than the records of a city to check, and is seldom needed.
    GENERATOR / "check" / "shape.py",
    # Spark is an extra that most cities do not install.
    GENERATOR / "measure" / "database.py",
}
"""Where an import may stand in a function, and why."""


def functions_of(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    late = [
        ast.unparse(node)
        for function in functions_of(ast.parse(path.read_text("utf-8")))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not late or path in LATE_IMPORTS


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nothing_is_remembered_but_in_a_value_that_never_changes(path: Path) -> None:
    """No function remembers its answers; a frozen value may keep what follows from its fields."""
    tree = ast.parse(path.read_text("utf-8"))
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not named & {"cache", "lru_cache"}
    frozen = {
        function
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef)
        and any("frozen=True" in ast.unparse(decorator) for decorator in kind.decorator_list)
        for function in kind.body
    }
    keeping = [
        function
        for function in functions_of(tree)
        if any(ast.unparse(decorator) == "cached_property" for decorator in function.decorator_list)
    ]
    assert [function.name for function in keeping if function not in frozen] == []
