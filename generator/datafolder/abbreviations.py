"""Load the city's dictionary of short forms from its data folder."""

import os
from pathlib import Path

from generator.datafolder.settings_file import load_settings
from generator.model.abbreviations import FILE, Abbreviations
from generator.model.declared_settings import Declarations
from generator.model.problem import Problem

DECLARED = Declarations(Abbreviations)


def load_abbreviations(data_dir: Path) -> tuple[Abbreviations | None, list[Problem]]:
    """The dictionary of `abbreviations.yaml`, or the findings; a city without one has none."""
    path = data_dir / FILE
    if not os.path.lexists(path):
        return Abbreviations(), []
    return load_settings(path, DECLARED)
