"""Record pages: a finished frame of the site's engine with our own body stamped in.

The frame is split once at its placeholders and joined per page, so text that comes from a
record is never searched for placeholders again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from generator.contract.publication import Page

FRAME_SLUG = "__slug__"
"""Last part of a frame's address: the frame of `phe-binh` is built at `phe-binh/__slug__/`."""

_PLACEHOLDER = re.compile(r"__(title|description|slug|body)__")


@dataclass(frozen=True)
class Frame:
    """A built page split at its placeholders: text at even places, names at odd ones."""

    parts: tuple[str, ...]

    @property
    def has_body(self) -> bool:
        """True when there is a place for the body."""
        return "body" in self.parts[1::2]

    def stamp(self, page: Page) -> str:
        """The whole HTML of a page. The body goes in as it is, everything else escaped."""
        values = _values(page)
        parts = list(self.parts)
        parts[1::2] = [values[name] for name in self.parts[1::2]]
        return "".join(parts)


def split_frame(html: str) -> Frame:
    """The frame of a built page."""
    return Frame(tuple(_PLACEHOLDER.split(html)))


def frame_url(page: Page) -> str:
    """Address of the built page that `page` is stamped from: `phe-binh/__slug__/`, or its own."""
    return page.url if page.frame is None else f"{page.frame}/{FRAME_SLUG}/"


def misplaced(pages: tuple[Page, ...]) -> list[str]:
    """Addresses of record pages that do not lie right under their frame, or are taken twice."""
    wrong, taken = [], set[str]()
    for page in pages:
        under_frame = page.frame is None or page.url == f"{page.frame}/{_slug(page)}/"
        if not under_frame or page.url in taken:
            wrong.append(page.url)
        taken.add(page.url)
    return wrong


def _slug(page: Page) -> str:
    return page.url.rstrip("/").rpartition("/")[2]


def _values(page: Page) -> Mapping[str, str]:
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "slug": escape(_slug(page)),
        "body": page.body,
    }
