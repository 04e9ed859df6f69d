"""From the engine's output to the finished site: pages stamped, frames gone, listings whole.

Values only: the face writes what comes out of here into its staging folder, one file at a time,
and puts the site in place when all have come.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import itemgetter

from generator.edition.page import Page, Publication
from generator.model.content import Content, pieces, whole
from generator.model.site_paths import NOT_FOUND, PAGE_FILE, SITEMAP, SOURCE
from generator.pages.csp import with_policy
from generator.pages.links import absolute
from generator.pages.schema_org import breadcrumbs, json_ld, section_of
from generator.pages.sections import SiteSections
from generator.pages.shell.cards import Cards, card_path
from generator.pages.shell.searched import ranks, record_entries, section_entries
from generator.pages.shell.sitemap import render_sitemap
from generator.pages.shell.stamp import FRAME_SLUG, Frame, frame_url, is_under_frame, split_frame
from generator.pages.trail import Places, trail_html
from generator.search.entries import Entry
from generator.search.files import search_files
from generator.search.written_text import written_entries


class FrameMismatch(Exception):
    """Pages and the frames they are stamped from do not fit; `str()` says which, in Vietnamese."""


@dataclass(frozen=True)
class EngineOutput:
    """What the engine built: addresses of its pages, and a way to read any of its files."""

    urls: Sequence[str]
    read: Callable[[str], str]


def finished_files(
    publication: Publication,
    engine: EngineOutput,
    as_of: date,
    site_url: str | None,
    sections: SiteSections,
    cards: Cards | None = None,
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Every file to write over the engine's output: (path relative to the site's root, pieces).

    With `cards` each page has its picture for sharing.

    Raises FrameMismatch when a page has no frame, a frame's place stays empty, or two pages share
    an address: what was written till then is no site.
    """
    frames = {url: split_frame(with_policy(engine.read(page_path(url)))) for url in engine.urls}
    pages: dict[str, list[Entry]] = {}
    places = sections.places
    for page in publication.pages:
        _require_place(page, frames, pages)
        pages[page.url] = list(_entries(page, engine))  # before the engine's page is written over
        way, said = trail_html(page.url, places), _said(page, site_url, places)
        yield page_path(page.url), frames[frame_url(page)].stamp(page, said, way)
        for path, content in page.files.items():
            yield path, (content,)
        if cards is not None:
            yield (
                card_path(page.url),
                (cards.draw(page, sections.names.get(section_of(page.url), "")),),
            )
    _require_filled(frames, pages)
    for url in _hand_written(frames):
        pages[url] = list(written_entries(url, engine.read(page_path(url))))
        said = json_ld(breadcrumbs(site_url, url, pages[url][0].title, places))
        yield page_path(url), (frames[url].whole(said, trail_html(url, places)),)
    yield NOT_FOUND, (with_policy(engine.read(NOT_FOUND)).encode(),)
    for path, content in search_files(_ranked(pages, sections), sections.names):
        yield path, (content,)
    urls = sorted(pages)
    if site_url:
        yield SITEMAP, render_sitemap(urls, as_of, site_url)
    yield "robots.txt", (_robots(site_url).encode(),)
    for path, made in sorted(publication.files.items(), key=itemgetter(0)):
        yield path, (_with_policy(made),) if path.endswith(".html") else pieces(made)


def _said(page: Page, site_url: str | None, places: Places) -> str:
    """What a page says to machines: the way to it, and its own things."""
    trail = breadcrumbs(site_url, page.url, page.title, places)
    return json_ld([*trail, *page.things])


def _with_policy(html: Content) -> bytes:
    return with_policy(whole(html).decode()).encode()


def _robots(site_url: str | None) -> str:
    """All may be looked through but the source, which holds every name at once; a sitemap is only
    named by its whole address."""
    sitemap = f"Sitemap: {absolute(site_url, SITEMAP)}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\nDisallow: /{SOURCE}\n{sitemap}"


def frame_folders(built_urls: Sequence[str]) -> list[str]:
    """Folders of the engine's output that hold frames and nothing else; they are removed."""
    return [url for url in built_urls if FRAME_SLUG in url]


def page_path(url: str) -> str:
    """Path of the file of a page, relative to the site's root."""
    return f"{url}{PAGE_FILE}"


def _hand_written(frames: Mapping[str, Frame]) -> list[str]:
    """Addresses of the engine's pages in which nothing is stamped."""
    return [url for url, frame in frames.items() if not frame.has_body and FRAME_SLUG not in url]


def _entries(page: Page, engine: EngineOutput) -> Iterator[Entry]:
    """What can be found of a page of ours."""
    if page.frame is not None:
        return record_entries(page)
    return section_entries(page, engine.read(page_path(page.url)))


def _ranked(pages: Mapping[str, Sequence[Entry]], sections: SiteSections) -> list[Entry]:
    """What can be found, the better first of what is found equally well."""
    every = chain.from_iterable(pages.values())
    return sorted(every, key=ranks(sections).of)


def _require_place(page: Page, frames: Mapping[str, Frame], earlier: Container[str]) -> None:
    if not is_under_frame(page) or page.url in earlier:
        raise FrameMismatch(f"Địa chỉ trang không đúng chỗ hoặc trùng nhau: /{page.url}")
    place = frames.get(frame_url(page))
    if place is None or not place.has_body:
        raise FrameMismatch(f"content/ thiếu trang, hoặc trang thiếu __body__: /{frame_url(page)}")


def _require_filled(frames: Mapping[str, Frame], pages: Collection[str]) -> None:
    places = {url for url, frame in frames.items() if frame.has_body and FRAME_SLUG not in url}
    if empty := sorted(places.difference(pages)):
        named = ", ".join(f"/{url}" for url in empty)
        raise FrameMismatch(f"Không có nội dung cho trang: {named}")
