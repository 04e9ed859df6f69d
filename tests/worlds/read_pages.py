"""A site as its readers see it: texts, rows and numbers off the rendered pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html

from worlds.published import publish
from worlds.small import SMALL


@dataclass(frozen=True)
class ReadPage:
    """One page: its tree, and what is said on it in one line."""

    url: str
    tree: html.HtmlElement

    @property
    def said(self) -> str:
        """What is read, single blanks; pictures, scripts and code to copy are left out."""
        return words_of(self.tree)

    def number(self, pattern: str) -> int:
        """The number that a sentence says; `N` stands for it in the pattern. 0 without any."""
        found = re.search(pattern.replace("N", r"([\d.]+)"), self.said)
        return int(found[1].replace(".", "")) if found else 0

    def all(self, xpath: str) -> list[html.HtmlElement]:
        """The parts that an expression finds."""
        return list(self.tree.xpath(xpath))

    def rows(self, section: str) -> int:
        """The items and lines of the section whose heading has that id."""
        inside = f"//section[h2[@id='{section}']]"
        return len(self.all(f"{inside}/ul/li | {inside}/details/ul/li | {inside}//tbody/tr"))


def words_of(part: html.HtmlElement) -> str:
    """The words of a part, single blanks."""
    found = part.xpath(
        ".//text()[not(ancestor::svg or ancestor::script or ancestor::style or ancestor::pre)]"
    )
    return re.sub(r"\s+", " ", " ".join(found)).strip()


def read_page(url: str, body: str) -> ReadPage:
    """A page from its HTML; of a whole document only what is in its article."""
    tree = html.document_fromstring(body)
    articles = tree.xpath("//article")
    return ReadPage(url, articles[0] if articles else tree)


def read_site(folder: Path) -> Iterator[ReadPage]:
    """Every page of a finished site, but charts alone."""
    for path in sorted(folder.rglob("index.html")):
        url = path.parent.relative_to(folder).as_posix().replace(".", "", 1)
        if not url.startswith("bieu-do"):
            yield read_page(f"{url}/" if url else "", path.read_text("utf-8"))


@cache
def small_site() -> dict[str, ReadPage]:
    """The bodies of the pages of the small world, by address."""
    pages = publish(SMALL).publication.pages
    return {page.url: read_page(page.url, page.body) for page in pages}
