"""A story: one piece of news in its longer and shorter forms, before it is fitted to the slot."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.contract.bulletin import ItemKind
from generator.contract.public import REMOVED
from generator.contract.speech import Speech
from generator.radio.reader import sentences
from generator.radio.unreadable import Unreadable

Sentences = tuple[str, ...]
_PERSON_REMOVED = re.compile(
    rf"\b(ông|bà|đồng chí|cán bộ|công chức|viên chức)\s+{re.escape(REMOVED)}", re.IGNORECASE
)


@dataclass(frozen=True)
class Story:
    """One piece of news.

    `forms` run from the fullest to the shortest, each in sentences of spoken words; none means
    that no form has a certain reading, and `fragment` is what could not be read. Stories that
    share a `group` are read as one item. `title` names the story to the editor. `must_air` is
    true of corrections, which go first and always.
    """

    kind: ItemKind
    title: str
    record_ids: tuple[str, ...]
    forms: tuple[Sentences, ...]
    group: str = ""
    fragment: str = ""
    must_air: bool = False


def read_forms(written: Iterable[str], speech: Speech) -> tuple[tuple[Sentences, ...], str]:
    """The forms that can be read, and the first fragment that could not."""
    forms: list[Sentences] = []
    fragment = ""
    for text in written:
        try:
            spoken = sentences(_without_marks(text), speech)
        except Unreadable as refusal:
            fragment = fragment or refusal.fragment
            continue
        if spoken and spoken not in forms:
            forms.append(spoken)
    return tuple(forms), fragment


def _without_marks(text: str) -> str:
    """The written mark of a name taken away, as one would say it: "đồng chí này"."""
    return _PERSON_REMOVED.sub(r"\1 này", text).replace(REMOVED, "người này")


def vary(options: tuple[str, ...], turn: int) -> str:
    """One of several ways to say a thing, by the week's number, so that weeks differ."""
    return options[turn % len(options)]
