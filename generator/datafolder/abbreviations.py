"""Load the city's dictionary of short forms from its data folder."""

import os
from pathlib import Path

from pydantic import ValidationError

from generator.datafolder.yaml_file import read_mapping
from generator.model.abbreviations import FILE, Abbreviations
from generator.model.problems import Problem


def load_abbreviations(data_dir: Path) -> tuple[Abbreviations | None, list[Problem]]:
    """The dictionary of `abbreviations.yaml`, or the findings; a city without one has none."""
    path = data_dir / FILE
    if not os.path.lexists(path):
        return Abbreviations(), []
    raw = read_mapping(path)
    if isinstance(raw, Problem):
        return None, [raw]
    try:
        return Abbreviations.model_validate(raw), []
    except ValidationError as error:
        return None, [_problem(item["type"], item["loc"]) for item in error.errors()]


def _problem(kind: str, loc: tuple[int | str, ...]) -> Problem:
    code = "setting-unknown" if kind == "extra_forbidden" else "setting-invalid"
    field = ".".join(str(part) for part in loc)
    return Problem(code, "error", "abbreviations", FILE, None, field)
