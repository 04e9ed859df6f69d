"""A page in its frame: the project's templates, drawn by Jinja2 as mkdocs draws them.

What a template may name is written down in docs/engines.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, TemplateError, pass_context
from jinja2.runtime import Context

from generator.app.site import BuildFailed
from generator.own_engine.settings import Theme
from generator.own_engine.texts import TocItem
from generator.pages.bytecode import CompiledTemplates
from generator.pages.links import relative
from generator.pages.shelf import Shelved

_PAGE, _NOT_FOUND = "main.html", "404.html"
_FAULT = "Mẫu trang {place}: {error}"


@dataclass(frozen=True)
class FrameConfig:
    """What the frame shows on every page: the site's names, styles and scripts, and our values."""

    site_name: str
    site_description: str
    site_url: str
    theme: Theme
    extra_css: Sequence[str]
    extra_javascript: Sequence[str]
    extra: Mapping[str, Any]


@dataclass(frozen=True)
class NavItem:
    """An entry of the menu."""

    title: str
    url: str

    @property
    def is_homepage(self) -> bool:
        """True of the site's first page."""
        return not self.url


@dataclass(frozen=True)
class Nav:
    """The menu."""

    items: Sequence[NavItem]


@dataclass(frozen=True)
class FramePage:
    """A page as templates know it."""

    url: str
    title: str
    meta: Mapping[str, Any]
    content: str
    toc: Sequence[TocItem]
    canonical_url: str
    shelf: Sequence[tuple[str, Sequence[Shelved]]] = field(default=())

    @property
    def is_homepage(self) -> bool:
        """True of the site's first page."""
        return not self.url


class Frames:
    """Draws the pages of one site."""

    def __init__(
        self,
        folders: Sequence[Path],
        config: FrameConfig,
        nav: Nav,
        compiled: CompiledTemplates | None,
    ) -> None:
        """Templates are looked for in `folders`, one after another."""
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=False,  # noqa: S701  # templates escape, as the other engines ask of them
            bytecode_cache=compiled,
            auto_reload=False,
        )
        self._environment.filters.update(url=_url, script_tag=_script_tag)
        self._shown = {"config": config, "nav": nav}
        self._site_url = config.site_url

    def page(self, page: FramePage) -> str:
        """The whole HTML of a page. Raises BuildFailed."""
        base = relative(page.url, "").rstrip("/") or "."
        return self._drawn(_PAGE, page=page, base_url=base, shelf=page.shelf)

    def not_found(self) -> str:
        """The page of an address that has none; it is shown at any, so its links begin at the root.

        Raises BuildFailed.
        """
        return self._drawn(_NOT_FOUND, page=None, base_url=urlsplit(self._site_url).path or "/")

    def _drawn(self, name: str, **values: Any) -> str:
        try:
            return self._environment.get_template(name).render(**self._shown, **values)
        except TemplateError as error:
            where = getattr(error, "name", None) or name
            line = getattr(error, "lineno", None)
            place = f"{where}, dòng {line}" if line else where
            raise BuildFailed(_FAULT.format(place=place, error=error)) from error


@pass_context
def _url(context: Context, address: str) -> str:
    """An address of the site as the page that is drawn has it; "." is the site's root."""
    base = str(context["base_url"])
    if urlsplit(address).scheme or address.startswith(("#", "/")):
        return address
    page = context["page"]
    if page is None:
        return f"{base.rstrip('/')}/{address}"
    return base if address == "." else relative(page.url, address)


@pass_context
def _script_tag(context: Context, address: str) -> str:
    return f'<script src="{escape(_url(context, address))}"></script>'
