"""From the engine's output to the finished site: pages stamped, frames gone, listings whole.

Values only: the face writes what comes out of here into its staging folder.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.contract.publication import Publication
from generator.publish.search_index import extend_index
from generator.publish.sitemap import render_sitemap
from generator.publish.stamp import FRAME_SLUG, Frame, frame_url, misplaced, split_frame

SEARCH_INDEX = "search/search_index.json"


class FrameMismatch(Exception):
    """Pages and the frames they are stamped from do not fit; `str()` says which, in Vietnamese."""


@dataclass(frozen=True)
class EngineOutput:
    """What the engine built: addresses of its pages, and a way to read any of its files."""

    urls: Sequence[str]
    read: Callable[[str], str]


def finished_files(
    publication: Publication, engine: EngineOutput, as_of: date, site_url: str | None
) -> Iterator[tuple[str, bytes]]:
    """Every file to write over the engine's output: (path relative to the site's root, bytes).

    Raises FrameMismatch, before the first file, when a page has no frame, a frame's place stays
    empty, or two pages share an address.
    """
    frames = {url: split_frame(engine.read(_path(url))) for url in engine.urls}
    _require_fit(publication, frames)
    for page in publication.pages:
        yield _path(page.url), frames[frame_url(page)].stamp(page).encode()
    index = extend_index(engine.read(SEARCH_INDEX), publication.pages)
    yield SEARCH_INDEX, index.encode()
    sitemap = render_sitemap(page_urls(publication, engine.urls), as_of, site_url)
    yield "sitemap.xml", sitemap.encode()
    yield from sorted(publication.files.items())


def frame_folders(built_urls: Sequence[str]) -> list[str]:
    """Folders of the engine's output that hold frames and nothing else; they are removed."""
    return [url for url in built_urls if FRAME_SLUG in url]


def page_urls(publication: Publication, built_urls: Sequence[str]) -> list[str]:
    """Addresses of all pages of the finished site, sorted."""
    hand_written = {url for url in built_urls if FRAME_SLUG not in url}
    return sorted(hand_written | {page.url for page in publication.pages})


def _require_fit(publication: Publication, frames: Mapping[str, Frame]) -> None:
    if wrong := misplaced(publication.pages):
        raise FrameMismatch(f"Địa chỉ trang không đúng chỗ hoặc trùng nhau: {_named(wrong)}")
    places = {url for url, frame in frames.items() if frame.has_body}
    if lost := sorted({frame_url(page) for page in publication.pages} - places):
        raise FrameMismatch(f"content/ thiếu trang, hoặc trang thiếu __body__: {_named(lost)}")
    filled = {page.url for page in publication.pages if page.frame is None}
    if empty := sorted(url for url in places - filled if FRAME_SLUG not in url):
        raise FrameMismatch(f"Không có nội dung cho trang: {_named(empty)}")


def _named(urls: Sequence[str]) -> str:
    return ", ".join(f"/{url}" for url in urls)


def _path(url: str) -> str:
    return f"{url}index.html"
