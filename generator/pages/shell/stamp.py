"""Record pages: a finished frame of the site's engine with our own body stamped in.

The frame is split once at its placeholders and joined per page, so text that comes from a
record is never searched for placeholders again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from generator.edition.page import Page
from generator.model.content import Compressed

FRAME_SLUG = "__slug__"
"""Last part of a frame's address: the frame of `phe-binh` is built at `phe-binh/__slug__/`."""

_DATA = '<script type="application/ld+json">{}</script>\n'
_PLACEHOLDER = re.compile(r"__(title|description|slug|body)__")


@dataclass(frozen=True)
class Frame:
    """A built page split at its placeholders: text at even places, names at odd ones."""

    parts: tuple[str, ...]

    @property
    def has_body(self) -> bool:
        """True when there is a place for the body."""
        return "body" in self.parts[1::2]

    @cached_property
    def _encoded(self) -> tuple[bytes, ...]:
        return tuple(part.encode() for part in self.parts)

    def stamp(self, page: Page, data: str = "") -> Iterator[bytes]:
        """The whole HTML of a page, in one piece unless its body comes in several.

        The body goes in as it is, everything else escaped. `data` is what the page says to
        machines, a JSON-LD text that may stand in a script element.
        """
        values = {name: value.encode() for name, value in _values(page, data).items()}
        parts = list(self._encoded)
        parts[1::2] = [values[name] for name in self.parts[1::2]]
        if isinstance(page.body, Compressed):
            place = 2 * self.parts[1::2].index("body") + 1
            yield b"".join(parts[:place])
            yield from page.body
            parts = parts[place:]
        yield b"".join(parts)

    def whole(self) -> bytes:
        """The page of a frame in which nothing is to be stamped."""
        return b"".join(self._encoded)


def split_frame(html: str) -> Frame:
    """The frame of a built page."""
    return Frame(tuple(_PLACEHOLDER.split(html)))


def frame_url(page: Page) -> str:
    """Address of the built page that `page` is stamped from: `phe-binh/__slug__/`, or its own."""
    return page.url if page.frame is None else f"{page.frame}/{FRAME_SLUG}/"


def is_under_frame(page: Page) -> bool:
    """True of a section page, and of a record page that lies right under its frame."""
    return page.frame is None or page.url == f"{page.frame}/{_slug(page)}/"


def _slug(page: Page) -> str:
    return page.url.rstrip("/").rpartition("/")[2]


def _values(page: Page, data: str) -> Mapping[str, str]:
    body = "" if isinstance(page.body, Compressed) else page.body
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "slug": escape(_slug(page)),
        "body": body + (_DATA.format(data) if data else ""),
    }
