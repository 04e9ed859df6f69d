"""Record pages: a finished frame of the site's engine with our own body stamped in.

The frame is split once at its placeholders and joined per page, so text that comes from a
record is never searched for placeholders again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import chain, zip_longest

from generator.edition.page import Page
from generator.model.content import Compressed

FRAME_SLUG = "__slug__"
"""Last part of a frame's address: the frame of `phe-binh` is built at `phe-binh/__slug__/`."""

_DATA = '<script type="application/ld+json">{}</script>\n'
_PLACEHOLDER = re.compile(r"__(title|description|slug|trail|body|said)__")


@dataclass(frozen=True)
class Frame:
    """A built page split at its placeholders: the texts, and the names of what stands between."""

    texts: tuple[bytes, ...]
    names: tuple[str, ...]

    @property
    def has_body(self) -> bool:
        """True when there is a place for the body."""
        return "body" in self.names

    def stamp(self, page: Page, data: str = "", trail: str = "") -> Iterator[bytes]:
        """The whole HTML of a page, in one piece unless its body comes in several.

        Body and `trail`, the way to the page, go in as they are, everything else escaped. `data`
        is what the page says to machines, a JSON-LD text that may stand in a script element.
        """
        values = {name: value.encode() for name, value in _values(page, trail).items()}
        values["said"] = _script(data)
        stamped = (values[name] for name in self.names)
        parts = list(chain.from_iterable(zip_longest(self.texts, stamped, fillvalue=b"")))
        if isinstance(page.body, Compressed):
            place = 2 * self.names.index("body") + 1
            yield b"".join(parts[:place])
            yield from page.body
            parts = parts[place:]
        yield b"".join(parts)

    def whole(self, data: str, trail: str) -> bytes:
        """The page of a frame in which nothing but the way to it is to be stamped, for people and
        for machines."""
        values = {"trail": trail.encode(), "said": _script(data)}
        stamped = (values[name] for name in self.names)
        return b"".join(chain.from_iterable(zip_longest(self.texts, stamped, fillvalue=b"")))


def split_frame(html: str) -> Frame:
    """The frame of a built page."""
    parts = _PLACEHOLDER.split(html)
    return Frame(tuple(text.encode() for text in parts[::2]), tuple(parts[1::2]))


def frame_url(page: Page) -> str:
    """Address of the built page that `page` is stamped from: `phe-binh/__slug__/`, or its own."""
    return page.url if page.frame is None else f"{page.frame}/{FRAME_SLUG}/"


def is_under_frame(page: Page) -> bool:
    """True of a section page, and of a record page that lies right under its frame."""
    return page.frame is None or page.url == f"{page.frame}/{_slug(page)}/"


def _script(data: str) -> bytes:
    return _DATA.format(data).encode() if data else b""


def _slug(page: Page) -> str:
    return page.url.rstrip("/").rpartition("/")[2]


def _values(page: Page, trail: str) -> Mapping[str, str]:
    body = "" if isinstance(page.body, Compressed) else page.body
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "slug": escape(_slug(page)),
        "trail": trail,
        "body": body,
    }
