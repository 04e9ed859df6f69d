"""A story: one piece of news in its longer and shorter forms, before it is fitted to the slot."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.edition.bulletin import Form, ItemKind
from generator.model.anonymise import REMOVED
from generator.model.speech import Speech
from generator.speech.reader.read import sentences
from generator.speech.unreadable import Unreadable

Sentences = tuple[str, ...]
_PERSON_REMOVED = re.compile(
    rf"\b(ông|bà|đồng chí|cán bộ|công chức|viên chức)\s+{re.escape(REMOVED)}", re.IGNORECASE
)


class Telling(NamedTuple):
    """A story in one of its forms, in sentences of spoken words."""

    form: Form
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Story:
    """One piece of news.

    `key` says the same news in every week. `forms` run from the fullest to the shortest; none
    means that no form has a certain reading, and `fragment` is what could not be read. `since` is
    the day on which it became news. Stories that share a `group` are read as one item. `title`
    names the story to the editor. `must_air` is true of corrections, which go first and always;
    `filler` of what is told only where time is left; `repeats` counts the scripts in which the
    same correction stood before. `last_chance` is true when next week it will be too late.
    """

    key: str
    kind: ItemKind
    title: str
    record_ids: tuple[str, ...]
    forms: tuple[Telling, ...]
    since: date
    unit_id: str | None = None
    group: str = ""
    fragment: str = ""
    must_air: bool = False
    filler: bool = False
    last_chance: bool = False
    repeats: int = 0


def read_forms(written: Mapping[Form, str], speech: Speech) -> tuple[tuple[Telling, ...], str]:
    """The forms that can be read, fullest first, and the first fragment that could not."""
    forms: list[Telling] = []
    fragment = ""
    for form, text in written.items():
        try:
            spoken = sentences(_without_marks(text), speech)
        except Unreadable as refusal:
            fragment = fragment or refusal.fragment
            continue
        if spoken and spoken not in [telling.sentences for telling in forms]:
            forms.append(Telling(form, spoken))
    return tuple(forms), fragment


def _without_marks(text: str) -> str:
    """The written mark of a name taken away, as one would say it: "đồng chí này"."""
    if REMOVED not in text:
        return text
    return _PERSON_REMOVED.sub(r"\1 này", text).replace(REMOVED, "người này")


def vary(options: tuple[str, ...], turn: int) -> str:
    """One of several ways to say a thing, by the week's number, so that weeks differ."""
    return options[turn % len(options)]
