"""The legal grounds with their days in force: whoever cites one cites what is law on a day."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from generator.model.own_yaml import own_yaml

Language = Literal["vi", "en"]


class Ground(BaseModel):
    """A legal ground, by `laws.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    """What it is about and the year from which it holds: `press-reply-2017`."""
    about: str
    """What it is about, in Vietnamese."""
    vi: str
    """Its citation in Vietnamese."""
    en: str
    """Its citation in English."""
    valid_from: date
    valid_to: date | None = None
    """Last day in force, the day before the next one's first; None while it is."""
    replaced_by: str | None = None
    """The ground that took its place."""
    confirmed: bool
    """False where its days or its article could not be held against the document."""
    source: str
    """Where it is from, and what could not be confirmed."""

    def in_force(self, day: date) -> bool:
        """True when it is law on a day."""
        return self.valid_from <= day <= (self.valid_to or date.max)


class Matter(BaseModel):
    """What grounds are about, and those that held for it, the oldest first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    about_en: str
    of_method: bool = False
    """True of what the program measures or lays out by, whatever the day."""
    grounds: tuple[Ground, ...]

    def on(self, day: date | None) -> Ground | None:
        """The ground of a day, the newest without one; None before there was any."""
        if day is None:
            return self.grounds[-1]
        held = [ground for ground in self.grounds if ground.in_force(day)]
        return held[0] if held else (self.grounds[0] if self.of_method else None)

    def cited(self, day: date | None, lang: Language = "vi") -> str:
        """How the law of a day is cited; where there was none, what the rules were about."""
        ground = self.on(day)
        if ground:
            return ground.vi if lang == "vi" else ground.en
        return f"quy định về {self.about}" if lang == "vi" else f"rules on {self.about_en}"


def _matter(name: str, said: dict[str, Any]) -> Matter:
    grounds = [
        {**part, "id": f"{name}-{part['valid_from'].year}", "about": said["about"]}
        for part in said["grounds"]
    ]
    for ground, after in pairwise(grounds):
        ground["valid_to"] = after["valid_from"] - timedelta(days=1)
        ground["replaced_by"] = after["id"]
    return Matter(**{**said, "grounds": grounds})


MATTERS = {
    name: _matter(name, said)
    for name, said in own_yaml(Path(__file__).with_name("laws.yaml")).items()
}
"""Every matter by its name."""
GROUNDS = {ground.id: ground for matter in MATTERS.values() for ground in matter.grounds}
"""Every ground by its id."""


def cited(name: str, day: date | None, lang: Language = "vi") -> str:
    """How the law about a matter is cited that holds on a day, now without one. Raises KeyError."""
    return MATTERS[name].cited(day, lang)


def laws_on(day: date) -> tuple[Ground, ...]:
    """Every ground in force on a day, in the order of the file; none of what is of the method."""
    grounds = (ground for x in MATTERS.values() if not x.of_method for ground in x.grounds)
    return tuple(ground for ground in grounds if ground.in_force(day))


class Cited:
    """The law of a day inside a sentence: `{law:press-reply}` is cited as on that day."""

    def __init__(self, day: date | None, lang: str) -> None:
        self._day = day
        self._lang: Language = "en" if lang == "en" else "vi"

    def __format__(self, matter: str) -> str:
        """How the law about a matter is cited. Raises KeyError."""
        return cited(matter, self._day, self._lang)
