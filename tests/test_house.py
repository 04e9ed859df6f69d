"""The house stays small, each dataset is named once, and its guides lead to what is there."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest

from generator.model.datasets import DATASETS, DOSSIERS
from generator.radio.items.registry import ITEM_KINDS
from generator.radio.select.check_code import CHECK_CODE
from generator.radio.select.greetings import CLOSING, GREETING, LEAD_IN
from worlds.paths import ROOT

GENERATOR = ROOT / "generator"
FILES = sorted(GENERATOR.rglob("*.py"))
MEDIAN_LINES, MOST_LINES, MOST_FUNCTION_LINES = 100, 300, 50
DESCRIPTORS = GENERATOR / "model" / "datasets.py"
NAMES = {*DATASETS, DOSSIERS}


Trees = Mapping[Path, ast.Module]


def name_of(path: Path) -> str:
    return str(path.relative_to(GENERATOR))


@pytest.fixture(scope="module")
def trees() -> Trees:
    """Every file of the program, parsed once."""
    return {path: ast.parse(path.read_text("utf-8")) for path in FILES}


def test_half_of_the_files_fit_on_two_screens() -> None:
    assert median(len(path.read_text("utf-8").splitlines()) for path in FILES) <= MEDIAN_LINES


def test_no_file_and_no_function_is_long(trees: Trees) -> None:
    long = {
        name_of(path) for path in FILES if len(path.read_text("utf-8").splitlines()) > MOST_LINES
    }
    assert long == set(), f"at most {MOST_LINES} lines"
    lengths = {
        (name_of(path), node.name): (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in trees.items()
        for node in functions_of(tree)
    }
    assert {place: n for place, n in lengths.items() if n > MOST_FUNCTION_LINES} == {}


def test_a_dataset_is_named_by_its_descriptor_alone(trees: Trees) -> None:
    named = {
        (name_of(path), node.lineno): node.value
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in NAMES and path != DESCRIPTORS
    }
    assert named == {}, "ask generator.model.datasets for these"


def test_no_item_is_told_by_the_name_of_its_kind(trees: Trees) -> None:
    kinds = {kind.name for kind in (*ITEM_KINDS, GREETING, LEAD_IN, CHECK_CODE, CLOSING)}
    told = {
        (name_of(path), part.lineno): part.value
        for path, tree in trees.items()
        if GENERATOR / "radio" not in path.parents
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and getattr(node.left, "attr", "") == "kind"
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and part.value in kinds
    }
    assert told == {}, "ask generator.radio"


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
    GENERATOR / "app" / "sources.py",  # git, where a data folder lies in a repository
}
"""Where an import may stand in a function, and why."""


def functions_of(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_imports_stand_at_the_top(trees: Trees) -> None:
    late = {
        path
        for path, tree in trees.items()
        for function in functions_of(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert late <= LATE_IMPORTS


def test_no_function_remembers_its_answers(trees: Trees) -> None:
    """They would lie in the module, where nobody sees them and nothing lets go of them."""
    names = {
        (path, node.id if isinstance(node, ast.Name) else node.attr)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert {path for path, name in names if name in ("cache", "lru_cache")} == set()
    assert [
        p for p, t in trees.items() if any(isinstance(n, ast.Global) for n in ast.walk(t))
    ] == []


def test_only_a_value_that_never_changes_keeps_what_follows_from_it(trees: Trees) -> None:
    """A frozen dataclass may have a `cached_property`: it is made of its fields alone."""
    for path, tree in trees.items():
        frozen = {
            function
            for kind in ast.walk(tree)
            if isinstance(kind, ast.ClassDef)
            and any("frozen=True" in ast.unparse(decorator) for decorator in kind.decorator_list)
            for function in kind.body
        }
        for function in functions_of(tree):
            decorators = [ast.unparse(decorator) for decorator in function.decorator_list]
            assert "cached_property" not in decorators or function in frozen, path
