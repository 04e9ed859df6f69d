"""Whatever part of the contract is missing or of another kind is told with its line."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.datafolder.load import load_contract
from generator.model.own_yaml import own_yaml
from worlds.paths import DATA

Place = tuple[int | str, ...]
OTHERS = (["x", ["y"]], {"x": {"y": "z"}}, True, 7)
"""Values of every other kind."""
REQUIRED = ("title", "description", "label", "resource", "resources")
"""Parts that must be there, and of one kind."""


def _small() -> dict[str, Any]:
    """The contract, with the first dataset and two of its columns alone: it is quicker to try."""
    whole = own_yaml(DATA / "datapackage.yaml")
    first = next(item for item in whole["resources"] if item["name"] == "commendations")
    some = ("unit_id", "status")
    first["schema"]["fields"] = [f for f in first["schema"]["fields"] if f["name"] in some]
    first["schema"]["fields"][0]["constraints"] |= {"pattern": "^a$", "enum": ["a"]}
    return whole | {"resources": [first]}


def _places(value: Any, place: Place = ()) -> Iterator[Place]:
    if place:
        yield place
    parts = value.items() if isinstance(value, dict) else ()
    parts = enumerate(value) if isinstance(value, list) else parts
    for key, part in parts:
        yield from _places(part, (*place, key))


def _with(place: Place, value: object) -> dict[str, Any]:
    whole = copy.deepcopy(_small())
    around: Any = whole
    for part in place[:-1]:
        around = around[part]
    if value is None:
        del around[place[-1]]
    else:
        around[place[-1]] = value
    return whole


@pytest.mark.parametrize("place", list(_places(_small())), ids=lambda p: ".".join(map(str, p)))
@pytest.mark.parametrize(
    "value", [None, *OTHERS], ids=["missing", "list", "parts", "flag", "number"]
)
def test_every_fault_names_its_line(place: Place, value: object, tmp_path: Path) -> None:
    text = yaml.safe_dump(_with(place, value), allow_unicode=True, sort_keys=False)
    (tmp_path / "datapackage.yaml").write_text(text, "utf-8")
    _, problems = load_contract(tmp_path)
    faults = [item for item in problems if item.code.startswith("contract-") and item.row]
    told = [item for item in faults if item.code != "contract-field-missing"]
    assert len(told) <= 1
    for fault in told:
        assert fault.row is not None and 1 <= fault.row <= text.count("\n")
        asked, found = ".".join(map(str, place)), fault.field or ""
        assert found.startswith(asked) or asked.startswith(found)
    assert told or place[-1] not in REQUIRED
