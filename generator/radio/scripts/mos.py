"""A script as a running order of the MOS protocol, as newsroom and studio systems exchange it.

MOS (Media Object Server) is what ENPS, iNEWS, Octopus, OpenMedia and studio automations have in
common: each imports the message that creates a running order, `roCreate`, with its stories and
their lengths; what one newsroom calls its cue sheet another reads without a converter. Elements
and their order are those of the protocol's version 2.8.5. The start tells its zone, for systems
exist that take a time without one for universal time. What is said stands in each story's own
metadata, and music is an item of the story before or after which it is played.
"""

from datetime import datetime, time
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.edition.bulletin import BulletinItem
from generator.edition.bulletin_words import marked
from generator.edition.script import Script, ScriptForm
from generator.model.radio_settings import Jingle
from generator.model.text import slug

_SCHEMA = "urn:congkhai:kich-ban"
"""Names the form of the metadata; nothing lies at that address."""


def _render(script: Script) -> bytes:
    root = Element("mos")
    _leaves(root, mosID="congkhai", ncsID=slug(script.bulletin.station), messageID="1")
    order, bulletin = SubElement(root, "roCreate"), script.bulletin
    _leaves(
        order,
        roID=script.bulletin.bulletin_id,
        roSlug=marked(script.title, script.bulletin),
        roEdStart=(bulletin.airs_at or datetime.combine(bulletin.air_on, time())).isoformat(),
        roEdDur=_clock(script.bulletin.seconds),
    )
    for place, item in enumerate(script.bulletin.items, 1):
        _story(order, f"{script.bulletin.bulletin_id}-{place:02d}", place, item)
    indent(root)
    body: bytes = tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _story(order: Element, story_id: str, place: int, item: BulletinItem) -> None:
    """Write one item of the script with its words, and its music as items of its own."""
    story = SubElement(order, "story")
    _leaves(story, storyID=story_id, storySlug=item.title, storyNum=str(place))
    jingles = [jingle for jingle in (item.jingle_before, item.jingle_after) if jingle]
    music = sum(jingle.seconds for jingle in jingles)
    payload = _payload(story)
    _leaves(
        payload,
        StoryDuration=f"{item.seconds:g}",
        TextTime=f"{item.seconds - music:g}",
        MediaTime=f"{music:g}",
        Announcer=item.voice.name,
    )
    text = SubElement(payload, "Text")
    for sentence in item.sentences:
        SubElement(text, "p").text = sentence
    for number, jingle in enumerate(jingles, 1):
        _music(story, number, jingle)


def _music(story: Element, number: int, jingle: Jingle) -> None:
    item = SubElement(story, "item")
    _leaves(
        item, itemID=str(number), itemSlug=jingle.name, objID=slug(jingle.name), mosID="congkhai"
    )
    _leaves(_payload(item), MediaTime=f"{jingle.seconds:g}")


def _payload(parent: Element) -> Element:
    metadata = SubElement(parent, "mosExternalMetadata")
    _leaves(metadata, mosScope="PLAYLIST", mosSchema=_SCHEMA)
    return SubElement(metadata, "mosPayload")


def _leaves(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600:02d}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


MOS = ScriptForm(
    "mos", "mos.xml", "Khung chương trình (MOS)", "application/xml", _render, by_machine=True
)
