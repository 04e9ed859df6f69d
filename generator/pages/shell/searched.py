"""What the search knows of our own pages."""

import re
from collections.abc import Iterator
from html import unescape

from generator.edition.page import Page
from generator.model.content import Compressed
from generator.model.site_paths import SectionFolder
from generator.pages.sections import SiteSections
from generator.search.entries import Entry, Ranks
from generator.search.written_text import written_entries

_HEADING = re.compile(r"<h([1-3])\b([^<>]*)>((?>(?:[^<]|<(?!/?h[1-3]\b))*))")
"""The level of a heading, what its tag says, and what stands in it."""
_TITLE = "1"
_ANCHOR = re.compile(r'\bid="([^"<>]+)"')
_TAG = re.compile(r"<[^<>]*>")
_NAMED = (SectionFolder.UNITS, SectionFolder.PROCEDURES)
"""Pages whose title is a name that people write by its initials lie here."""


def record_entries(page: Page) -> Iterator[Entry]:
    """The page of a record; its headings are those of every such page."""
    yield Entry(page.url, page.title, page.search_text, named=page.frame in _NAMED)


def section_entries(page: Page, built: str) -> Iterator[Entry]:
    """A section's page, of which the engine `built` what people wrote, and its headings."""
    body = "" if isinstance(page.body, Compressed) else page.body
    written, *headings = written_entries(page.url, built)
    own = [(level, told, _plain(heading)) for level, told, heading in _HEADING.findall(body)]
    called = " ; ".join((written.title, *(title for level, _, title in own if level == _TITLE)))
    yield Entry(page.url, page.title, f"{written.text} {page.search_text}".strip(), called=called)
    yield from (heading._replace(page=page.title) for heading in headings)
    for level, told, title in own:
        if level != _TITLE and (anchor := _ANCHOR.search(told)):
            yield Entry(f"{page.url}#{anchor[1]}", title, "", page.title)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def ranks(sections: SiteSections) -> Ranks:
    """The order of pages that are found equally well: that of the site's sections."""
    return Ranks([section.address for section in sections.there], sections.places)
