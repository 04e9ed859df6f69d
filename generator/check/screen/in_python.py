"""Screens a small table cell by cell, which takes less time than the engine needs to begin.

What is held to be right is as narrow here as it is before the engine: the same is found.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from math import inf
from typing import Any

from generator.check.screen.references import known_values
from generator.check.screen.rows import CaughtRow, Filter, Rows
from generator.check.screen.schema_sql import PLAIN, SHAPES, Compiled, Undecidable, bare, compiled
from generator.datafolder.table import Table, Tables, sound
from generator.model.contract import Contract, Dataset

FEW_ROWS = 2_000
MAX_BYTES = 2_000
_PLAIN = re.compile(PLAIN)
_SHAPES = {kind: re.compile(shape, re.ASCII) for kind, shape in SHAPES.items()}
_ALL: frozenset[Filter] = frozenset({"shape", "text", "rules"})
_WRONG_FORM: frozenset[Filter] = frozenset({"shape", "text"})
_WRONG_TEXT: frozenset[Filter] = frozenset({"text"})
Test = Callable[[str], bool]


def are_few(tables: Sequence[Table], limit: int = FEW_ROWS) -> bool:
    """True when the files of a dataset are CSV, and of less than `limit` rows together."""
    counts = [table.layout.row_count if table.layout else limit for table in tables]
    return sum(counts) < limit


def screen_few(contract: Contract, tables: Tables, dataset: Dataset) -> Rows:
    """The caught rows of a small dataset; of one that cannot be screened every row."""
    right = sound(tables[dataset.name])
    try:
        schema = compiled(dataset.schema)
        known = known_values(contract, tables, dataset)
        caught = _Few(schema, dataset.schema["fields"], known).caught(right)
        return Rows(caught=tuple(caught))
    except Undecidable:
        return Rows(whole=right)


class _Few:
    """The tests of each column of a dataset."""

    def __init__(
        self,
        schema: Compiled,
        fields: Sequence[Mapping[str, Any]],
        known: Mapping[tuple[str, str], Collection[str]],
    ) -> None:
        self.schema = schema
        self.forms = [_form(field) for field in fields]
        self.plain = [_is_plain if field.get("type", "string") == "string" else _any
                      for field in fields]  # fmt: skip
        for place, there in schema.references.items():
            if there in known:
                self._know(place, known[there])
        self.some_required = any(column.required for column in schema.columns)

    def _know(self, place: int, values: Collection[str]) -> None:
        """A column refers to values that are right for it too."""
        form, plain = self.forms[place], self.plain[place]
        there = {value for value in values if form(value) and plain(value)}
        empty = set() if self.schema.columns[place].required else {""}
        self.forms[place], self.plain[place] = (there | empty).__contains__, _any

    def caught(self, tables: Sequence[Table]) -> list[CaughtRow]:
        """Every caught row, in the order of the files. Raises Undecidable."""
        keys = Counter(self._key(cells) for table in tables for _, cells in table.rows())
        found = [caught for table in tables for caught in self._in(table, keys)]
        is_typed = not all(self.schema.columns[place].is_text for place in self.schema.key)
        if is_typed and any("shape" in caught.filters for caught in found):
            raise Undecidable  # two texts of a typed key may be one value
        return found

    def _key(self, cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(cells[at] if at < len(cells) else "" for at in self.schema.key)

    def _in(self, table: Table, keys: Mapping[tuple[str, ...], int]) -> Iterator[CaughtRow]:
        for row, cells in table.rows():
            if wrong := self._wrong(cells, keys):
                yield CaughtRow(table, row, cells, wrong)

    def _wrong(
        self, cells: Sequence[str], keys: Mapping[tuple[str, ...], int]
    ) -> frozenset[Filter]:
        if len(cells) != len(self.forms):
            return _ALL
        key = self._key(cells)
        if key and (keys[key] > 1 or not any(key)):
            return _WRONG_FORM
        if not all(form(cell) for form, cell in zip(self.forms, cells, strict=True)):
            return _WRONG_FORM
        if not self.some_required and not any(cells):
            return _WRONG_FORM
        is_plain = all(plain(cell) for plain, cell in zip(self.plain, cells, strict=True))
        return frozenset() if is_plain else _WRONG_TEXT


def _any(cell: str) -> bool:
    return True


def _is_plain(cell: str) -> bool:
    return not cell or (bool(_PLAIN.fullmatch(cell)) and len(cell.encode()) <= MAX_BYTES)


def _form(field: Mapping[str, Any]) -> Test:
    """Whether a cell is surely right in its form; the field is one that compiles."""
    rules: Mapping[str, Any] = field.get("constraints", {})
    kind, required = field.get("type", "string"), rules.get("required", False)
    test = _text_form(rules) if kind == "string" else _typed_form(kind, rules)
    return lambda cell: test(cell) if cell else not required


def _text_form(rules: Mapping[str, Any]) -> Test:
    allowed, pattern = rules.get("enum"), rules.get("pattern")
    tests: list[Callable[[str], object]] = []
    if allowed is not None:
        tests.append(frozenset(allowed).__contains__)
    if pattern is not None:
        tests.append(re.compile(f"(?:{bare(pattern)})").fullmatch)
    return lambda cell: all(test(cell) for test in tests)


def _typed_form(kind: str, rules: Mapping[str, Any]) -> Test:
    shape = _SHAPES[kind].fullmatch
    if kind == "date":
        return lambda cell: bool(shape(cell)) and _is_day(cell)
    if kind == "integer":
        least, most = rules.get("minimum", 0), rules.get("maximum", inf)
        return lambda cell: bool(shape(cell)) and least <= int(cell) <= most
    return lambda cell: bool(shape(cell))


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True
