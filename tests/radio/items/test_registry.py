"""Every kind of item is declared once, and its declaration is whole."""

import re

import pytest

from generator.model.radio_settings import RadioLimits
from generator.radio.bulletin import make_bulletins
from generator.radio.items.kind import ItemKind
from generator.radio.items.registry import ITEM_KINDS, KIND_OF
from generator.radio.week_script import broadcast_week
from generator.speech.reader.reader import Reader
from worlds.radio_edition import edition
from worlds.shipped import shipped_edition

KINDS = [pytest.param(kind, id=kind.name) for kind in ITEM_KINDS]


def test_no_two_kinds_share_a_name_or_a_heading() -> None:
    assert len(KIND_OF) == len(ITEM_KINDS) == len({kind.title for kind in ITEM_KINDS})


@pytest.mark.parametrize("kind", KINDS)
def test_the_sentences_of_a_kind_can_be_filled_in(kind: ItemKind) -> None:
    openings = [words for options in kind.opening or () for words in options]
    assert kind.counted or kind.fills
    for words in (kind.counted or "{count}", *openings):
        assert words.format(count="hai", period="quý ba")
    assert "{most}" in kind.spread or not kind.spread


@pytest.mark.parametrize("kind", [kind for kind in ITEM_KINDS if kind.opening])
def test_a_part_that_comes_first_knows_of_none_before_it(kind: ItemKind) -> None:
    assert kind.opening
    first = " ".join((*kind.opening.first, *kind.opening.first_many)).lower()
    assert not re.search(r"tiếp|lại|sau đây|còn ", first)


@pytest.mark.parametrize("kind", KINDS)
def test_only_corrections_are_never_limited(kind: ItemKind) -> None:
    assert (kind.most is None) == kind.corrects
    assert kind.most is None or kind.most(RadioLimits()) > 0


def test_what_is_aired_is_headed_as_its_kind_is() -> None:
    items = [item for script in make_bulletins(edition()) for item in script.items]
    told = {item.kind: item for item in items if item.keys}
    assert set(told) <= set(KIND_OF)
    for name, item in told.items():
        assert (item.title, item.is_news) == (KIND_OF[name].title, KIND_OF[name].is_news)
    assert all(item.title for item in items)


def test_a_kind_tells_of_a_whole_edition_what_it_tells_of_the_records_that_it_names() -> None:
    whole, told = shipped_edition(), set[str]()
    reader = Reader(whole.speech)
    for place, script in enumerate(whole.bulletins):
        past, said = whole.bulletins[:place], whole.broadcasts
        day = broadcast_week(whole, script.bulletin_id, past, said, reader).day
        for kind in ITEM_KINDS:
            found = kind.candidates(day)
            assert found == kind.candidates(day.of_records(kind.records)), kind.name
            told |= {kind.name} if found.stories else set()
    assert told == set(KIND_OF)
