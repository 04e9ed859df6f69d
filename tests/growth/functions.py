"""Every function of the program that takes one text, found by what it declares."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, get_type_hints

from generator.app.sources import read_voice
from generator.model.speech import Speech
from growth.patterns import modules
from worlds.rules import CITY, CONTRACT
from worlds.small import SMALL

ACTING = {"cli", "app", "audio", "output", "mkdocs_plugin", "history", "__main__"}
"""Rooms that act on the machine: what they read, the other rooms read for them."""
SPEECH = read_voice(SMALL)[0]
GIVEN: dict[Any, Any] = {
    Speech: SPEECH,
    type(SPEECH.abbreviations): SPEECH.abbreviations,
    type(CITY): CITY,
    type(CONTRACT): CONTRACT,
}
"""What a function is given besides, by type."""


@dataclass(frozen=True)
class OfText:
    """A function, and how to call it with a text alone."""

    name: str
    call: Callable[[str], object]


def functions_of_text() -> Iterator[OfText]:
    """Functions that need one text or its bytes, and what GIVEN holds."""
    for name in modules():
        if name.split(".")[1] in ACTING:
            continue
        for label, value in list(vars(import_module(name)).items()):
            is_own = inspect.isfunction(value) and value.__module__ == name
            if is_own and (call := _with_text(value)):
                yield OfText(f"{name}.{label}", call)


def _with_text(function: Any) -> Callable[[str], object] | None:
    try:
        hints = get_type_hints(function)
    except NameError:
        return None
    needed = [
        item.name
        for item in inspect.signature(function).parameters.values()
        if item.default is inspect.Parameter.empty
    ]
    texts = [name for name in needed if hints.get(name) in (str, bytes)]
    rest = [name for name in needed if name not in texts]
    if len(texts) != 1 or any(hints.get(name) not in GIVEN for name in rest):
        return None
    given = {name: GIVEN[hints[name]] for name in rest}
    is_bytes = hints[texts[0]] is bytes

    def call(text: str) -> object:
        value = text.encode() if is_bytes else text
        found = function(**given, **{texts[0]: value})
        return list(found) if inspect.isgenerator(found) else found

    return call
