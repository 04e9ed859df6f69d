"""The contract itself: complete, titled in Vietnamese, and one with the typed records."""

import ast
from collections.abc import Iterator
from inspect import getfile
from itertools import pairwise
from pathlib import Path

import pytest
from frictionless import Package

from generator.datafolder.load import load_city, load_contract
from generator.model.datasets import DATASETS, DOSSIER_FIELDS
from generator.model.setting_types import Settings
from worlds.paths import DATA

CONTRACT, PROBLEMS = load_contract(DATA)


def test_the_contract_loads_without_a_finding() -> None:
    assert PROBLEMS == []


def test_every_dataset_stands_once() -> None:
    assert {d.name for d in CONTRACT.datasets} == {*DATASETS, "dossiers"}
    assert len(CONTRACT.datasets) == len(DATASETS) + 1


def test_frictionless_accepts_the_descriptor() -> None:
    assert Package.metadata_validate is not None
    report = Package(str(DATA / "datapackage.yaml")).to_descriptor()
    assert report["$schema"].endswith("/2.0/datapackage.json")
    assert all(r["$schema"].endswith("/2.0/dataresource.json") for r in report["resources"])


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_typed_records_have_the_contract_s_fields(name: str) -> None:
    fields = [field.name for field in CONTRACT.dataset(name).fields]
    assert fields == list(DATASETS[name].record.model_fields)


def test_dossiers_have_the_contract_s_fields() -> None:
    assert tuple(f.name for f in CONTRACT.dataset("dossiers").fields) == DOSSIER_FIELDS


def test_every_field_says_what_it_is() -> None:
    for dataset in CONTRACT.datasets:
        for field in dataset.fields:
            assert field.title.strip(), (dataset.name, field.name)
            assert len(field.description) > 8, (dataset.name, field.name)


def test_every_allowed_value_has_a_vietnamese_name() -> None:
    for dataset in CONTRACT.datasets:
        for field in dataset.schema["fields"]:
            allowed = field.get("constraints", {}).get("enum")
            named = [str(c["value"]) for c in field.get("categories", [])]
            assert named == [str(value) for value in allowed or []], (dataset.name, field["name"])


def changed_city(tmp_path: Path, old: str, new: str) -> Path:
    text = (DATA / "city.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "city.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return tmp_path


def test_an_unknown_setting_is_an_error(tmp_path: Path) -> None:
    city, problems = load_city(changed_city(tmp_path, "sample: true", "sample: true\nsampel: 1"))
    assert city is None
    assert [(p.code, p.field) for p in problems] == [("setting-unknown", "sampel")]


def test_a_setting_out_of_bounds_is_named(tmp_path: Path) -> None:
    _, problems = load_city(changed_city(tmp_path, "share: 0.3", "share: 30"))
    assert [(p.code, p.field) for p in problems] == [
        ("setting-invalid", "directives.0.duties.cut.share")
    ]


@pytest.mark.parametrize("pattern", ["(", "[", "a**", "\\", "(?P<a>a)(?P<a>a)", "a{99999999999}"])
def test_a_pattern_that_cannot_be_read_is_named(tmp_path: Path, pattern: str) -> None:
    """Whatever reads rows by it would die of it."""
    before = (DATA / "datapackage.yaml").read_text("utf-8")
    first = next(line for line in before.splitlines() if "pattern: " in line)
    after = before.replace(first, f"{first.partition('pattern: ')[0]}pattern: '{pattern}'", 1)
    (tmp_path / "datapackage.yaml").write_text(after, "utf-8")
    contract, problems = load_contract(tmp_path)
    assert contract is None
    row = before[: before.index(first)].count("\n") + 1
    assert [(p.code, p.row, p.values["value"]) for p in problems] == [
        ("contract-pattern", row, f"'{pattern}'")
    ]


def test_a_yaml_bomb_is_refused_at_its_first_anchor(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40))
    (tmp_path / "city.yaml").write_text(bomb, encoding="utf-8")
    _, problems = load_city(tmp_path)
    assert [(p.code, p.row) for p in problems] == [("yaml-alias", 1)]


def every_setting(kind: type[Settings]) -> Iterator[type[Settings]]:
    """The blocks of settings below a kind."""
    for below in kind.__subclasses__():
        yield below
        yield from every_setting(below)


def test_every_setting_is_documented() -> None:
    blocks = list(every_setting(Settings))
    names = {block.__name__ for block in blocks}
    files = {Path(str(getfile(block))) for block in blocks}
    parsed = [node for file in files for node in ast.parse(file.read_text("utf-8")).body]
    models = [node for node in parsed if isinstance(node, ast.ClassDef) and node.name in names]
    assert {"City", "Radio", "Publishing", "Directive"} <= {model.name for model in models}
    for model in models:
        for field, after in pairwise([*model.body, ast.Pass()]):
            if isinstance(field, ast.AnnAssign):
                told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                assert told, ast.unparse(field)
