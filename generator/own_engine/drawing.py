"""All files that an engine builds: hand-written pages, frames, and what lies beside them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from generator.app.publication import Published
from generator.app.site import BuildFailed, shown
from generator.model.site_paths import NOT_FOUND
from generator.output.engine_output import EngineFiles, paths_in
from generator.own_engine.addresses import address_of, content_files, is_page
from generator.own_engine.frame import FrameConfig, FramePage, Frames, Nav, NavItem
from generator.own_engine.project import FRAME_STYLES, Project
from generator.own_engine.written import Files, Written, files_of_city, written_pages
from generator.pages.bytecode import CompiledTemplates
from generator.pages.links import absolute
from generator.pages.shelf import shelf
from generator.pages.shell.bundle import SCRIPT, STYLE, bundles, is_source
from generator.pages.shell.finish import frame_folders, page_path
from generator.pages.shell.picture_sizes import with_sizes
from generator.pages.worded import WordedPages

_NO_PAGE = "{file}, mục nav: không có trang “{page}” trong thư mục content. Hãy sửa lại đường dẫn."


def engine_files(
    project: Project, published: Published, compiled: CompiledTemplates | None, *, extras: bool
) -> EngineFiles:
    """Every file, of which those of frames do not stay in the site.

    `extras`: whether the site has pictures and an offline copy. Raises BuildFailed,
    PageUnreadable, UnreadableStyle, OSError.
    """
    worded = worded_pages(published)
    files = files_of_city(content_files(project.content), worded)
    pages = written_pages(files, worded, project.settings.extensions)
    config, nav = _worded_settings(project, published, worded, pages, extras=extras)
    frames = Frames((project.theme, project.frame), config, nav, compiled)
    made = {path: html.encode() for path, html in _drawn(frames, pages, files, config.site_url)}
    urls = tuple(page.url for page in pages)
    folders = tuple(frame_folders(urls))
    every = {**_beside(project, published, files), **made}
    left = (path for path in every if not path.startswith(folders))
    return EngineFiles(urls, every, frozenset(left))


def worded_pages(published: Published) -> WordedPages:
    """The hand-written pages in the words of the city."""
    return WordedPages(published.edition.city, published.edition.local_units)


def _worded_settings(
    project: Project,
    published: Published,
    worded: WordedPages,
    pages: Sequence[Written],
    *,
    extras: bool,
) -> tuple[FrameConfig, Nav]:
    """What every page shows, and the menu."""
    settings, file = project.settings, project.config
    told, description = worded.settings(
        settings.nav, settings.site_description, file.name, file.read_text("utf-8")
    )
    config = FrameConfig(
        published.site_name,
        description,
        settings.site_url or published.site_url or "",
        settings.theme,
        [STYLE],
        [SCRIPT],
        {**settings.extra, "congkhai": shown(published, extras=extras)},
    )
    return config, Nav(tuple(_nav_items(told, {page.path: page for page in pages}, file)))


def _nav_items(
    told: Sequence[str | Mapping[str, str]], pages: Mapping[str, Written], file: Path
) -> Iterator[NavItem]:
    """The entries of the menu. Raises BuildFailed for one without a page."""
    for item in told:
        for title, path in ({"": item} if isinstance(item, str) else item).items():
            if path not in pages:
                raise BuildFailed(_NO_PAGE.format(file=file.name, page=path))
            yield NavItem(title or pages[path].title, address_of(path))


def _drawn(
    frames: Frames, pages: Sequence[Written], files: Files, site_url: str
) -> Iterator[tuple[str, str]]:
    """The path and the HTML of each page."""
    every = [page.shelved for page in pages]

    def picture(url: str, address: str) -> bytes | None:
        return files.get(urljoin(url, address))

    for page in pages:
        content = with_sizes(page.text.html, partial(picture, page.url))
        canonical = absolute(site_url, page.url) if site_url else ""
        below = shelf(page.url, every) if page.meta.get("shelf") else ()
        told = page.url, page.title, page.meta, content, page.text.toc, canonical
        yield page_path(page.url), frames.page(FramePage(*told, below))
    yield NOT_FOUND, frames.not_found()


def _beside(project: Project, published: Published, files: Files) -> dict[str, bytes]:
    """What is no page: assets, the bundles of our many styles and scripts, people's own files."""
    listed = project.settings.extra_css, project.settings.extra_javascript
    read = partial(project.style_or_script, published.edition.city)
    bundled = bundles([*FRAME_STYLES, *listed[0]], listed[1], read)
    assets = {
        path: (folder / path).read_bytes()
        for folder in (project.frame, project.theme)
        for path in paths_in(folder)
        if path.startswith("assets/") and not is_source(path)
    }
    others = {path: content for path, content in files.items() if not is_page(path)}
    return {**assets, **{path: text.encode() for path, text in bundled.items()}, **others}


def told_on_pages(published: Published) -> tuple[Any, ...]:
    """All of a publication that an engine's files are made of."""
    stands = published.site_name, published.site_url
    return *stands, repr(shown(published)), repr(worded_pages(published).variables)
