"""Settings as a file for people: each key under a comment that says what it is, by its title."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.model.declared_settings import Declarations, Place, Schema
from generator.model.setting_types import Settings


def settings_text(model: type[Settings], values: Mapping[str, Any]) -> str:
    """The text of a settings file: the values, and as comments what may be added.

    A setting without a value stands as a comment with an example of it.
    """
    return "\n".join(_block(Declarations(model), (), values, "")) + "\n"


def _block(
    declared: Declarations[Any], place: Place, values: Mapping[str, Any], indent: str
) -> Iterator[str]:
    schema = declared.at(place)
    for name in schema.get("properties", ()):
        at = (*place, name)
        inner, title = declared.at(at), declared.at(at).get("title", "")
        if not place:
            yield ""
        yield f"{indent}# {_sentence(title)}"
        if name not in values:
            yield from (f"{indent}# {line}" for line in _example(declared, at, inner))
        elif isinstance(values[name], Mapping):
            yield f"{indent}{name}:"
            yield from _block(declared, at, values[name], f"{indent}  ")
        else:
            yield from (f"{indent}{line}" for line in _dumped({name: values[name]}))


def _example(declared: Declarations[Any], at: Place, schema: Schema) -> Iterator[str]:
    """The setting with an example of its value, in as few lines as it takes."""
    if schema.get("type") in ("object", "array") and "examples" not in schema:
        yield f"{at[-1]}: …"
        return
    yield from _dumped({str(at[-1]): declared.example(at)})


def _sentence(title: str) -> str:
    return f"{title[:1].upper()}{title[1:]}."


def _dumped(value: Mapping[str, Any]) -> list[str]:
    text = yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=90)
    return text.rstrip().split("\n")
