"""The settings' JSON Schema takes what the program takes, and refuses what a schema can refuse."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from datafolder.test_settings_file import WRONG, wrong_writings
from generator.datafolder.settings_file import load_settings
from generator.model.declared_settings import Declarations
from generator.model.settings import City
from generator.model.settings_schema import FILES, settings_schema
from worlds.paths import DATA, ROOT, TESTS
from worlds.settings import Place, around, places

CITY = Declarations(City)
VALIDATORS = {
    name: Draft202012Validator(settings_schema(name), format_checker=FormatChecker(["date"]))
    for name in FILES
}
PASSES = {
    "time-zone": {"Asia/Hanoi"},
    # What YAML 1.2 reads as a whole number however it is written, and 5.0 is one to JSON Schema.
    "integer": {"0x10", "0o17", "010", "5.0", "1e1"},
    "number": {"0x10", "0o17", "010", ".nan"},
    "date": {"1899-12-31", "9999-12-31"},
    "phone": {"1"},
}
"""Wrong writings that a schema cannot tell from right ones, by kind; all others it refuses."""


WRITINGS = [text for wrong in WRONG.values() for text in wrong.split()] + [
    *("15:00", "9:30", "'15:00:00'", '"2018-12-31"', "True", ".3", "3e-1", "643", "0643", "3.10"),
    *("(0237) 385-21.23 máy lẻ 2", "+84 237 385 2123", "no", "1_000", "~", "' a@b.example '"),
    *("|-\n  một dòng", '"https://trang.example/tin?a=1 "', "cán-bộ@thư.example", "#1F6F63"),
]


class _Core(yaml.CSafeLoader):
    """YAML as editors read it: by the core schema of 1.2, whose keys are texts."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


for tag, letters in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan",
}.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{letters})$"), None)
_Core.add_constructor(
    "tag:yaml.org,2002:int", lambda _, node: int(node.value.lstrip("+"), _base(node.value))
)


def _base(digits: str) -> int:
    return {"0x": 16, "0o": 8}.get(digits[:2], 10)


def read(text: str) -> Any:
    """A text as an editor holds it to a schema."""
    return with_texts_for_keys(yaml.load(text, _Core))


def with_texts_for_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): with_texts_for_keys(part) for key, part in value.items()}
    return [with_texts_for_keys(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(settings_schema(name))


def test_every_settings_file_of_the_repository_fits() -> None:
    found = [
        path
        for folder in (DATA, TESTS / "datasets")
        for name in FILES
        for path in folder.rglob(f"{name}.yaml")
        if "broken" not in path.parts
    ]
    assert len(found) > 6
    for path in found:
        errors = list(VALIDATORS[path.stem].iter_errors(read(path.read_text("utf-8"))))
        assert not errors, (path.relative_to(ROOT), errors[0])


def around_as_read(place: Place, letters: str) -> Any:
    before, after = around(CITY, place)
    return read(f"{before}{letters}{after}")


def kind_of(place: Place) -> str:
    schema = CITY.at(place)
    return str(schema.get("format") or ("enum" if "enum" in schema else schema["type"]))


def test_what_a_schema_can_refuse_it_refuses() -> None:
    passed = {
        (kind_of(place), letters)
        for place in places(CITY)
        for letters in wrong_writings(place)
        if VALIDATORS["city"].is_valid(around_as_read(place, letters))
    }
    assert passed == {(kind, letters) for kind, some in PASSES.items() for letters in some}


@given(
    place=st.sampled_from(places(CITY)),
    letters=st.sampled_from(WRITINGS) | st.from_regex(r"[0-9a-zỹ#@:/.+_ -]{1,12}", fullmatch=True),
)
def test_what_the_program_takes_the_schema_takes(place: Place, letters: str) -> None:
    before, after = around(CITY, place)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "city.yaml"
        path.write_text(f"{before}{letters}{after}", "utf-8")
        settings, _ = load_settings(path, CITY)
    if settings:
        VALIDATORS["city"].validate(around_as_read(place, letters))


def patterns(schema: Any) -> set[str]:
    """Every pattern in a schema, wherever it stands."""
    inner = schema.values() if isinstance(schema, dict) else schema
    if not isinstance(schema, dict | list):
        return set()
    own = {schema["pattern"]} if isinstance(schema, dict) and "pattern" in schema else set()
    return own.union(*(patterns(part) for part in inner))


def test_patterns_are_of_the_kind_that_all_engines_read_alike() -> None:
    found = patterns([settings_schema(name) for name in FILES])
    assert len(found) > 8
    assert [one for one in found if re.search(r"\\[wWdDbB\"'-]|\(\?[^:]", one)] == []


def test_every_setting_says_in_vietnamese_what_it_is() -> None:
    def told(schema: Any, declared: Any, place: Place) -> None:
        assert schema["description"], place
        if place and isinstance(place[-1], str):
            title = declared.at(place)["title"]
            assert schema["title"].lower() == title.lower(), place
        for name, inner in schema.get("properties", {}).items():
            told(inner, declared, (*place, name))
        if "items" in schema:
            told(schema["items"], declared, (*place, 0))

    for name, model in FILES.items():
        told(settings_schema(name), Declarations(model), ())
