"""A Table Schema as SQL: for each column, what a cell must be to be surely right.

What is compiled here is narrower than what frictionless accepts, never wider: a cell that passes
is right, and of one that does not pass nothing is said. A description with anything in it that is
not known here is refused as a whole.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PLAIN_LETTERS = "!-~À-ÖØ-öø-ɏẠ-ỹ"
"""Letters of one form that can be seen: printable ASCII and the Latin letters of Vietnamese."""
PLAIN = f"[{PLAIN_LETTERS}](?:[ {PLAIN_LETTERS}]*[{PLAIN_LETTERS}])?"
"""Text in which nothing is hidden, damaged or to be composed, without a blank at its ends."""

_SCHEMA_PARTS = {"$schema", "fields", "primaryKey", "foreignKeys"}
_FIELD_PARTS = {"name", "type", "title", "description", "categories", "constraints"}
_VERSION = "https://datapackage.org/profiles/2.0/tableschema.json"
BOUNDS = {"minimum", "maximum"}
"""What may be asked of a whole number."""
_MOST = 10**9 - 1
SHAPES = {
    "date": r"\d{4}-\d{2}-\d{2}",
    "integer": "0|[1-9][0-9]{0,8}",
    "boolean": "true|false",
}
_PATTERN = re.compile(
    r"""(?: [A-Za-z0-9_:;,/@ =!-]           # letters that stand for themselves
        | \\[dw.+*()/-]                     # digits, word letters, letters that are not themselves
        | [|)*+?]
        | \{\d{1,2}(?:,\d{1,2})?\}
        | \((?!\?) | \(\?:
        | \[(?:[A-Za-z0-9_:;,/@.+*=! -]|\\[dw.-]|[À-ỹ])+\]
        | [À-ỹ]
    )*""",
    re.VERBOSE,
)
"""Patterns by which the engine takes no text that Python refuses; a dot is none of them."""
_PLAINLY = (
    f"CASE WHEN url_encode({{0}}) = {{0}} THEN true ELSE regexp_full_match({{0}}, '{PLAIN}') END"
)
"""What an address may hold as it is, letters and figures of ASCII, is plain, and sooner seen."""


FEW_VALUES = 12


class Undecidable(Exception):
    """The description holds something that only frictionless understands."""


@dataclass(frozen=True)
class Column:
    """One column: its name, the SQL of a right cell, and of a cell whose text is plain.

    `shape` holds `{0}` for the column's place in SQL; so does `text`. `is_text` says that the
    typed value of a cell is its text. `pattern` is the whole rule of a text that has no other.
    """

    name: str
    shape: str
    text: str
    is_text: bool
    required: bool
    pattern: str = ""


@dataclass(frozen=True)
class Compiled:
    """The columns of a table, the key, and the columns that point to another table."""

    columns: tuple[Column, ...]
    key: tuple[int, ...]
    references: Mapping[int, tuple[str, str]]


def compiled(schema: Mapping[str, Any]) -> Compiled:
    """The SQL of a schema. Raises Undecidable."""
    _require(set(schema) <= _SCHEMA_PARTS and schema.get("$schema", _VERSION) == _VERSION)
    _require(_is_list(schema.get("fields"), Mapping) and bool(schema["fields"]))
    columns = tuple(_column(field) for field in schema["fields"])
    names = [column.name for column in columns]
    _require(len(set(names)) == len(names))
    key, references = schema.get("primaryKey", []), _listed(schema, "foreignKeys")
    _require(_is_list(key, str) and set(key) <= set(names) and len(set(key)) == len(key))
    pointing = dict(_reference(item, names, columns) for item in references)
    _require(len(pointing) == len(references))
    return Compiled(columns, tuple(names.index(name) for name in key), pointing)


def _require(condition: bool) -> None:
    if not condition:
        raise Undecidable


def _is_list(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


def _listed(schema: Mapping[str, Any], name: str) -> Sequence[Any]:
    found = schema.get(name, [])
    _require(_is_list(found, Mapping))
    return list(found)


def _reference(
    key: Mapping[str, Any], names: list[str], columns: Sequence[Column]
) -> tuple[int, tuple[str, str]]:
    there = key.get("reference")
    _require(set(key) == {"fields", "reference"} and isinstance(there, Mapping))
    assert isinstance(there, Mapping)
    _require(set(there) == {"resource", "fields"} and isinstance(there["resource"], str))
    _require(_is_list(key["fields"], str) and _is_list(there["fields"], str))
    _require(len(key["fields"]) == len(there["fields"]) == 1 and key["fields"][0] in names)
    place = names.index(key["fields"][0])
    _require(columns[place].is_text)
    return place, (there["resource"], there["fields"][0])


def _column(field: Mapping[str, Any]) -> Column:
    """Every cell may be empty unless it is required; what else it may be, its kind says."""
    _require(set(field) <= _FIELD_PARTS and bool(field.get("name")))
    _require(isinstance(field["name"], str))
    _require(all(isinstance(field.get(part, ""), str) for part in ("type", "title", "description")))
    _require(_are_categories(field.get("categories", [])))
    rules = field.get("constraints", {})
    _require(isinstance(rules, Mapping) and isinstance(rules.get("required", False), bool))
    kind, required = field.get("type", "string"), rules.get("required", False)
    shape, text = _text_rules(rules) if kind == "string" else _typed_rules(kind, rules)
    if not required:
        shape, text = _or_empty(shape), _or_empty(text)
    elif not shape:
        shape = "{0} <> ''"
    pattern = bare(rules["pattern"]) if set(rules) - {"required"} == {"pattern"} else ""
    return Column(field["name"], shape, text, kind == "string", required, pattern)


def bare(pattern: str) -> str:
    """The pattern without its ends: a cell matches as a whole."""
    return pattern.removeprefix("^").removesuffix("$")


def _or_empty(rule: str) -> str:
    """The rule for a cell that may be empty; a CASE, because OR would try the rule all the same."""
    return f"CASE WHEN {{0}} = '' THEN true ELSE {rule} END" if rule else ""


def _are_categories(found: Any) -> bool:
    return _is_list(found, Mapping) and all(
        set(item) == {"value", "label"} and all(isinstance(part, str) for part in item.values())
        for item in found
    )


def _typed_rules(kind: str, rules: Mapping[str, Any]) -> tuple[str, str]:
    """Of a date, a whole number or a truth value; all of them are plain."""
    _require(kind in SHAPES and set(rules) <= {"required", *BOUNDS})
    shape = f"regexp_full_match({{0}}, {literal(SHAPES[kind])})"
    if kind == "date":
        shape = f"CASE WHEN {shape} THEN try_cast({{0}} AS DATE) >= '0001-01-01' ELSE false END"
    _require(kind == "integer" or not BOUNDS & rules.keys())
    least, most = rules.get("minimum", 0), rules.get("maximum", _MOST)
    _require(all(type(bound) is int and abs(bound) <= _MOST for bound in (least, most)))
    if least > 0 or most < _MOST:
        kept = f"coalesce(try_cast({{0}} AS BIGINT) BETWEEN {least} AND {most}, false)"
        shape = f"CASE WHEN {shape} THEN {kept} ELSE false END"
    return f"({_escaped(shape)})", ""


def _text_rules(rules: Mapping[str, Any]) -> tuple[str, str]:
    _require(set(rules) <= {"required", "enum", "pattern"})
    allowed, pattern = rules.get("enum"), rules.get("pattern")
    _require(pattern is None or isinstance(pattern, str))
    shapes, text = [], f"({_PLAINLY} AND strlen({{0}}) <= 2000)"
    if allowed is not None:
        _require(_is_list(allowed, str) and bool(allowed) and all(allowed))
        shapes.append(_is_one_of(allowed))
        if all(re.fullmatch(PLAIN, value) and len(value) <= 500 for value in allowed):
            text = ""
    if pattern is not None:
        inner = bare(pattern)
        _require(bool(_PATTERN.fullmatch(inner)) and "--" not in inner and _is_regular(pattern))
        shapes.append(f"regexp_full_match({{0}}, {literal(f'(?:{inner})')})")
        if text and inner.isascii():
            text = "(NOT starts_with({0}, ' ') AND NOT ends_with({0}, ' ') AND strlen({0}) <= 2000)"
    shape = " AND ".join(shapes)
    return (f"({_escaped(shape)})" if shape else ""), _escaped(text)


def _is_one_of(allowed: Sequence[str]) -> str:
    """Of a few values a comparison each: a list is looked up in a table, which takes longer."""
    if len(allowed) > FEW_VALUES:
        return f"{{0}} IN ({', '.join(literal(value) for value in allowed)})"
    return "(" + " OR ".join(f"{{0}} = {literal(value)}" for value in allowed) + ")"


def _is_regular(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def literal(text: str) -> str:
    """A text in SQL."""
    return "'" + text.replace("'", "''") + "'"


def _escaped(sql: str) -> str:
    """The SQL with its braces doubled, except for the column's place."""
    return sql.replace("{0}", "\0").replace("{", "{{").replace("}", "}}").replace("\0", "{0}")
