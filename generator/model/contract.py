"""`datapackage.yaml` as typed datasets: the contract every file of the data folder is held to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from functools import cached_property
from typing import Any

from generator.model.datasets import name_of
from generator.model.record import Record


@dataclass(frozen=True)
class Field:
    """One column: its Vietnamese title and description, its type and its constraints.

    `labels` are the Vietnamese names of the allowed values, in order; empty when any value of
    the type is allowed. `enum` are the values that the check lets through, all when empty.
    """

    name: str
    type: str
    title: str
    description: str
    required: bool = False
    pattern: str | None = None
    labels: Mapping[str, str] = default(default_factory=dict, hash=False)
    enum: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignKey:
    """`field` holds a value of `reference_field` in the dataset `reference`."""

    field: str
    reference: str
    reference_field: str


@dataclass(frozen=True)
class Dataset:
    """One dataset: its files (relative to the data folder), fields and keys.

    `publish` marks a table of the city's own, which is checked, searched and published as it is.
    """

    name: str
    title: str
    description: str
    paths: tuple[str, ...]
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    schema: Mapping[str, Any] = default(hash=False, repr=False)
    publish: bool = False

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError when there is none."""
        return self._fields[name]

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {item.name: item for item in self.fields}


@dataclass(frozen=True)
class Contract:
    """The whole data package."""

    name: str
    title: str
    description: str
    version: str
    datasets: tuple[Dataset, ...]

    def dataset(self, name: str) -> Dataset:
        """The dataset of that name. Raises KeyError when there is none."""
        return self._datasets[name]

    @cached_property
    def _datasets(self) -> dict[str, Dataset]:
        return {dataset.name: dataset for dataset in self.datasets}

    def label(self, kind: type[Record], column: str, value: str) -> str:
        """The Vietnamese name of an enumerated value; the value itself when it has none."""
        return self.dataset(name_of(kind)).field(column).labels.get(value, value)


def _text(raw: Mapping[str, Any], name: str) -> str:
    """The text under `name`. Raises KeyError, TypeError."""
    value = raw[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _flag(raw: Mapping[str, Any], name: str) -> bool:
    """Whether something is so; not when nothing is said. Raises TypeError: yes is no true."""
    value = raw.get(name, False)
    if not isinstance(value, bool):
        raise TypeError(name)
    return value


def _pattern(constraints: Mapping[str, Any]) -> str:
    """The pattern of a column. Raises TypeError, and ValueError for one that cannot be read."""
    pattern = _text(constraints, "pattern")
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        raise ValueError(f"pattern: {pattern}") from None
    return pattern


def _names(value: Any) -> tuple[str, ...]:
    """One name, or several. Raises TypeError."""
    names = [value] if isinstance(value, str) else list(value or ())
    if not all(isinstance(name, str) for name in names):
        raise TypeError(str(value))
    return tuple(names)


def _cell(value: object) -> str:
    """A value as it stands in a cell: true, not True."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def is_contract_text(place: tuple[int | str, ...]) -> bool:
    """True where a number is a text: 1.10 is a version, and 01 a value that a column may have."""
    return place[-1] in ("version", "value")


def _field(raw: Mapping[str, Any]) -> Field:
    constraints = raw.get("constraints") or {}
    return Field(
        name=_text(raw, "name"),
        type=_text({"type": "string", **raw}, "type"),
        title=_text(raw, "title"),
        description=_text(raw, "description"),
        required=_flag(constraints, "required"),
        pattern=_pattern(constraints) if "pattern" in constraints else None,
        labels={_cell(item["value"]): _text(item, "label") for item in raw.get("categories") or ()},
        enum=tuple(_cell(value) for value in constraints.get("enum") or ()),
    )


def _foreign_key(raw: Mapping[str, Any]) -> ForeignKey:
    reference = raw["reference"]
    mine, there = _names(raw["fields"]), _names(reference["fields"])
    return ForeignKey(mine[0], _text(reference, "resource"), there[0])


def _dataset(raw: Mapping[str, Any]) -> Dataset:
    schema = raw["schema"]
    return Dataset(
        name=_text(raw, "name"),
        title=_text(raw, "title"),
        description=_text(raw, "description"),
        paths=_names(raw["path"]),
        fields=tuple(_field(item) for item in schema["fields"]),
        primary_key=_names(schema.get("primaryKey")),
        foreign_keys=tuple(_foreign_key(item) for item in schema.get("foreignKeys") or ()),
        publish=raw.get("publish") is True,
        schema=schema,
    )


def contract_of(raw: Mapping[str, Any]) -> Contract:
    """The typed contract of a parsed descriptor.

    Raises KeyError, TypeError, IndexError or ValueError when the descriptor lacks a part or one is
    not what it must be; `load_contract` turns that into a finding.
    """
    return Contract(
        name=_text(raw, "name"),
        title=_text(raw, "title"),
        description=_text(raw, "description"),
        version=str(raw["version"]),
        datasets=tuple(_dataset(item) for item in raw["resources"]),
    )
