"""What others look for in a project: how to cite it, where to say what is wrong, what to hook."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.model.own_yaml import own_yaml
from issue_templates import FORMS, PLAIN, forms, plain
from sbom import project
from worlds.paths import CONGKHAI, DATA, ROOT

PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
CITED = {"version", "license", "keywords"}
CFF_KEYS = CITED | {"cff-version", "type", "title", "message", "abstract", "authors"}


def test_a_citation_is_of_this_version() -> None:
    cited, own = own_yaml(ROOT / "CITATION.cff"), project()
    assert {key: cited[key] for key in CITED} == {key: own[key] for key in CITED}
    assert cited["abstract"] == own["description"] and cited["title"] == own["name"]
    assert cited["authors"] == own["authors"]
    assert (cited["cff-version"], cited["type"]) == ("1.2.0", "software")
    assert cited.keys() == CFF_KEYS and cited["message"]


@pytest.mark.parametrize("name", forms())
def test_a_form_asks_in_both_languages_and_is_the_same_on_every_forge(name: str) -> None:
    form = forms()[name]
    assert (PLAIN / f"{name}.md").read_text("utf-8") == plain(form), (
        "python tests/issue_templates.py"
    )
    assert {"name", "description", "title", "labels", "body"} == form.keys()
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked) > 2
    assert {part["type"] for part in asked} <= {"input", "textarea", "dropdown"}
    for part in asked:
        assert " / " in part["attributes"]["label"]
        assert part["type"] != "dropdown" or part["attributes"]["options"]
    assert " / " in form["name"] and " / " in form["description"]


def test_there_is_a_form_for_each_kind_of_fault() -> None:
    assert [*forms()] == ["1-bug", "2-wrong-figure", "3-wrong-reading"]
    assert (FORMS / "config.yml").is_file()


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city's repository that hooks the check in, beside the command as it is installed."""
    (hook,) = own_yaml(ROOT / ".pre-commit-hooks.yaml")
    assert hook["language"] == "python"
    local = {"repo": "local", "hooks": [hook | {"language": "system"}]}
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}), "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def commit_hook(city: Path) -> tuple[int, str]:
    """What pre-commit says of all that is to be saved."""
    subprocess.run(["git", "add", "-A"], cwd=city, check=True)
    path = os.pathsep.join((str(CONGKHAI.parent), os.environ["PATH"]))
    done = subprocess.run(
        [*PRE_COMMIT, "run", "congkhai-check", "--color", "never"],
        cwd=city,
        env=os.environ | {"PATH": path, "PRE_COMMIT_HOME": str(city.parent / "kept")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_the_hook_lets_pass_what_is_right_and_holds_what_is_not(city: Path) -> None:
    assert commit_hook(city)[0] == 0
    units = city / "data" / "units.csv"
    units.write_text(units.read_text("utf-8") + "hai-lan,,ward,,,,,true,\n", "utf-8")
    status, said = commit_hook(city)
    assert status == 1 and "units.csv" in said


def test_the_hooks_are_written_as_pre_commit_wants_them() -> None:
    for kind, name in (
        ("manifest", ".pre-commit-hooks.yaml"),
        ("config", ".pre-commit-config.yaml"),
    ):
        subprocess.run([*PRE_COMMIT, f"validate-{kind}", str(ROOT / name)], check=True)
