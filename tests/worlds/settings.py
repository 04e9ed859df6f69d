"""Every setting there is, and a file of settings in which one of them is written in some way."""

from typing import Any

import yaml

from generator.model.declared_settings import Declarations

Place = tuple[int | str, ...]
_HERE = "zzHEREzz"


def places(declared: Declarations[Any], place: Place = ()) -> list[Place]:
    """Where each setting of a model stands; of a list its first part."""
    schema = declared.at(place)
    inner: list[int | str] = list(schema.get("properties", ()))
    if schema.get("type") == "array":
        inner = [0]
    found = [place] if place else []
    return found + [deep for name in inner for deep in places(declared, (*place, name))]


def around(declared: Declarations[Any], place: Place) -> tuple[str, str]:
    """What stands before and after one setting in a file that is right but for it."""
    made = _with(declared, (), place)
    text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=999)
    before, _, after = text.partition(_HERE)
    return before, after


def _with(declared: Declarations[Any], here: Place, place: Place) -> Any:
    """A right value for `here`, with a mark where `place` is."""
    if here == place:
        return _HERE
    value = declared.example(here)
    if not place or here != place[: len(here)]:
        return value
    part = place[len(here)]
    inner = _with(declared, (*here, part), place)
    return {**value, part: inner} if isinstance(value, dict) else [inner]
