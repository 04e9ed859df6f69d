"""Tell a piece of news in its longer and shorter forms, as far as they have a certain reading."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.edition.bulletin import Fullness
from generator.model.anonymise import REMOVED
from generator.radio.items.breath import Sentences, breathe, is_short
from generator.speech.reader.reader import Reader
from generator.speech.unreadable import Unreadable

Written = str | tuple[str, ...]
"""What is to be read; of several wordings the first without a sentence that is too long."""
_PERSON_REMOVED = re.compile(
    rf"\b(ông|bà|đồng chí|cán bộ|công chức|viên chức)\s+{re.escape(REMOVED)}", re.IGNORECASE
)


class Telling(NamedTuple):
    """A story in one of its forms, in sentences of spoken words."""

    form: Fullness
    sentences: Sentences


def read_forms(
    written: Mapping[Fullness, Written], reader: Reader
) -> tuple[tuple[Telling, ...], str]:
    """Return the forms that can be read, fullest first, and the first fragment that could not."""
    forms: list[Telling] = []
    fragment = ""
    for form, text in written.items():
        try:
            spoken = read(text, reader)
        except Unreadable as refusal:
            fragment = fragment or refusal.fragment
            continue
        if spoken and spoken not in [telling.sentences for telling in forms]:
            forms.append(Telling(form, spoken))
    return tuple(forms), fragment


def read(written: Written, reader: Reader) -> Sentences:
    """Read the first wording that is short enough, or the last in shorter breaths.

    Raises Unreadable.
    """
    wordings = (written,) if isinstance(written, str) else written
    spoken: Sentences = ()
    for text in wordings:
        spoken = reader.sentences(_without_marks(text))
        if is_short(spoken):
            break
    return breathe(spoken)


def several(*parts: Written) -> tuple[str, ...]:
    """Join parts that follow one another, each with as many wordings as the one that has most."""
    lists = [(part,) if isinstance(part, str) else part for part in parts]
    most = max(len(wordings) for wordings in lists)
    return tuple(_joined(lists, place) for place in range(most))


def with_reason(named: str, why: str, who: str = "") -> tuple[str, ...]:
    """Give the reason in the same sentence, or in one of its own where that would be too long.

    With `who`, a deed that has been done is told of them: "Phường đã …".
    """
    head = named.rstrip(",")
    own = (
        f"{who[:1].upper()}{who[1:]} {why}" if who and why.startswith("đã ") else f"Lý do là {why}"
    )
    return f"{named} vì {why}.", f"{head}, vì {why}.", f"{head}. {own}."


def _joined(lists: list[tuple[str, ...]], place: int) -> str:
    said = (wordings[min(place, len(wordings) - 1)] for wordings in lists)
    return " ".join(part for part in said if part)


def _without_marks(text: str) -> str:
    """Take the written mark of a name away, as one would say it: "đồng chí này"."""
    if REMOVED not in text:
        return text
    return _PERSON_REMOVED.sub(r"\1 này", text).replace(REMOVED, "người này")


def vary(options: tuple[str, ...], turn: int) -> str:
    """Pick one of several ways to say a thing, by the week's number, so that weeks differ."""
    return options[turn % len(options)]
