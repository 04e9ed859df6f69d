"""Feeds held against the records: each entry about a record says what its cells say."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from generator.model.datasets import WITH_PAGES
from generator.model.made_files import ACTS, ENDINGS, IN_FORCE
from generator.model.page_marks import says
from generator.model.site_paths import FEED_FILE, PAGE_FILE
from generator.model.verify_words import said
from generator.verify.finding import Finding
from generator.verify.sealed_rows import SealedRows
from generator.verify.site import Site

_DAY = re.compile(r"\d\d/\d\d/\d{4}")
ATOM = "{http://www.w3.org/2005/Atom}"


def feed_faults(site: Site, sealed: SealedRows) -> Iterator[Finding]:
    """Entries that lead to a record's page and say what the record does not say."""
    sections = {dataset.section.rpartition("/")[2] for dataset in WITH_PAGES}
    for path in site.paths:
        if path.rpartition("/")[2] != FEED_FILE:
            continue
        for address, words in _entries(site.read(path)):
            whole = urljoin(f"file:///{path}", address).removesuffix(PAGE_FILE).rstrip("/")
            *_, folder, record = whole.split("/")
            if folder in sections and not _is_told(sealed, record, words):
                yield Finding(path, said("feed-other", record=record))


def _entries(content: bytes) -> Iterator[tuple[str, str]]:
    """The address and the words of each entry; none of what is no feed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(content, parser) if content else None
    for entry in () if root is None else root.iterfind(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link")
        yield "" if link is None else str(link.get("href")), str(entry.findtext(f"{ATOM}summary"))


def _is_told(sealed: SealedRows, record: str, words: str) -> bool:
    """True of what the record is about, behind how it ended, and of one of its corrections."""
    row = sealed.row_of_record(record)
    if row is None:
        return False
    name = sealed.names.get(record, "")
    acts = [f"{row[column]}." for column in ACTS if row.get(column)]
    corrections = [
        f"{cells.get('reason')}. {cells.get('text')}."
        for cells in sealed.corrections.get(record, ())
    ]
    if any(says(words, form, name) for form in (*acts, *corrections)):
        return True
    before = next((words.removesuffix(f". {act}") for act in acts if words.endswith(act)), words)
    has_ended = row.get("standing", IN_FORCE) != IN_FORCE
    return has_ended and _DAY.sub("{day}", before.removesuffix(".")) in ENDINGS
