"""The legal grounds with their days in force: whoever cites one cites what is law on a day."""

from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from generator.model.own_yaml import own_yaml


class Ground(BaseModel):
    """A legal ground, by `laws.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    about: str
    """What it is about, in Vietnamese."""
    vi: str
    """Its citation in Vietnamese."""
    en: str
    """Its citation in English."""
    valid_from: date
    valid_to: date | None = None
    """Last day in force; None while it is."""
    replaced_by: str | None = None
    """The ground that took its place."""
    confirmed: bool
    """False where its days or its article could not be held against the document."""
    source: str
    """Where it is from, and what could not be confirmed."""

    def in_force(self, day: date) -> bool:
        """True when it is law on a day."""
        return self.valid_from <= day <= (self.valid_to or date.max)


_ALL = own_yaml(Path(__file__).with_name("laws.yaml"))
GROUNDS = {name: Ground(id=name, **said) for name, said in _ALL.items()}
"""Every ground by its id."""


def valid_on(name: str, day: date) -> Ground:
    """The ground of that id, or what has taken its place by a day. Raises KeyError."""
    ground = GROUNDS[name]
    while ground.replaced_by and ground.valid_to and day > ground.valid_to:
        ground = GROUNDS[ground.replaced_by]
    return ground


def citation(name: str, day: date) -> dict[str, Any]:
    """How a finding cites what is law on a day, in each of its languages. Raises KeyError."""
    ground = valid_on(name, day)
    return {"law_vi": ground.vi, "law_en": ground.en}


def laws_on(day: date) -> tuple[Ground, ...]:
    """Every ground in force on a day, in the order of the file."""
    return tuple(ground for ground in GROUNDS.values() if ground.in_force(day))
