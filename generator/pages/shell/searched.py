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

_HEADING = re.compile(r'<h[23]\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h[23]>', re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NAMED = (SectionFolder.UNITS, SectionFolder.PROCEDURES)
"""Pages whose title is a name that people write by its initials lie here."""


def record_entries(page: Page) -> Iterator[Entry]:
    """The page of a record; its headings are those of every such page."""
    yield Entry(page.url, page.title, page.search_text, named=page.frame in _NAMED)


def section_entries(page: Page, built: str) -> Iterator[Entry]:
    """A section's page, of which the engine `built` what people wrote, and its headings."""
    body = "" if isinstance(page.body, Compressed) else page.body
    written, *headings = written_entries(page.url, built)
    called = " ; ".join((written.title, *map(_plain, _TITLE.findall(body))))
    yield Entry(page.url, page.title, f"{written.text} {page.search_text}".strip(), called=called)
    yield from (heading._replace(page=page.title) for heading in headings)
    for anchor, heading in _HEADING.findall(body):
        yield Entry(f"{page.url}#{anchor}", _plain(heading), "", page.title)


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def ranks(sections: SiteSections) -> Ranks:
    """The order of pages that are found equally well: that of the site's sections."""
    return Ranks([section.address for section in sections.there], sections.places)
