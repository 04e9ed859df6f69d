"""A running order of the MOS protocol: every item a story, in order, with its length."""

from xml.etree import ElementTree

import pytest

from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.forms import make_script
from worlds.radio_edition import city, edition

BULLETIN = make_bulletin(edition(), "2018-W40")
ROOT = ElementTree.fromstring(
    make_script(BULLETIN, "Bản tin", city().radio).files["mos"]  # type: ignore[arg-type]
)
ORDER = ROOT.find("roCreate")
STORY = ["storyID", "storySlug", "storyNum", "mosExternalMetadata"]
"""The order that the protocol asks for; items of music follow."""


def test_the_message_creates_one_running_order() -> None:
    assert [part.tag for part in ROOT] == ["mosID", "ncsID", "messageID", "roCreate"]
    assert ORDER is not None
    heads = [part.tag for part in ORDER if part.tag != "story"]
    assert heads == ["roID", "roSlug", "roEdStart", "roEdDur"]
    assert ORDER.findtext("roID") == "2018-W40"
    assert ORDER.findtext("roEdStart") == "2018-10-06T06:00:00+07:00"


def test_every_item_is_a_story_with_its_words() -> None:
    assert ORDER is not None
    stories = ORDER.findall("story")
    assert [story.findtext("storySlug") for story in stories] == [
        item.title for item in BULLETIN.items
    ]
    for story, item in zip(stories, BULLETIN.items, strict=True):
        assert [part.tag for part in story][:4] == STORY
        assert [line.text for line in story.iter("p")] == list(item.sentences)
    assert len({story.findtext("storyID") for story in stories}) == len(stories)


def test_the_lengths_add_up_to_the_script_s() -> None:
    assert ORDER is not None
    payloads = [story.find("mosExternalMetadata/mosPayload") for story in ORDER.findall("story")]
    told = [
        {name: float(payload.findtext(name) or 0) for name in ("TextTime", "MediaTime")}
        for payload in payloads
        if payload is not None
    ]
    assert sum(part["TextTime"] + part["MediaTime"] for part in told) == pytest.approx(
        BULLETIN.seconds
    )
    assert sum(part["MediaTime"] for part in told) == 13
