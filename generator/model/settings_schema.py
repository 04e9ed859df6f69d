"""Settings as a JSON Schema (draft 2020-12), by which editors complete and check as one types.

It says no more than the program: what that takes, the schema takes. Editors read YAML before they
hold it to a schema, so where a text is meant a number passes: 643 may be a document's number.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.model.abbreviations import Abbreviations
from generator.model.declared_settings import Declarations, Place, Schema
from generator.model.dossier_mapping import DossierMapping
from generator.model.setting_types import Settings
from generator.model.settings import City

DRAFT = "https://json-schema.org/draft/2020-12/schema"
IN_DATA: Mapping[str, type[Settings]] = {"city": City, "abbreviations": Abbreviations}
"""What each settings file of the data folder holds, by its name without an ending."""
FILES: Mapping[str, type[Settings]] = {**IN_DATA, "mapping": DossierMapping}
"""The same, and how an export is read, which lies beside the data."""
_KEPT = (
    *("enum", "minLength", "maxLength", "minItems", "examples", "required"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
)
"""What the schema says as the declaration does."""
_NUMBER_MAY_BE = (None, "phone")
"""Formats of texts for which a number may stand without quotation marks."""


def settings_schema(name: str) -> Schema:
    """The schema of one of these files, by its name without an ending."""
    declared = Declarations(FILES[name])
    return {"$schema": DRAFT, **_schema(declared, ()), "title": f"{name}.yaml"}


def written_schema(name: str) -> str:
    """The same as the text of a file."""
    return json.dumps(settings_schema(name), ensure_ascii=False, indent=1) + "\n"


def _schema(declared: Declarations[Any], place: Place) -> Schema:
    """What may stand at a place; its title and its limits are told in Vietnamese."""
    said = declared.at(place)
    made: Schema = {
        **({"title": _sentence(said["title"])} if "title" in said else {}),
        "description": f"{_sentence(declared.limits(place, 'vi'))}.",
        "type": _types(said),
        **{key: said[key] for key in _KEPT if key in said},
    }
    if said.get("default") is not None:
        made["default"] = said["default"]
    if said.get("format") == "date":
        made["format"] = "date"
    if "pattern" in said:
        made["pattern"] = _with_blanks(said["pattern"])
    return made | _parts(declared, place, said)


def _parts(declared: Declarations[Any], place: Place, said: Schema) -> Schema:
    """What may stand below a place."""
    if said["type"] == "array":
        return {"items": _schema(declared, (*place, 0))}
    if said["type"] != "object":
        return {}
    names = said.get("properties", ())
    known = {name: _schema(declared, (*place, name)) for name in names}
    others = bool(said.get("additionalProperties")) and _schema(declared, (*place, "…"))
    return {"properties": known, "additionalProperties": others}


def _types(said: Schema) -> list[str]:
    """The kinds of value; nothing at all is one where the setting may be left out."""
    is_text = said["type"] == "string" and "enum" not in said
    number = ["number"] if is_text and said.get("format") in _NUMBER_MAY_BE else []
    return [said["type"], *number, *(["null"] if said.get("default", 0) is None else [])]


def _with_blanks(pattern: str) -> str:
    """A pattern for a text around which blanks may stand, which the program takes away."""
    return rf"^\s*(?:{pattern.removeprefix('^').removesuffix('$')})\s*$"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
