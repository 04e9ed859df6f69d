"""No text in front of people names a law by itself: each is cited out of the dated vocabulary."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.laws import VIETNAM
from worlds.paths import ROOT

LAW = re.compile(
    r"\d+/\d{4}/(?:NĐ-CP|QH\d+|TT-[A-ZĐ]+|QĐ-TTg)|\d+/QĐ-TTg"
    r"|(?:Bộ l|L)uật (?:số )?(?:[A-ZĐÂ]|\d)|(?:Nghị định|Thông tư) (?:số )?\d"
    r"|Civil Code|Press Law|\bLaws? (?:on|\d)|Decree \d|Circular \d|Decision \d+/"
)
"""How acts of parliament, decrees, circulars and decisions of the prime minister are named."""
VOCABULARY = ROOT / "generator" / "model" / "laws.yaml"
FOLDERS = ("generator", "content", "site_templates")
WRITTEN = (".md", ".html", ".js", ".yaml", ".sql", ".svg", ".atom", ".txt", ".csv")
STANDING = [x.grounds[0].vi for x in VIETNAM.matters.values() if len(x.grounds) == 1]
"""What data and SQL, which know no day, may name: nothing has taken its place."""
DOCUMENTS = [re.sub(r"^Điều \d+ | ngày .*", "", ground) for ground in STANDING]


def texts_of(file: Path) -> Iterator[str]:
    """What a file says in front of people: of Python its strings, without the docstrings."""
    text = file.read_text("utf-8")
    if file.suffix != ".py":
        told = re.sub(r"^\s*#.*", "", text, flags=re.MULTILINE) if file.suffix == ".yaml" else text
        yield " ".join(re.sub(r"\n\s*(?:--)?", " ", told).split())
        return
    tree = ast.parse(text)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def named(file: Path) -> list[str]:
    """Where a file names a law by itself."""
    found = []
    for text in texts_of(file):
        rest = text
        if file.suffix in (".sql", ".yaml"):
            for document in DOCUMENTS:
                rest = rest.replace(document, "")
        found += [rest[max(x.start() - 30, 0) : x.end() + 30] for x in LAW.finditer(rest)]
    return found


def files() -> list[Path]:
    every = (path for name in FOLDERS for path in (ROOT / name).rglob("*"))
    return sorted(x for x in every if x.suffix in (*WRITTEN, ".py") and x != VOCABULARY)


def test_laws_are_cited_out_of_the_vocabulary_alone() -> None:
    found = {str(file.relative_to(ROOT)): named(file) for file in files()}
    assert {file: places for file, places in found.items() if places} == {}


@pytest.mark.parametrize("ground", VIETNAM.grounds.values(), ids=lambda x: x.id)
def test_the_lint_knows_every_law_of_the_vocabulary(ground) -> None:
    assert LAW.search(ground.vi) and LAW.search(ground.en)
