"""Pages that belong to nothing: of no record, in no list of the site's pages, beside no picture."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.sax.saxutils import unescape

from generator.model.datasets import WITH_PAGES
from generator.model.site_paths import (
    BULLETINS,
    CHARTS,
    NOT_FOUND,
    PAGE_FILE,
    PROCEDURE_PAGES,
    SEARCH_DOCUMENTS,
    SEARCH_START,
    SITEMAP,
    UNIT_PAGES,
)
from generator.model.text import slug
from generator.model.verify_words import said
from generator.verify.finding import Finding
from generator.verify.sealed_rows import SealedRows
from generator.verify.site import Site

_DOCUMENTS = re.compile(SEARCH_DOCUMENTS)
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def added_pages(site: Site, sealed: SealedRows) -> Iterator[Finding]:
    """Pages without a place in the site, and places without a page."""
    listed = _searched(site)
    known = {section: _known(sealed, section) for section in _sections()}
    for path in site.paths:
        if path.endswith(".html") and not _belongs(site, path, listed, known):
            yield Finding(path, said("page-added"))
    for path in sorted(listed - {*site.paths}):
        yield Finding(path, said("page-gone", listing=SEARCH_START))
    yield from _mapped(site, listed)


def _mapped(site: Site, listed: frozenset[str]) -> Iterator[Finding]:
    """What the sitemap lists otherwise than the search does; a site without an address has none."""
    found = _LOCATION.findall(site.read(SITEMAP).decode("utf-8", "replace"))
    places = [urlsplit(unescape(item)).path.lstrip("/") for item in found]
    root = min(places, key=len, default="")
    mapped = {f"{place.removeprefix(root)}{PAGE_FILE}" for place in places}
    for path in sorted(mapped ^ listed) if places else ():
        yield Finding(path, said("page-unmapped", listing=SITEMAP, other=SEARCH_START))


def _searched(site: Site) -> frozenset[str]:
    """The pages that the site's own search knows."""
    places = (
        place.partition("#")[0]
        for path in site.paths
        if _DOCUMENTS.fullmatch(path)
        for place in _places(site.read(path).decode("utf-8", "replace"))
    )
    return frozenset(f"{place}{PAGE_FILE}" for place in places)


def _places(script: str) -> Iterator[str]:
    """The addresses in a file of what the search shows; none of one that is damaged."""
    try:
        listed = json.loads(script[script.index("[") : script.rindex("]") + 1])
        yield from [str(entry[0]) for entry in listed]
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return


def _sections() -> tuple[str, ...]:
    return (*(f"{dataset.section}/" for dataset in WITH_PAGES), UNIT_PAGES, PROCEDURE_PAGES)


def _known(sealed: SealedRows, section: str) -> frozenset[str]:
    """The last parts of the addresses that pages of a section may have."""
    if section == UNIT_PAGES:
        return frozenset(sealed.units)
    if section == PROCEDURE_PAGES:
        return frozenset(map(slug, sealed.procedures))
    dataset = next(item for item in WITH_PAGES if f"{item.section}/" == section)
    return frozenset(row.partition("/")[2] for row in sealed.of(dataset))


def _belongs(
    site: Site, path: str, listed: frozenset[str], known: dict[str, frozenset[str]]
) -> bool:
    folder, _, name = path.rpartition("/")
    if name != PAGE_FILE:
        data = PurePosixPath(path).with_suffix(".json").as_posix()
        return path == NOT_FOUND or (path.startswith(BULLETINS) and site.has(data))
    section = next((item for item in known if path.startswith(item)), "")
    rest = folder.removeprefix(section.rstrip("/")).lstrip("/")
    if section and rest and rest not in known[section]:
        return False
    return path in listed or (path.startswith(CHARTS) and site.has(f"{folder}.svg"))
