"""Short forms of several meanings: the words of the same sentence decide, or nobody does."""

import re
from itertools import combinations

import pytest

from generator.model.abbreviations import Abbreviations
from generator.model.own_yaml import own_yaml
from generator.model.speech import Speech
from generator.speech.reader.read import read_text
from generator.speech.unreadable import Unreadable
from worlds.paths import DATA

SHIPPED = Abbreviations.model_validate(own_yaml(DATA / "abbreviations.yaml"))
SPEECH = Speech(SHIPPED, "north")
PAIRS = [
    (short, one, other)
    for short, readings in SHIPPED.by_context.items()
    for one, other in combinations(readings.values(), 2)
]


def outcome(text: str) -> str:
    try:
        return read_text(text, SPEECH).lower()
    except Unreadable:
        return ""


MEANINGS = [
    (short, reading, cue)
    for short, readings in SHIPPED.by_context.items()
    for reading, cues in readings.items()
    for cue in cues
    if outcome(cue)  # "GV" beside "HS" needs words of its own
]


def last_words(said: str) -> str:
    return said.rpartition("rằng")[2].strip()


def test_every_word_of_a_meaning_brings_it_before_the_form_and_behind_it() -> None:
    wrong = [
        (short, reading, cue)
        for short, reading, cue in MEANINGS
        for said in (outcome(f"{cue}, nói rằng {short}"),)
        if not reading.lower().endswith(last_words(said)) or not said
    ]
    assert wrong == []
    behind = [
        (short, reading, cue)
        for short, reading, cue in MEANINGS
        if not outcome(f"{short}, nói rằng {cue}").startswith(reading.lower().split()[0])
    ]
    assert behind == []


def test_words_of_two_meanings_leave_it_unread() -> None:
    read = [
        (short, one[0], other[0])
        for short, one, other in PAIRS
        if outcome(f"{one[0]}, {other[0]}, nói rằng {short}")
    ]
    assert read == []


def test_no_word_brings_two_meanings() -> None:
    shared = [(short, cue) for short, one, other in PAIRS for cue in one if cue in other]
    assert shared == []


@pytest.mark.parametrize("short", SHIPPED.by_context)
def test_alone_and_beside_another_sentence_it_has_no_meaning_but_its_own(short: str) -> None:
    own = SHIPPED.anywhere.get(short, "").lower()
    cue = next(iter(SHIPPED.by_context[short].values()))[0]
    assert outcome(f"nói rằng {short}") == (f"nói rằng {own}" if own else "")
    assert last_words(outcome(f"Đã xong {cue}. Nói rằng {short}")) == own


def test_a_longer_form_that_begins_alike_keeps_its_reading() -> None:
    longer = [
        (form, words)
        for form, words in SHIPPED.anywhere.items()
        for short in SHIPPED.by_context
        if re.match(rf"{short}(?!\w).", form)
    ]
    assert longer
    assert [form for form, words in longer if not outcome(form).endswith(words.lower())] == []
