"""The typed contract of a parsed `datapackage.yaml`, or the place of the first fault in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.contract import Contract, Dataset, Field, ForeignKey

Place = tuple[int | str, ...]
TEXT, LIST, PARTS, FLAG, NAMES = "text", "list", "parts", "flag", "names"
EXPECTED: Mapping[str, tuple[str, str]] = {
    TEXT: ("chữ", "a text"),
    LIST: ("danh sách, mỗi phần tử một dòng bắt đầu bằng dấu -", "a list"),
    PARTS: ("các mục con, mỗi mục một dòng “tên: giá trị”", "keys with their values"),
    FLAG: ("true hoặc false", "true or false"),
    NAMES: ("một tên, hoặc danh sách tên", "a name, or a list of names"),
}
"""What a part must be, in Vietnamese and English."""


class ContractFault(Exception):
    """A part of the contract that is missing, or is not what it must be; `place` leads to it."""

    def __init__(self, code: str, place: Place, expected: str = TEXT) -> None:
        """`expected` is a key of EXPECTED."""
        super().__init__(code, place)
        self.code, self.place = code, place
        self.expected_vi, self.expected_en = EXPECTED[expected]


@dataclass(frozen=True)
class _Part:
    """A value of the contract and where it stands."""

    value: Any
    place: Place = ()

    def wrong(self, expected: str) -> ContractFault:
        return ContractFault("contract-wrong", self.place, expected)

    def find(self, name: str) -> "_Part | None":
        """The part of that name; None when there is none, or nothing in it."""
        if not isinstance(self.value, dict):
            raise self.wrong(PARTS)
        found = self.value.get(name)
        return None if found is None else _Part(found, (*self.place, name))

    def need(self, name: str) -> "_Part":
        """The part of that name, which must be there."""
        if (found := self.find(name)) is None:
            raise ContractFault("contract-incomplete", (*self.place, name))
        return found

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong(TEXT)
        return self.value

    def items(self) -> list["_Part"]:
        if not isinstance(self.value, list):
            raise self.wrong(LIST)
        return [_Part(item, (*self.place, number)) for number, item in enumerate(self.value)]

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.wrong(FLAG)
        return self.value

    def names(self) -> tuple[str, ...]:
        """One name, or several."""
        names = [self.value] if isinstance(self.value, str) else self.value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise self.wrong(NAMES)
        return tuple(names)

    def name(self) -> str:
        """The first of one name or several."""
        if not (names := self.names()):
            raise self.wrong(NAMES)
        return names[0]

    def pattern(self) -> str:
        """A regular expression."""
        pattern = self.text()
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError):
            raise ContractFault("contract-pattern", self.place) from None
        return pattern

    def cell(self) -> str:
        """A value as it stands in a cell: true, not True."""
        if isinstance(self.value, dict | list):
            raise self.wrong(TEXT)
        return str(self.value).lower() if isinstance(self.value, bool) else str(self.value)


def is_contract_text(place: Place) -> bool:
    """True where a number is a text: 1.10 is a version, and 01 a value that a column may have."""
    return place[-1] in ("version", "value")


def contract_of(raw: Mapping[str, Any]) -> Contract:
    """The typed contract of a parsed descriptor. Raises ContractFault for the first fault in it."""
    whole = _Part(dict(raw))
    return Contract(
        name=whole.need("name").text(),
        title=whole.need("title").text(),
        description=whole.need("description").text(),
        version=whole.need("version").cell(),
        datasets=tuple(_dataset(item) for item in whole.need("resources").items()),
    )


def _dataset(part: _Part) -> Dataset:
    schema, publish = part.need("schema"), part.find("publish")
    key, keys = schema.find("primaryKey"), schema.find("foreignKeys")
    return Dataset(
        name=part.need("name").text(),
        title=part.need("title").text(),
        description=part.need("description").text(),
        paths=part.need("path").names(),
        fields=tuple(_field(item) for item in schema.need("fields").items()),
        primary_key=key.names() if key else (),
        foreign_keys=tuple(_foreign_key(item) for item in keys.items()) if keys else (),
        publish=publish.flag() if publish else False,
        schema=schema.value,
    )


def _foreign_key(part: _Part) -> ForeignKey:
    reference = part.need("reference")
    return ForeignKey(
        part.need("fields").name(),
        reference.need("resource").text(),
        reference.need("fields").name(),
    )


def _field(part: _Part) -> Field:
    kind, categories = part.find("type"), part.find("categories")
    limits = part.find("constraints") or _Part({}, (*part.place, "constraints"))
    required, pattern, allowed = (limits.find(n) for n in ("required", "pattern", "enum"))
    return Field(
        name=part.need("name").text(),
        type=kind.text() if kind else "string",
        title=part.need("title").text(),
        description=part.need("description").text(),
        required=required.flag() if required else False,
        pattern=pattern.pattern() if pattern else None,
        labels=dict(_label(item) for item in categories.items()) if categories else {},
        enum=tuple(item.cell() for item in allowed.items()) if allowed else (),
    )


def _label(part: _Part) -> tuple[str, str]:
    return part.need("value").cell(), part.need("label").text()
