"""What a verification says: titles of its steps and sentences, by code, in Vietnamese."""

from collections.abc import Mapping
from pathlib import Path

from generator.model.own_yaml import own_yaml

WORDS: Mapping[str, Mapping[str, str]] = own_yaml(Path(__file__).with_suffix(".yaml"))
"""`titles` and `sentences`; in these `{…}` stands for a value."""
TITLES = WORDS["titles"]


def said(code: str, /, **values: object) -> str:
    """The sentence of a code with its values. Raises KeyError for an unknown code or no value."""
    return WORDS["sentences"][code].format_map(values)
