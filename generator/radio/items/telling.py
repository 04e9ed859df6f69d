"""Tell a piece of news in its longer and shorter forms, as far as they have a certain reading."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.edition.bulletin import Fullness
from generator.model.anonymise import REMOVED
from generator.speech.reader.reader import Reader
from generator.speech.unreadable import Unreadable

Sentences = tuple[str, ...]
_PERSON_REMOVED = re.compile(
    rf"\b(ông|bà|đồng chí|cán bộ|công chức|viên chức)\s+{re.escape(REMOVED)}", re.IGNORECASE
)


class Telling(NamedTuple):
    """A story in one of its forms, in sentences of spoken words."""

    form: Fullness
    sentences: Sentences


def read_forms(written: Mapping[Fullness, str], reader: Reader) -> tuple[tuple[Telling, ...], str]:
    """Return the forms that can be read, fullest first, and the first fragment that could not."""
    forms: list[Telling] = []
    fragment = ""
    for form, text in written.items():
        try:
            spoken = reader.sentences(_without_marks(text))
        except Unreadable as refusal:
            fragment = fragment or refusal.fragment
            continue
        if spoken and spoken not in [telling.sentences for telling in forms]:
            forms.append(Telling(form, spoken))
    return tuple(forms), fragment


def _without_marks(text: str) -> str:
    """Take the written mark of a name away, as one would say it: "đồng chí này"."""
    if REMOVED not in text:
        return text
    return _PERSON_REMOVED.sub(r"\1 này", text).replace(REMOVED, "người này")


def vary(options: tuple[str, ...], turn: int) -> str:
    """Pick one of several ways to say a thing, by the week's number, so that weeks differ."""
    return options[turn % len(options)]
