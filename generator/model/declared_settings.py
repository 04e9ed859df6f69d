"""What a setting is by its declaration: its title, its limits in words, and one right example.

All of it is read from the JSON Schema that pydantic makes of the declarations: no setting is
described twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from generator.model.own_yaml import own_yaml
from generator.model.setting_types import Settings

S = TypeVar("S", bound=Settings)
Place = tuple[int | str, ...]
Schema = dict[str, Any]


PHRASES: Mapping[str, Mapping[str, str]] = own_yaml(Path(__file__).with_name("setting_words.yaml"))
"""How kinds and limits are told, by language."""
_LEAST, _MOST = ("exclusiveMinimum", "minimum", "ge"), ("exclusiveMaximum", "maximum", "le")


@dataclass(frozen=True)
class Declarations(Generic[S]):
    """What the settings of a model are."""

    model: type[S]

    @cached_property
    def _whole(self) -> Schema:
        return self.model.model_json_schema()

    def at(self, place: Place) -> Schema:
        """The schema of the setting at a place; empty when the model has none there."""
        found = self._resolved(self._whole)
        for part in place:
            inner = found.get("items") if isinstance(part, int) else _member(found, part)
            if inner is None:
                return {}
            found = self._resolved(inner)
        return found

    def _resolved(self, schema: Schema) -> Schema:
        """A schema with what it refers to; what it says itself counts more."""
        outer = {key: value for key, value in schema.items() if key not in ("$ref", "anyOf")}
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self._resolved(self._whole["$defs"][name]) | outer
        some = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
        return self._resolved(some[0]) | outer if some else outer

    def is_text(self, place: Place) -> bool:
        """True where a text is meant: there 643 is a document's number, and 3.10 a clause."""
        return bool(self.at(place).get("type") == "string")

    def limits(self, place: Place, lang: str) -> str:
        """What a setting may be, in words."""
        schema, words = self.at(place), PHRASES[lang]
        kind = schema.get("format") or ("enum" if "enum" in schema else schema.get("type", ""))
        if kind == "array":
            return words[kind].format(item=self.limits((*place, 0), lang))
        if kind == "object":
            names = ", ".join(schema.get("properties", ()))
            return words[kind if names else "mapping"].format(names=names)
        above = "above" if "exclusiveMinimum" in schema else "range"
        least, most = _bound(schema, _LEAST), _bound(schema, _MOST)
        return words[kind or "string"].format(
            range=words[above].format(least=least, most=most),
            allowed=", ".join(schema.get("enum", ())),
            most=schema.get("maxLength", ""),
        )

    def example(self, place: Place) -> Any:
        """A right value: the declared example, the default, or one made of its parts."""
        schema = self.at(place)
        if "examples" in schema:
            first = schema["examples"][0]
            return date.fromisoformat(first) if schema.get("format") == "date" else first
        if schema.get("type") == "object":
            names = schema.get("required") or list(schema.get("properties", ()))
            return {name: self.example((*place, name)) for name in names}
        if place and isinstance(place[-1], int):
            return self.example(place[:-1])[0]
        default = schema.get("default")
        return [self.example((*place, 0))] if default in (None, []) else default

    def written_example(self, place: Place) -> str:
        """The example as it would stand in the file, on one line behind its key."""
        last, value = place[-1] if place else "", self.example(place)
        shown = _dumped({last: value} if isinstance(last, str) else [value])
        if "\n" not in shown:
            return shown
        inner = _dumped(value, flow=True)
        return f"{last}: {inner}" if isinstance(last, str) else f"- {inner}"

    def names_like(self, place: Place) -> list[str]:
        """All settings that there are where an unknown one stands, the one most like it first."""
        known = list(self.at(place[:-1]).get("properties", ()))
        alike = get_close_matches(str(place[-1]), known, n=1)
        return [*alike, *(name for name in known if name not in alike)]


def _member(schema: Schema, name: str) -> Any:
    others = schema.get("additionalProperties")
    return schema.get("properties", {}).get(name, others if isinstance(others, dict) else None)


def _bound(schema: Schema, names: tuple[str, ...]) -> str:
    """A bound as it is written in a file: 1, not 1.0."""
    found = next((schema[name] for name in names if name in schema), "")
    return f"{found:g}" if isinstance(found, float) else str(found)


def _dumped(value: Any, flow: bool = False) -> str:
    text = yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=flow
    )
    return text.strip()
