"""The search index: the engine's own entries without frames, and one entry a stamped page.

Beside title and text an entry may hold short forms and everyday words ("sổ đỏ") for what its
title says (`called`) and for what its text says (`also`). They are searched and never shown.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.edition.page import Page
from generator.model.own_yaml import own_yaml
from generator.pages.shell.stamp import FRAME_SLUG

WORDS = Path(__file__).with_name("search_words.yaml")
_OTHER_WORDS: dict[str, str] = {said.lower(): also for said, also in own_yaml(WORDS).items()}
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Listed:
    """What the listings keep of a page once it is written, as UTF-8: fifty thousand lie there.

    Of a record page, which came by a frame, that is its finished entry of the index; of a section
    page, whose entry is the engine's, the text that is to be added.
    """

    url: str
    said: bytes
    is_record: bool


def listed(page: Page) -> Listed:
    """The page without its body. Titles and texts are shown as HTML, so both are escaped here."""
    text = escape(page.search_text, quote=False)
    if page.frame is None:
        return Listed(page.url, text.encode(), is_record=False)
    entry = {"location": page.url, "title": escape(page.title, quote=False), "text": text}
    return Listed(page.url, _entry(entry), is_record=True)


def page_titles(index: str) -> dict[str, str]:
    """The title of each page that the engine built, by its address; headings have an anchor."""
    return {item["location"]: unescape(item["title"]) for item in json.loads(index)["docs"]}


def extend_index(index: str, pages: Collection[Listed]) -> Iterator[bytes]:
    """The index with frames gone, section pages filled in and record pages added, in pieces."""
    content: dict[str, Any] = json.loads(index)
    content["config"].setdefault("fields", {}).update(called={"boost": 1.0}, also={"boost": 1.0})
    for place, (name, value) in enumerate(sorted(content.items())):
        yield f"{',' if place else '{'}{_JSON.encode(name)}:".encode()
        yield from _docs(value, pages) if name == "docs" else (_JSON.encode(value).encode(),)
    yield b"}"


def _docs(engines: Iterable[dict[str, Any]], pages: Collection[Listed]) -> Iterator[bytes]:
    sections = {page.url: page.said.decode() for page in pages if not page.is_record}
    records = sorted((page for page in pages if page.is_record), key=attrgetter("url"))
    own = (_entry(_filled(entry, sections)) for entry in engines if not _is_frame(entry))
    between = b"["
    for entry in chain(own, (page.said for page in records)):
        yield between
        yield entry
        between = b","
    yield b"[]" if between == b"[" else b"]"


def _is_frame(entry: dict[str, Any]) -> bool:
    return f"{FRAME_SLUG}/" in entry["location"]


def _filled(entry: dict[str, Any], sections: dict[str, str]) -> dict[str, Any]:
    extra = sections.get(entry["location"], "")
    text = " ".join(part for part in (entry["text"].replace("__body__", "").strip(), extra) if part)
    return entry | {"text": text}


def _entry(entry: dict[str, Any]) -> bytes:
    """An entry with its other words, as it stands in the index."""
    return _JSON.encode(_with_other_words(entry)).encode()


def _with_other_words(entry: dict[str, Any]) -> dict[str, Any]:
    found = {"called": other_words(entry["title"]), "also": other_words(entry["text"])}
    return entry | {field: words for field, words in found.items() if words}


def other_words(said: str) -> str:
    """The short forms and everyday words for what a text says, one after another."""
    text = said.lower()
    return ", ".join(also for words, also in _OTHER_WORDS.items() if words in text)
