"""The legal grounds with their days in force: whoever cites one cites what is law on a day."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict

from generator.model.own_yaml import own_yaml

Language = Literal["vi", "en"]
Jurisdiction = Literal["vn", "other"]
"""Whose law holds: Vietnam's, or that of a country whose law nobody has entered."""


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
    first_days: int | None = None
    """Days within which whoever it is about may complain; None where it sets none."""
    second_days: int | None = None
    """Days within which the outcome of that may be complained of in turn."""

    @property
    def short(self) -> str:
        """Its kind and number, as people name it: "Quyết định 766"."""
        return self.vi.partition("/")[0]

    def in_force(self, day: date) -> bool:
        """True when it is law on a day."""
        return self.valid_from <= day <= (self.valid_to or date.max)


class Matter(BaseModel):
    """What grounds are about, and those that held for it in a jurisdiction, the oldest first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    about_en: str
    of_method: bool = False
    """True of what the program measures or lays out by, whatever the day."""
    grounds: tuple[Ground, ...] = ()

    def on(self, day: date | None) -> Ground | None:
        """The ground of a day, the newest without one; None before there was any."""
        if day is None:
            return self.grounds[-1] if self.grounds else None
        held = [ground for ground in self.grounds if ground.in_force(day)]
        first = self.grounds[0] if self.grounds and self.of_method else None
        return held[0] if held else first

    def cited(self, day: date | None, lang: Language = "vi") -> str:
        """How the law of a day is cited; where there was none, what the rules were about."""
        ground = self.on(day)
        if ground:
            return ground.vi if lang == "vi" else ground.en
        return f"quy định về {self.about}" if lang == "vi" else f"rules on {self.about_en}"


class Supervisors(NamedTuple):
    """What those are called who supervise the administration."""

    all: str
    """All of them."""
    few: str
    """All of them, in a short heading."""
    any: str
    """Any of them."""
    bodies: str
    """Their committees, before others."""
    one: str
    """The one that stands for all."""
    short: str
    """The same in short."""


class Law(NamedTuple):
    """What is law in a jurisdiction, by matter, and who supervises there."""

    matters: dict[str, Matter]
    supervisors: Supervisors

    @property
    def grounds(self) -> dict[str, Ground]:
        """Every ground by its id; none where nobody has entered any."""
        return {ground.id: ground for matter in self.matters.values() for ground in matter.grounds}

    def cited(self, name: str, day: date | None, lang: Language = "vi") -> str:
        """How the law about a matter is cited that holds on a day, now without one.

        Raises KeyError.
        """
        return self.matters[name].cited(day, lang)

    def behind(self, name: str, day: date | None, part: str = "", *, short: bool = False) -> str:
        """The ground of a matter behind what rests on it, " (khoản 1 Điều 147 …)"; empty without.

        A `short` one is named as people name it, "Quyết định 766". Raises KeyError.
        """
        ground = self.matters[name].on(day)
        return f" ({part}{ground.short if short else ground.vi})" if ground else ""

    def on(self, day: date) -> tuple[Ground, ...]:
        """Every ground in force on a day, in the order of the file; none of what is of method."""
        grounds = (x for one in self.matters.values() if not one.of_method for x in one.grounds)
        return tuple(ground for ground in grounds if ground.in_force(day))


def _law(said: dict[str, Any], jurisdiction: str) -> Law:
    grounds = said["grounds"].get(jurisdiction, {})
    matters = {
        name: Matter(**about, grounds=_grounds(name, about["about"], grounds.get(name, [])))
        for name, about in said["matters"].items()
    }
    return Law(matters, Supervisors(**said["supervisors"][jurisdiction]))


def _grounds(name: str, about: str, said: list[dict[str, Any]]) -> tuple[Ground, ...]:
    """The grounds of a matter, each in force until the day before the next one."""
    found = [{**one, "id": f"{name}-{one['valid_from'].year}", "about": about} for one in said]
    for ground, after in pairwise(found):
        ground["valid_to"] = after["valid_from"] - timedelta(days=1)
        ground["replaced_by"] = after["id"]
    return tuple(Ground(**ground) for ground in found)


LAWS: dict[Jurisdiction, Law] = {
    jurisdiction: _law(own_yaml(Path(__file__).with_name("laws.yaml")), jurisdiction)
    for jurisdiction in get_args(Jurisdiction)
}
"""The law of each jurisdiction."""
VIETNAM = LAWS["vn"]


class Cited:
    """The law of a day inside a sentence: `{law:press-reply}` is cited as on that day."""

    def __init__(self, law: Law, day: date | None, lang: str) -> None:
        self._law, self._day = law, day
        self._lang: Language = "en" if lang == "en" else "vi"

    def __format__(self, matter: str) -> str:
        """How the law about a matter is cited. Raises KeyError."""
        return self._law.cited(matter, self._day, self._lang)
