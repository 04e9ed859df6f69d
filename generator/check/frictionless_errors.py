"""Errors of frictionless in our own codes.

Its notes are English whatever the template, so an error is known by its type and by the name of
the constraint, and told by our sentences.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.model.contract import Contract, Dataset

CLARITIES = ("who", "task", "responsible", "process", "result")
LABEL_CODES = {
    "extra-label": "label-extra",
    "missing-label": "label-missing",
    "blank-label": "label-blank",
    "duplicate-label": "label-duplicate",
    "incorrect-label": "label-wrong",
}
TYPE_CODES = {"date": "type-date", "integer": "type-integer", "boolean": "type-boolean"}
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
CONSTRAINT_CODES = {name: name for name in ("required", "enum", "pattern", "minimum")}

CellFinding = tuple[str, str | None, dict[str, str]]
"""Code, column and the values of its sentence."""


def type_code(kind: str, value: str, otherwise: str = "type-other") -> str:
    """The code of a value that is not of its column's type."""
    code = TYPE_CODES.get(kind, otherwise)
    return "date-unreal" if code == "type-date" and ISO_DATE.fullmatch(value) else code


def label_finding(error: Any) -> CellFinding:
    """What is wrong with a column's name."""
    values = {"value": error.label, "number": str(error.field_number)}
    return LABEL_CODES[error.type], error.field_name or None, values


def cell_findings(contract: Contract, dataset: Dataset, row: Any) -> Iterator[CellFinding]:
    """What is wrong with a row: its width once, then its cells."""
    kinds = {error.type for error in row.errors}
    missing = {error.field_name for error in row.errors if error.type == "missing-cell"}
    if "blank-row" in kinds:
        yield "row-blank", None, {}
        return
    width = {"count": str(len(row.cells)), "expected": str(len(dataset.fields))}
    if "extra-cell" in kinds:
        yield "cell-extra", None, width
    if missing:
        yield "cell-missing", None, width
    for error in row.errors:
        if getattr(error, "field_name", None) not in missing:
            yield from _of_error(contract, dataset, error)


def _of_error(contract: Contract, dataset: Dataset, error: Any) -> Iterator[CellFinding]:
    if error.type == "type-error":
        code = type_code(dataset.field(error.field_name).type, error.cell)
        yield code, error.field_name, {"value": error.cell}
    elif error.type == "constraint-error":
        yield _of_constraint(dataset, error)
    elif error.type == "foreign-key":
        there = contract.dataset(error.reference_name).title
        yield (
            "reference-dangling",
            error.field_names[0],
            {"value": error.field_cells[0], "there": there},
        )
    elif error.type == "primary-key":
        yield _of_key(dataset, error)


def _of_constraint(dataset: Dataset, error: Any) -> CellFinding:
    constraint, _, limit = error.note.removeprefix('constraint "').partition('" is "')
    code = CONSTRAINT_CODES.get(constraint, "constraint-other")
    if code == "required" and dataset.name == "assignments" and error.field_name in CLARITIES:
        code = "five-clarities"
    field = dataset.field(error.field_name)
    allowed = "; ".join(f"{value} ({label})" for value, label in field.labels.items())
    limit = limit.removesuffix('"')
    values = {"value": error.cell, "limit": limit, "constraint": constraint}
    return code, field.name, values | {"allowed": allowed or limit, "about": field.description}


def _of_key(dataset: Dataset, error: Any) -> CellFinding:
    keys = dataset.primary_key
    cells = dict(zip((item.name for item in dataset.fields), error.cells, strict=False))
    other = re.search(r"position (\d+)", error.note)
    if not other:
        return "required", keys[0], {}
    value = ", ".join(cells.get(key, "") for key in keys)
    return "key-duplicate", keys[0], {"value": value, "other": other.group(1)}
