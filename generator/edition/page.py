"""What a publisher returns: pages to stamp into frames, and files to write as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.content import Compressed, Content


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `url` is relative to the site's root and ends with a slash (`phe-binh/pb-2018-007/`);
    the home page is `""`. `body` is finished, escaped HTML.

    A record page names the frame it is stamped from (`phe-binh`, meaning the page that the
    engine built at `phe-binh/__slug__/`); a section page has `frame=None` and is the page that
    the engine built at `url` itself, with `__body__` in it. The body of a list of thousands is
    not one text.

    `figure` is the one figure its picture for sharing shows, and `things` what the page says to
    machines beside where it lies (schema.org); both may be empty.

    `search_text` is what the search index holds beside the title: plain text, no table cells.
    `files` belong to the page, by path relative to the site's root: its charts, to download.
    """

    url: str
    title: str
    description: str
    body: str | Compressed
    frame: str | None = None
    search_text: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    figure: str = ""
    things: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Publication:
    """A finished edition of the site: values only, nothing written yet.

    `pages` are made as they are asked for, each time anew: fifty thousand are never held at once.
    `files` are contents by path relative to the site's root (`du-lieu/figures.csv`).
    """

    pages: Iterable[Page]
    files: Mapping[str, Content]
