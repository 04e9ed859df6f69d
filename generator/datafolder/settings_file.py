"""A YAML file of settings as its typed model; each setting that does not fit becomes a finding."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from json import dumps
from pathlib import Path

from pydantic import ValidationError

from generator.datafolder.written import Place, Written, understood
from generator.datafolder.yaml_file import file_problem, read_yaml
from generator.model.declared_settings import PHRASES, Declarations, S
from generator.model.problem import Problem

CODES = {"extra_forbidden": "setting-unknown", "missing": "setting-missing"}


def load_settings(path: Path, declared: Declarations[S]) -> tuple[S | None, list[Problem]]:
    """The settings of a file, or the findings that forbid to go on.

    Strictly: a quoted number is no number, and 0 is not false.
    """
    file = read_yaml(path)
    if isinstance(file, Problem):
        return None, [file]
    with suppress(ValidationError):
        return _typed(declared, file, _never), []
    try:
        return _typed(declared, file, declared.is_text), []
    except ValidationError as error:
        return None, list(_problems(path.name, declared, file, error))


def _typed(declared: Declarations[S], file: Written, is_text: Callable[[Place], bool]) -> S:
    """The settings of a file. Raises ValidationError.

    As JSON, for pydantic then takes a list for a tuple and a text for a day, and nothing else for
    another.
    """
    values = dumps(understood(file, is_text))
    return declared.model.model_validate_json(values, strict=True)


def _never(_place: Place) -> bool:
    """No setting may be a number or a text: where a number fits, a number was meant."""
    return False


def _problems(
    name: str, declared: Declarations[S], file: Written, error: ValidationError
) -> Iterator[Problem]:
    items = error.errors(include_url=False, include_input=False, include_context=False)
    around = {item["loc"][:depth] for item in items for depth in range(len(item["loc"]))}
    for item in items:
        place = item["loc"]
        if place in around:
            continue  # a list is too short where its only part is wrong
        code, at = CODES.get(item["type"], "setting-invalid"), file.at(place)
        if code == "setting-unknown":
            values = {"allowed": ", ".join(declared.names_like(place))}
        else:
            values = _told(declared, place, at)
        field = ".".join(str(part) for part in place)
        yield file_problem(code, name, at.line, field=field, **values)


def _told(declared: Declarations[S], place: Place, at: Written) -> dict[str, str]:
    """What was written, how it was understood, what is allowed, and a right example."""
    schema = declared.at(place)
    told = {
        "value": " ".join(at.source.split()),
        "example": declared.written_example(place),
        "about_vi": str(schema.get("title", "")),
        "about_en": str(schema.get("description", "")).split("\n")[0].rstrip("."),
    }
    kind = type(understood(at, declared.is_text, place)).__name__
    for lang, phrase in PHRASES.items():
        told[f"limits_{lang}"] = declared.limits(place, lang)
        told[f"understood_{lang}"] = phrase[f"is_{kind}"]
    return told
