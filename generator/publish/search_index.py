"""The search index: the engine's own entries without frames, and one entry a stamped page.

Beside title and text an entry may hold short forms and everyday words ("sổ đỏ") for what its
title says (`called`) and for what its text says (`also`). They are searched and never shown.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from generator.contract.publication import Page
from generator.publish.stamp import FRAME_SLUG

WORDS = Path(__file__).with_name("search_words.yaml")


@dataclass(frozen=True, slots=True)
class Listed:
    """What the listings keep of a page once it is written: `is_record` when it came by a frame."""

    url: str
    title: str
    search_text: str
    is_record: bool


def listed(page: Page) -> Listed:
    """The page without its body."""
    return Listed(page.url, page.title, page.search_text, page.frame is not None)


def extend_index(index: str, pages: Iterable[Listed]) -> str:
    """The index with frames gone, section pages filled in and record pages added.

    The search box shows titles and texts as HTML, so both are escaped here.
    """
    content: dict[str, Any] = json.loads(index)
    pages = tuple(pages)
    sections = {page.url: page for page in pages if not page.is_record}
    kept = [_filled(entry, sections) for entry in content["docs"] if not _is_frame(entry)]
    records = sorted((page for page in pages if page.is_record), key=lambda page: page.url)
    docs = kept + [_entry(page) for page in records]
    content["docs"] = [_with_other_words(entry) for entry in docs]
    content["config"].setdefault("fields", {}).update(called={"boost": 1.0}, also={"boost": 1.0})
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _is_frame(entry: dict[str, Any]) -> bool:
    return f"{FRAME_SLUG}/" in entry["location"]


def _filled(entry: dict[str, Any], sections: dict[str, Listed]) -> dict[str, Any]:
    page = sections.get(entry["location"])
    extra = escape(page.search_text, quote=False) if page else ""
    text = " ".join(part for part in (entry["text"].replace("__body__", "").strip(), extra) if part)
    return entry | {"text": text}


def _entry(page: Listed) -> dict[str, Any]:
    return {
        "location": page.url,
        "title": escape(page.title, quote=False),
        "text": escape(page.search_text, quote=False),
    }


@cache
def _other_words() -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load(WORDS.read_text("utf-8"))
    return {said.lower(): also for said, also in words.items()}


def _with_other_words(entry: dict[str, Any]) -> dict[str, Any]:
    found = {"called": _words_for(entry["title"]), "also": _words_for(entry["text"])}
    return entry | {field: words for field, words in found.items() if words}


def _words_for(said: str) -> str:
    text = said.lower()
    return ", ".join(also for words, also in _other_words().items() if words in text)
