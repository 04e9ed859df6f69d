"""The same site by two engines: every page, its body letter by letter, and what the frame says."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.ledger.checksums import FILE
from generator.model.site_paths import SOURCE
from generator.pages.shell.bundle import STYLE
from generator.pages.shell.offline import ARCHIVE
from worlds.shell_site import tree

BODY = re.compile(r"<article.*</article>", re.DOTALL)
THEIRS = re.compile(r"assets/(stylesheets|images)/")
"""What only the theme of the usual engine brings."""
TOLD = {"html", "title", "meta", "main", "article", "footer", "nav", "form"}
"""Elements of the frame that must be the same in both, but for inline scripts and styles."""


@pytest.fixture(scope="module")
def sites(built_site: Path, own_site: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    return tree(built_site), tree(own_site)


def test_every_page_has_the_same_body(sites: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    theirs, ours = ({p: c.decode() for p, c in s.items() if p.endswith(".html")} for s in sites)
    assert set(theirs) == set(ours)
    other = [path for path in theirs if BODY.findall(theirs[path]) != BODY.findall(ours[path])]
    assert other == []
    assert len([path for path in ours if BODY.search(ours[path])]) > 280


def test_all_else_is_the_same_but_styles(sites: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    theirs, ours = ({p: c for p, c in s.items() if not p.endswith(".html")} for s in sites)
    assert {path for path in theirs if not THEIRS.match(path)} == set(ours)
    other = {path for path in ours if theirs[path] != ours[path]}
    assert other == {STYLE, SOURCE, FILE, ARCHIVE}, "what says the engine, and what holds that"
    assert ours[STYLE].endswith(theirs[STYLE]), "our styles follow those of the frame"


class Frame(HTMLParser):
    """What a page says around its body: elements, links as whole addresses, and words."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url, self.said = url, list[object]()
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._unread += tag in {"script", "svg"}
        if "Content-Security-Policy" in told.values() or "md-skip" in str(told.get("class")):
            return
        if tag in {"a", "area"} or (tag == "link" and told.get("rel") != "stylesheet"):
            self.said.append((tag, told.get("rel"), urljoin(self.url, told.get("href") or "")))
        elif tag in TOLD:
            told.pop("data-md-component", None)
            self.said.append((tag, *sorted(told.items(), key=str)))
        elif {"lang", "aria-label", "aria-current", "type"} & set(told) and tag != "script":
            self.said.append((tag, told.get("aria-label"), told.get("type")))

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in {"script", "svg"}

    def handle_data(self, data: str) -> None:
        if not self._unread and data.strip():
            self.said.append(" ".join(data.split()))


def said_around(url: str, html: str) -> Iterator[object]:
    """What the frame says, without its table of contents, of which only the words are the same."""
    frame = Frame(url)
    frame.feed(re.sub(r'<(body|input class="md-toggle)[^>]*>', "", BODY.sub("", html)))
    frame.close()
    skipped = {"Tới nội dung chính"}
    return (
        said for said in frame.said if said not in skipped and not str(said).startswith("('nav")
    )


def test_the_frame_says_the_same(sites: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    theirs, ours = sites
    other = {}
    for path in (path for path in ours if path.endswith(".html")):
        url = f"https://x.example/{path.removesuffix('index.html')}"
        both = [list(said_around(url, site[path].decode())) for site in (theirs, ours)]
        assert len(both[0]) > 9, path
        if both[0] != both[1]:
            other[path] = (
                [said for said in both[0] if said not in both[1]],
                [said for said in both[1] if said not in both[0]],
            )
    assert dict(list(other.items())[:3]) == {}
