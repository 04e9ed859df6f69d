"""Errors of frictionless in our own codes.

Its notes are English whatever the template, so an error is known by its type and its fields, and
told by our sentences.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS

TYPE_CODES = {
    "date": "type-date",
    "integer": "type-integer",
    "number": "type-number",
    "boolean": "type-boolean",
}
NOT_READ_ON = "rows-not-read-on"
"""The code of a dataset with so many wrong rows that the others were not looked at."""
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
CONSTRAINT_CODES = {name: name for name in ("required", "enum", "pattern", "minimum", "maximum")}
CONSTRAINT_CODES |= {"minLength": "length-below", "maxLength": "length-above"}

CellFinding = tuple[str, str | None, dict[str, str]]
"""Code, column and the values of its sentence."""


def type_code(kind: str, value: str, otherwise: str = "type-other") -> str:
    """The code of a value that is not of its column's type."""
    code = TYPE_CODES.get(kind, otherwise)
    return "date-unreal" if code == "type-date" and ISO_DATE.fullmatch(value) else code


def cell_findings(
    contract: Contract, dataset: Dataset, schema: Any, row: Any, cells: int, same_key: int | None
) -> Iterator[CellFinding]:
    """What is wrong with a row: its width once, then its cells.

    `cells` says how many the file has in it; `same_key` is the number of an earlier row with the
    same key.
    """
    kinds = {error.type for error in row.errors}
    missing = {error.field_name for error in row.errors if error.type == "missing-cell"}
    if "blank-row" in kinds:
        yield "row-blank", None, {}
        return
    width = {"count": str(cells), "expected": str(len(dataset.fields))}
    if "extra-cell" in kinds or missing:  # its cells stand in wrong columns: they mean nothing
        yield ("cell-missing" if missing else "cell-extra"), None, width
        return
    if list(row.cells) == [field.name for field in dataset.fields]:
        yield "header-repeated", None, {}
        return
    for error in row.errors:
        if error.type == "type-error":
            code = type_code(dataset.field(error.field_name).type, error.cell)
            yield code, error.field_name, {"value": error.cell}
        elif error.type == "foreign-key":
            there = contract.dataset(error.reference_name).title
            value, thing = error.field_cells[0], f"{error.reference_name}/{error.field_cells[0]}"
            values = {"value": value, "there": there, "thing": thing}
            yield "reference-dangling", error.field_names[0], values
        elif error.type == "primary-key":
            yield _of_key(dataset, row, same_key)
    unfit = {e.field_name: e.cell for e in row.errors if e.type == "constraint-error"}
    for name, cell in unfit.items():
        yield from _of_constraints(dataset, schema.get_field(name), cell)


def _of_constraints(dataset: Dataset, described: Any, cell: str) -> Iterator[CellFinding]:
    """The constraints of a column that a cell does not keep."""
    field = dataset.field(described.name)
    allowed = "; ".join(f"{value} ({label})" for value, label in field.labels.items())
    for constraint in described.read_cell(cell)[1] or ():
        code = CONSTRAINT_CODES.get(constraint, "constraint-other")
        if code == "required" and _is_clarity(dataset, field.name):
            code = "five-clarities"
        limit = str(described.constraints[constraint])
        values = {"value": cell, "limit": limit, "constraint": constraint}
        yield code, field.name, values | {"allowed": allowed or limit, "about": field.description}


def _is_clarity(dataset: Dataset, name: str) -> bool:
    """True for one of the five clarities of a task."""
    known = DATASETS.get(dataset.name)
    declared = known.columns.get(name) if known else None
    return declared is not None and declared.clarity


def _of_key(dataset: Dataset, row: Any, same_key: int | None) -> CellFinding:
    keys = dataset.primary_key
    if same_key is None:
        return "required", keys[0], {}
    return "key-duplicate", keys[0], {"value": _key(dataset, row), "other": str(same_key)}


def key_alike(dataset: Dataset, row: Any, other: int) -> CellFinding:
    """The key of a row that differs in capitals alone from that of an earlier row."""
    value = _key(dataset, row)
    return "key-in-other-capitals", dataset.primary_key[0], {"value": value, "other": str(other)}


def _key(dataset: Dataset, row: Any) -> str:
    cells = dict(zip((item.name for item in dataset.fields), row.cells, strict=False))
    return ", ".join(str(cells[key]) for key in dataset.primary_key if cells.get(key))
