"""What the search knows of our own pages."""

import re
from collections.abc import Iterator
from html import unescape

from generator.edition.page import Page
from generator.model.content import Compressed
from generator.model.site_paths import SectionFolder
from generator.pages.sections import SiteSections
from generator.search.entries import Entry, Ranks

_HEADING = re.compile(r'<h[23]\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h[23]>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NAMED = (SectionFolder.UNITS, SectionFolder.PROCEDURES)
"""Pages whose title is a name that people write by its initials lie here."""


def entry_of(page: Page) -> Entry:
    """The page itself."""
    return Entry(page.url, page.title, page.search_text, named=page.frame in _NAMED)


def heading_entries(page: Page) -> Iterator[Entry]:
    """The headings of a section's page; those of its records' pages are always the same."""
    if page.frame is None and not isinstance(page.body, Compressed):
        for anchor, heading in _HEADING.findall(page.body):
            title = " ".join(unescape(_TAG.sub(" ", heading)).split())
            yield Entry(f"{page.url}#{anchor}", title, "", page.title)


def ranks(sections: SiteSections) -> Ranks:
    """The order of pages that are found equally well: that of the site's sections."""
    return Ranks([section.address for section in sections.there], sections.places)
