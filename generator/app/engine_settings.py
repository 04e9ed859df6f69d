"""The engine's settings, `mkdocs.yml`, read as a tree so that no tag in them does anything."""

from collections.abc import Mapping
from typing import Any

import yaml

from generator.edition.hand_written import PLACES, SETTINGS
from generator.model.own_yaml import QUICKEST


def program_settings(text: str) -> bytes:
    """Those that belong to the program, written in one way: what a city words is left out."""
    kept = [(key, node) for key, node in _pairs(text) if key.value not in {*SETTINGS, *PLACES}]
    written: str = yaml.serialize(yaml.MappingNode("tag:yaml.org,2002:map", kept))
    return written.encode()


def city_settings(text: str) -> Mapping[str, Any]:
    """Those that a city words or orders by itself; one that is no plain value is left out."""
    found = {}
    for key, node in _pairs(text):
        if key.value in SETTINGS:
            try:
                found[key.value] = yaml.load(yaml.serialize(node), QUICKEST)  # noqa: S506  # a safe loader
            except yaml.YAMLError:
                continue
    return found


def _pairs(text: str) -> list[tuple[Any, Any]]:
    tree = yaml.compose(text, Loader=QUICKEST)
    return tree.value if isinstance(tree, yaml.MappingNode) else []
