"""`datapackage.yaml` as typed datasets: the contract every file of the data folder is held to."""

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
