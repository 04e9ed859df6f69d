"""Which settings that shape what is published changed between two editions, in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.declared_settings import Declarations
from generator.model.settings import City
from generator.model.text import vn_date, vn_number

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Place = tuple[int | str, ...]


@dataclass(frozen=True)
class SettingChange:
    """A setting by its place in `city.yaml` and its title, and what it was and is, in words."""

    place: str
    title: str
    before: str
    after: str


def sealed_settings(city: City) -> dict[str, Any]:
    """The settings that an edition is closed with, as JSON has them."""
    return city.model_dump(mode="json", exclude=set(City.UNSEALED))


def setting_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[SettingChange]:
    """Each setting that is another one now, in the order of its place."""
    was, now = dict(_flat((), before)), dict(_flat((), after))
    changed = [place for place in dict.fromkeys((*was, *now)) if was.get(place) != now.get(place)]
    declared = Declarations(City)
    return [
        SettingChange(
            ".".join(str(part) for part in place),
            _title(declared, place),
            _words(was.get(place)),
            _words(now.get(place)),
        )
        for place in changed
    ]


def _flat(place: Place, value: object) -> Iterator[tuple[Place, object]]:
    """(place, value) of every setting that is no block of others; an empty list is none."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat((*place, name), inner)
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for number, inner in enumerate(value):
            yield from _flat((*place, number), inner)
    else:
        yield place, None if value == [] else value


def _title(declared: Declarations[City], place: Place) -> str:
    """What the setting is; of a part of a row, what the row is one of, and which one."""
    titles = [str(declared.at(place[:end]).get("title", "")) for end in range(1, len(place) + 1)]
    rows = [f"dòng {part + 1}" for part in place if isinstance(part, int)]
    named = [title for title in titles if title and title[:1].islower()]
    return ", ".join((*named[-1:], *(named[:1] if rows else ()), *rows)) or str(place[-1])


def _words(value: object) -> str:
    if value is None or value == []:
        return "không đặt"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float):
        return vn_number(value) if isinstance(value, int) else str(value).replace(".", ",")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = str(value)
    return vn_date(date.fromisoformat(text)) if _DAY.fullmatch(text) else text
