"""The search index: the engine's own entries without frames, and one entry a stamped page."""

import json
from html import escape
from typing import Any

from generator.contract.publication import Page
from generator.publish.stamp import FRAME_SLUG


def extend_index(index: str, pages: tuple[Page, ...]) -> str:
    """The index with frames gone, section pages filled in and record pages added.

    The search box shows titles and texts as HTML, so both are escaped here.
    """
    content: dict[str, Any] = json.loads(index)
    sections = {page.url: page for page in pages if page.frame is None}
    kept = [_filled(entry, sections) for entry in content["docs"] if not _is_frame(entry)]
    records = sorted((page for page in pages if page.frame is not None), key=lambda page: page.url)
    content["docs"] = kept + [_entry(page) for page in records]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _is_frame(entry: dict[str, Any]) -> bool:
    return f"{FRAME_SLUG}/" in entry["location"]


def _filled(entry: dict[str, Any], sections: dict[str, Page]) -> dict[str, Any]:
    page = sections.get(entry["location"])
    extra = escape(page.search_text, quote=False) if page else ""
    text = " ".join(part for part in (entry["text"].replace("__body__", "").strip(), extra) if part)
    return entry | {"text": text}


def _entry(page: Page) -> dict[str, Any]:
    return {
        "location": page.url,
        "title": escape(page.title, quote=False),
        "text": escape(page.search_text, quote=False),
    }
