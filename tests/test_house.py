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
