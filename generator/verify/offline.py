"""The copy to read offline held against the site: the same files, and pages that show the same."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import ZipFile

from generator.ledger.checksums import UNLISTED
from generator.model.archives import UNREADABLE
from generator.model.site_paths import OFFLINE_COPY, OFFLINE_ONLY
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.pages import check_pages
from generator.verify.site import BadSite, Site, site_in

_REWRITTEN = frozenset({".html", ".css", ".js"})
"""What is written anew for a copy that is read from a disk."""


def check_offline(site: Site) -> StepResult:
    """Every file of the copy that is not written anew is the site's, and its pages hold."""
    title = TITLES["offline"]
    try:
        with ZipFile(io.BytesIO(site.read(OFFLINE_COPY))) as archive:
            copy = site_in(archive, OFFLINE_COPY)
            found = [*_unlike(site, copy), *_pages(copy)]
            count = vn_number(len(copy.paths))
    except (BadSite, *UNREADABLE):
        return looked_at(title, "", [Finding(OFFLINE_COPY, said("offline-unread"))])
    return looked_at(title, said("offline-right", count=count), found)


def _unlike(site: Site, copy: Site) -> Iterator[Finding]:
    for path in copy.paths:
        place = f"{OFFLINE_COPY}: {path}"
        if path in UNLISTED or path in OFFLINE_ONLY:
            continue
        if not site.has(path):
            yield Finding(place, said("offline-added"))
        elif PurePosixPath(path).suffix in _REWRITTEN:
            continue
        elif site.read(path) != copy.read(path):
            yield Finding(place, said("offline-other"))


def _pages(copy: Site) -> Iterator[Finding]:
    for item in check_pages(copy).findings:
        yield replace(item, place=f"{OFFLINE_COPY}: {item.place}")
