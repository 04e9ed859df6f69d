"""Every rule, by a world that breaks it and the exact words an official reads about it."""

import json
import re
from pathlib import Path

import pytest

from generator.model.own_yaml import own_yaml
from generator.model.problems import MESSAGES, render_github, render_json, render_text
from worlds.broken import CASES, build_world, findings
from worlds.ledger_attacks import ATTACKS
from worlds.paths import ROOT
from worlds.small import SMALL

GENERATOR = ROOT / "generator"
OF_A_WHOLE_FILE = {
    "file-missing", "file-unreadable", "file-special", "not-a-file", "path-link", "yaml-too-large"
}  # fmt: skip
"""What is said of a file that nobody has read, and so of no line of it."""
SENTENCES = own_yaml(MESSAGES)["sentences"]


def test_the_small_city_is_healthy() -> None:
    assert render_text(findings(SMALL)) == "Không có lỗi nào."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_world_is_told_in_these_words(case: Path, tmp_path: Path) -> None:
    problems = findings(build_world(case, tmp_path))
    assert case.name in {problem.code for problem in problems}
    for problem in problems:
        is_of_yaml = problem.file.endswith(".yaml") and problem.code not in OF_A_WHOLE_FILE
        assert problem.row or not is_of_yaml, "whoever edits YAML looks for a line"
    assert render_text(problems) + "\n" == (case / "expected.txt").read_text("utf-8")
    for lang in ("vi", "en"):
        assert render_text(problems, lang)
        assert 1 <= len(render_github(problems, lang).splitlines()) <= len(problems)
        rows = json.loads(render_json(problems, lang))
        assert len(rows) == len(problems)
        assert not any("{" in row["message"] for row in rows)


def test_each_sentence_has_its_world() -> None:
    # tests/history/test_kept.py, tests/cli/test_forget.py
    of_repositories = {*ATTACKS.values(), "public-copy-figures"}
    assert sorted(SENTENCES.keys() - of_repositories) == [case.name for case in CASES]


def test_each_sentence_is_there_in_both_languages() -> None:
    for code, sentence in SENTENCES.items():
        assert set(sentence) == {"vi", "en"}, code


def test_each_sentence_belongs_to_a_code_of_the_program() -> None:
    text = "\n".join(
        path.read_text("utf-8")
        for path in sorted(GENERATOR.rglob("*"))
        if path.suffix in (".py", ".sql")
    )
    quoted = set(re.findall(r"""["']([a-z]+(?:-[a-z]+)*)["']""", text))
    assert set(SENTENCES) <= quoted


def test_each_code_of_the_program_has_its_sentence() -> None:
    calls = r"""(?:found|finding|Fault|_problem|Problem)\(\s*(?:dataset,\s*)?"([a-z-]+)\""""
    for path in sorted(GENERATOR.rglob("*.py")):
        codes = set(re.findall(calls, path.read_text("utf-8")))
        assert codes <= set(SENTENCES), f"{path.name}: {codes - set(SENTENCES)}"
