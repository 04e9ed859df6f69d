"""The text of a hand-written page as HTML, its title, its anchors, its table of contents."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.app.site import BuildFailed
from generator.model.own_yaml import QUICKEST
from generator.own_engine.links import Links, missing_anchors

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<told>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_UNREAD = (
    "Trang viết tay {file}: không đọc được phần mở đầu giữa hai dòng ---, dòng {line}. "
    "Hãy sửa lại dòng ấy."
)
_NO_EXTENSION = "mkdocs.yml, mục markdown_extensions: {error}"
_AFTER_ATTRIBUTES, _LAST = 6, 0
"""Priorities among what Markdown does with a page: once its attributes are set, and at the end."""


@dataclass(frozen=True)
class TocItem:
    """A heading in the table of contents: where it is, and those below it."""

    title: str
    url: str
    level: int
    children: Sequence["TocItem"]


@dataclass(frozen=True)
class Text:
    """A page's HTML; `heading` is what its title says, empty where it has none."""

    html: str
    heading: str
    toc: Sequence[TocItem]


def front_matter(source: str, file: str) -> dict[str, Any]:
    """What a page says of itself. Raises BuildFailed."""
    found = _FRONT_MATTER.match(source.replace("\r\n", "\n"))
    try:
        told = yaml.load(found["told"], QUICKEST) if found else {}  # noqa: S506  # a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise BuildFailed(_UNREAD.format(file=file, line=line)) from error
    return told if isinstance(told, dict) else {}


class Texts:
    """Makes HTML of the pages of a site, one after another."""

    def __init__(self, extensions: Mapping[str, Mapping[str, Any]], files: Collection[str]) -> None:
        """`files` are what a page may lead to. Raises BuildFailed for an unknown extension."""
        try:
            self._markdown = Markdown(extensions=list(extensions), extension_configs=extensions)
        except (ImportError, TypeError, KeyError, ValueError, AttributeError) as error:
            raise BuildFailed(_NO_EXTENSION.format(error=error)) from error
        self._links, self._title = Links(files), _Title()
        register = self._markdown.treeprocessors.register
        register(self._title, "congkhai_title", _AFTER_ATTRIBUTES)
        register(self._links, "congkhai_links", _LAST)
        self._anchors: dict[str, frozenset[str]] = {}

    def text(self, file: str, source: str) -> Text:
        """The text of one page."""
        self._links.file = file
        self._markdown.reset()
        html = self._markdown.convert(source)
        self._anchors[file] = anchors_in(html)
        return Text(html, self._title.found, _items(getattr(self._markdown, "toc_tokens", ())))

    def faults(self) -> list[str]:
        """The links of all pages that lead nowhere, in sentences."""
        return [*self._links.faults, *missing_anchors(self._links.anchored, self._anchors)]


class _Title(Treeprocessor):  # type: ignore[misc]
    """Finds what the first heading of the first level says."""

    found = ""

    def run(self, root: Element) -> None:
        """Look through a page."""
        heading = next(root.iter("h1"), None)
        self.found = "" if heading is None else " ".join("".join(heading.itertext()).split())


class _Anchors(HTMLParser):
    """Collects what can be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = ("id", "name") if tag == "a" else ("id",)
        self.found.update(value for name, value in attrs if value and name in names)


def anchors_in(html: str) -> frozenset[str]:
    """The anchors of a page."""
    reader = _Anchors()
    reader.feed(html)
    reader.close()
    return frozenset(reader.found)


def _items(tokens: Sequence[Mapping[str, Any]]) -> tuple[TocItem, ...]:
    return tuple(_item(token) for token in tokens)


def _item(token: Mapping[str, Any]) -> TocItem:
    return TocItem(token["name"], f"#{token['id']}", token["level"], _items(token["children"]))
