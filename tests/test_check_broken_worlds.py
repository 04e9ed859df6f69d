"""Every rule, by a world that breaks it and the exact words an official reads about it."""

import json
import re
from pathlib import Path

import pytest
import yaml
from broken_worlds import CASES, SMALL, build_world, findings

from generator.problems import MESSAGES, Problem, render_github, render_json, render_text

GENERATOR = Path(__file__).parent.parent / "generator"
SENTENCES = yaml.safe_load(MESSAGES.read_text("utf-8"))["sentences"]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    return {
        case.name: findings(build_world(case, tmp_path_factory.mktemp(case.name)))
        for case in CASES
    }


def test_the_small_city_is_healthy() -> None:
    assert render_text(findings(SMALL)) == "Không có lỗi nào."


def test_the_small_city_keeps_the_contract_of_the_real_one() -> None:
    ours = (GENERATOR.parent / "data" / "datapackage.yaml").read_bytes()
    assert (SMALL / "datapackage.yaml").read_bytes() == ours


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_world_is_told_in_these_words(
    case: Path, found: dict[str, list[Problem]]
) -> None:
    expected = (case / "expected.txt").read_text("utf-8")
    assert render_text(found[case.name]) + "\n" == expected


def test_each_code_has_its_world(found: dict[str, list[Problem]]) -> None:
    for case, problems in found.items():
        assert case in {problem.code for problem in problems}
    assert set(SENTENCES) == set(found)


def test_each_code_in_the_program_has_its_sentence() -> None:
    text = "\n".join(
        path.read_text("utf-8")
        for path in sorted(GENERATOR.rglob("*"))
        if path.suffix in (".py", ".sql")
    )
    quoted = set(re.findall(r"""["']([a-z]+(?:-[a-z]+)*)["']""", text))
    assert set(SENTENCES) <= quoted


def test_each_sentence_is_there_in_both_languages() -> None:
    for code, sentence in SENTENCES.items():
        assert set(sentence) == {"vi", "en"}, code


def test_every_world_can_be_told_in_every_form(found: dict[str, list[Problem]]) -> None:
    for problems in found.values():
        for lang in ("vi", "en"):
            assert render_text(problems, lang)
            assert len(render_github(problems, lang).splitlines()) <= len(problems)
            rows = json.loads(render_json(problems, lang))
            assert len(rows) == len(problems)
            assert "{" not in rows[0]["message"]


