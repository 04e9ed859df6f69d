"""What a page that people wrote says: as the engine built it, split at its headings."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.search.entries import Entry

_ARTICLE, _ARTICLE_ENDS = "<article", "</article>"
_PLACEHOLDER = re.compile(r"__[a-z]+__")
_TITLE, _HEADINGS = "h1", frozenset({"h2", "h3"})
_UNREAD = frozenset({"script", "style", "nav", "svg", "template"})
_PERMALINK = "headerlink"
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"})
"""Elements that have no end."""
_BLOCKS = frozenset(
    {"p", "li", "td", "th", "tr", "br", "dt", "dd", "div", "summary", "pre", "h2", "h3"}
)
"""Elements before which a word ends."""


def written_entries(url: str, html: str, more: str = "") -> Iterator[Entry]:
    """The page at an address, and each of its headings that can be led to; `more` is what else the
    page says."""
    reader = _Reader()
    _, opened, rest = html.partition(_ARTICLE)
    reader.feed(_PLACEHOLDER.sub("", opened + rest.partition(_ARTICLE_ENDS)[0]))
    reader.close()
    (_, title, text), *headings = reader.parts()
    yield Entry(url, title, " ".join(filter(None, (text, more))))
    for anchor, heading, below in headings:
        yield Entry(f"{url}#{anchor}", heading, below, title)


class _Reader(HTMLParser):
    """The texts of an article: first that of the page itself, then one a heading with an anchor."""

    def __init__(self) -> None:
        super().__init__()
        self._anchors, self._titles, self._texts = [""], [[""]], [[""]]
        self._unread, self._is_heading = 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if self._unread or tag in _UNREAD or told.get("class") == _PERMALINK:
            self._unread += tag not in _EMPTY
        elif tag == _TITLE:
            self._is_heading = True
        elif tag in _HEADINGS and told.get("id"):
            self._is_heading = True
            self._anchors.append(str(told["id"]))
            self._titles.append([])
            self._texts.append([])
        elif tag in _BLOCKS:
            self._texts[-1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._unread -= tag not in _EMPTY
        elif tag == _TITLE or tag in _HEADINGS:
            self._is_heading = False

    def handle_data(self, data: str) -> None:
        if not self._unread:
            (self._titles if self._is_heading else self._texts)[-1].append(data)

    def parts(self) -> list[tuple[str, str, str]]:
        """Anchor, title and text of the page and of each heading, in their order."""
        return [
            (anchor, _plain(title), _plain(text))
            for anchor, title, text in zip(self._anchors, self._titles, self._texts, strict=True)
        ]


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
