"""The bulletins as feeds: Atom and JSON Feed 1.1, every form of every script enclosed.

Addresses are absolute when the city has a `site_url`; without one they
are relative to the feed, which readers resolve against where they fetched it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from generator.edition.bulletin_words import (
    air_day_words,
    approval_words,
    length_words,
    marked,
    void_words,
)
from generator.edition.script import Script, ScriptForm
from generator.model.content import whole
from generator.model.site_paths import FEED_FILE
from generator.pages.bulletins.files import SECTION, ScriptFile, bulletin_url
from generator.pages.feed_ids import feed_id, titled
from generator.pages.renderer import Renderer
from generator.pages.schema_org import address
from generator.pages.view import View, rendered

ATOM, JSON_FEED = f"{SECTION}/{FEED_FILE}", f"{SECTION}/feed.json"
NEWEST = 26
"""Bulletins in a feed: half a year."""


@dataclass(frozen=True)
class Enclosure:
    """A file of a bulletin: its form, address and size in bytes."""

    form: ScriptForm
    url: str
    size: int


@dataclass(frozen=True)
class BulletinEntry:
    """One bulletin in a feed; `updated` is the day copies became void, else the day it was aired,
    and for one that is still to be aired the edition's day."""

    id: str
    title: str
    url: str
    published: str
    updated: str
    summary: str
    text: str
    void_since: date | None
    enclosures: tuple[Enclosure, ...]


@dataclass(frozen=True)
class BulletinsFeed(View):
    """The whole feed."""

    template: ClassVar[str] = "feeds/bulletins.atom"
    id: str
    title: str
    description: str
    author: str
    updated: str
    page_url: str
    atom_url: str
    entries: tuple[BulletinEntry, ...]


def feed_files(renderer: Renderer, scripts: Mapping[str, Sequence[ScriptFile]]) -> dict[str, bytes]:
    """Both feeds; `scripts` are the finished files of each bulletin by its id."""
    feed = _feed(renderer, scripts)
    atom = rendered(renderer.environment, feed)
    shown = (
        json.dumps(_json(feed, _address(renderer, JSON_FEED)), ensure_ascii=False, indent=2) + "\n"
    )
    return {ATOM: atom.encode(), JSON_FEED: shown.encode()}


def _feed(renderer: Renderer, scripts: Mapping[str, Sequence[ScriptFile]]) -> BulletinsFeed:
    edition = renderer.edition
    city, radio = edition.city.city, edition.radio
    entries = tuple(
        _entry(renderer, script, scripts[week])
        for week, script in list(edition.scripts.items())[: -NEWEST - 1 : -1]
    )
    return BulletinsFeed(
        id=feed_id(city.name, SECTION),
        title=titled(f"{radio.column}: kịch bản phát thanh", edition.city.sample),
        description=f"Kịch bản hằng tuần của {radio.station}, viết sẵn thành lời đọc.",
        author=city.authority,
        updated=max((entry.updated for entry in entries), default=_moment(renderer, edition.as_of)),
        page_url=_address(renderer, f"{SECTION}/"),
        atom_url=_address(renderer, ATOM),
        entries=entries,
    )


def _entry(renderer: Renderer, script: Script, files: Sequence[ScriptFile]) -> BulletinEntry:
    bulletin = script.bulletin
    aired, length = air_day_words(bulletin.air_on), length_words(bulletin.seconds)
    told = f"Phát sóng {aired}, dài {length}."
    pulled = min(bulletin.air_on, renderer.edition.as_of)
    return BulletinEntry(
        id=feed_id(renderer.edition.city.city.name, bulletin.bulletin_id),
        title=marked(script.title, bulletin),
        url=_address(renderer, bulletin_url(bulletin.bulletin_id)),
        published=_moment(renderer, pulled),
        updated=_moment(renderer, max(pulled, bulletin.void_since or pulled)),
        summary=" ".join(filter(None, (told, approval_words(bulletin), void_words(bulletin)))),
        text=whole(script.files["txt"]).decode(),
        void_since=bulletin.void_since,
        enclosures=tuple(
            Enclosure(file.form, _address(renderer, file.path), len(file.content)) for file in files
        ),
    )


def _json(feed: BulletinsFeed, json_url: str) -> dict[str, Any]:
    """JSON Feed 1.1; `_congkhai` says since when copies of a script are void."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page_url,
        "feed_url": json_url,
        "language": "vi",
        "authors": [{"name": feed.author}],
        "items": [_json_item(entry) for entry in feed.entries],
    }


def _json_item(entry: BulletinEntry) -> dict[str, Any]:
    void = {"void_since": entry.void_since.isoformat()} if entry.void_since else {}
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": entry.text,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "attachments": [
            {
                "url": item.url,
                "mime_type": item.form.media_type,
                "title": item.form.title,
                "size_in_bytes": item.size,
            }
            for item in entry.enclosures
        ],
    } | ({"_congkhai": void} if void else {})


def _address(renderer: Renderer, path: str) -> str:
    return address(renderer.edition.city.site_url, path, f"{SECTION}/")


def _moment(renderer: Renderer, day: date) -> str:
    return renderer.edition.city.moment(day).isoformat()
