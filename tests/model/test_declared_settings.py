"""Every setting says what it is, what it may be, and gives one right example."""

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.datafolder.settings_file import load_settings
from generator.model.abbreviations import Abbreviations
from generator.model.declared_settings import Declarations
from generator.model.setting_types import Settings
from generator.model.settings import City
from worlds.settings import Place, around, places

CITY = Declarations(City)
SETTINGS = [
    (declared, place)
    for declared in (CITY, Declarations(Abbreviations))
    for place in places(declared)
]


def blocks_of(block: type[Settings]) -> Iterator[type[Settings]]:
    for below in block.__subclasses__():
        yield below
        yield from blocks_of(below)


@pytest.mark.parametrize("block", [*blocks_of(Settings)], ids=lambda block: block.__name__)
def test_of_every_setting_a_text_below_it_says_what_it_is(block: type[Settings]) -> None:
    (tree,) = ast.parse(inspect.getsource(block)).body
    assert isinstance(tree, ast.ClassDef)
    told = {
        ast.unparse(setting.target)
        for setting, below in pairwise(tree.body)
        if isinstance(setting, ast.AnnAssign)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    }
    assert block.model_fields.keys() & block.__annotations__.keys() <= told


@pytest.mark.parametrize(("declared", "place"), SETTINGS, ids=str)
def test_every_setting_is_described_and_its_example_is_right(
    tmp_path: Path, declared: Declarations[Any], place: Place
) -> None:
    path = tmp_path / "city.yaml"
    schema = declared.at(place)
    if place[-1] != 0:
        assert schema["title"] != place[-1] and schema["title"][0].islower(), "a Vietnamese title"
    assert declared.limits(place, "vi") != declared.limits(place, "en")
    example = json.dumps(declared.example(place), ensure_ascii=False, default=str)
    path.write_text(example.join(around(declared, place)), "utf-8")
    assert load_settings(path, declared)[1] == []
    assert "\n" not in declared.written_example(place)


def test_limits_are_told_as_they_are_written() -> None:
    assert (
        CITY.limits(("directives", 0, "duties", "reports", "day"), "vi") == "số nguyên từ 1 đến 28"
    )
    assert CITY.limits(("radio", "dialect"), "en") == "one of these values: north, south"
    assert "lớn hơn 0 và không quá 60" in CITY.limits(("radio", "slot_minutes"), "vi")
    assert "1900-01-01" in CITY.limits(("as_of",), "vi")


def test_examples_are_told_as_they_are_written() -> None:
    assert CITY.written_example(("as_of",)) == "as_of: 2018-12-31"
    assert CITY.written_example(("policy", "same_day_cutoff")) == "same_day_cutoff: '15:00'"
    assert CITY.written_example(("radio", "pauses", "comma")) == "comma: 0.2"
    assert CITY.written_example(("hotlines", 0)).startswith("- {name: ")
