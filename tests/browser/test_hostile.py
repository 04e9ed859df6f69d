"""Whatever stands in a field stays a text: nothing runs, is fetched, or is computed."""

import csv
import html
import io
import json
import re
import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import needs_chromium, served
from generator import mkdocs_plugin
from generator.app.pipeline import public_edition
from generator.app.sources import check_folder
from generator.datafolder.load import load_contract
from generator.pages.sections import publish as publish_site
from worlds.broken import findings
from worlds.hostile import SWITCHES, is_open, lay_hostile_world
from worlds.once import Once
from worlds.payloads import FORMULAS, HTML, INERT, MARK
from worlds.shell_site import HandMade, copy_project, publishing
from worlds.small import SMALL

NEVER = "iframe,object,embed,base,audio,video,marquee,math,body body,meta[http-equiv=refresh]"
"""What no page of ours holds."""


def _ungated(data: Path, templates: Path, *_: object) -> HandMade:
    """A publication of what the check has refused: the pages must be safe without it too."""
    sources = check_folder(data).sources
    assert sources is not None
    edition = public_edition(sources)
    made = publish_site(edition, templates)
    return HandMade(
        made,
        sample=True,
        site_name=edition.city.city.site_name,
        city_name=edition.city.city.name,
    )


@pytest.fixture(scope="module")
def hostile_site(once: Once) -> Path:
    return once.made("hostile", _build_hostile) / "site"


def _build_hostile(folder: Path) -> None:
    # Two that have nothing to do with each other: half the pages, and as much on them.
    data, config = lay_hostile_world(folder, together=2), copy_project(folder / "project")
    with publishing(_ungated):
        mkdocs_plugin.build(config, data=data, out=folder / "site", extras=False)


def test_there_are_enough_payloads() -> None:
    assert len(set(INERT)) >= 60


def test_every_payload_is_on_a_page(hostile_site: Path) -> None:
    text = html.unescape("".join(p.read_text("utf-8") for p in hostile_site.rglob("*.html")))
    flat = re.sub(r"\s+", " ", html.unescape(text))
    missing = [x for x in INERT if re.sub(r"\s+", " ", html.unescape(html.unescape(x))) not in flat]
    assert missing == []


@dataclass
class Watch:
    """What a page did that no page may do."""

    address: str
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self._asked(request.url))
        page.on("popup", lambda popup: self.dialogs.append(popup.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.requests.append(url)


ALIVE = """([never, mark]) => {
  const bad = [...document.querySelectorAll(never)].map(x => x.tagName)
  const places = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'poster', 'xlink:href']
  if (window[mark]) bad.push('ran')
  for (const x of document.querySelectorAll('*')) {
    for (const a of x.attributes) {
      const value = a.value.trim().toLowerCase()
      if (a.name.startsWith('on')) bad.push(x.tagName + ' ' + a.name)
      if (a.name === 'style' && value.includes('url(')) bad.push('style ' + value)
      if (!places.includes(a.name) || value.startsWith('mailto:')) continue
      if (/^(javascript|vbscript|data:text)/.test(value)) bad.push(value)
      if (value.includes('.example')) bad.push(x.tagName + ' ' + value)
    }
    const text = x.matches('style, script:not([type$=json])') ? x.textContent : ''
    if (text.includes(mark) || text.includes('.example')) bad.push(x.tagName)
  }
  return bad
}"""


@needs_chromium
def test_nothing_comes_alive_in_chromium(hostile_site: Path, browser: Browser) -> None:
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 140
    with served(hostile_site) as address:
        watch, page = Watch(address), browser.new_page()
        watch.over(page)
        alive = {}
        for path in pages:
            url = address + path.relative_to(hostile_site).as_posix()
            page.goto(url, wait_until="load")
            if bad := page.evaluate(ALIVE, [NEVER, MARK]):
                alive[url] = bad
        page.close()
    assert (alive, watch.dialogs, watch.requests) == ({}, [], [])


@needs_chromium
def test_the_watch_sees_what_comes_alive(tmp_path: Path, browser: Browser) -> None:
    quiet = [x for x in HTML if "</" not in x[:3] and not x.startswith(("<!--", "<meta", "<base"))]
    (tmp_path / "index.html").write_text("<body>" + "".join(quiet), "utf-8")
    with served(tmp_path) as address:
        watch, page = Watch(address), browser.new_page()
        watch.over(page)
        page.goto(address)
        alive = page.evaluate(ALIVE, [NEVER, MARK])
        page.close()
    assert watch.dialogs and watch.requests and {"ran", "IFRAME", "SCRIPT"} <= set(alive)


@needs_chromium
def test_nothing_comes_alive_in_the_search(hostile_site: Path, browser: Browser) -> None:
    with served(hostile_site) as address:
        watch, page = Watch(address), browser.new_page()
        watch.over(page)
        page.goto(address)
        for words in ("script", "img src", "onerror", "iframe"):
            page.locator(".ck-search__field").fill(words)
            page.locator(".ck-search__item").first.wait_for()
            assert page.evaluate(ALIVE, [NEVER, MARK]) == [], words
        page.close()
    assert (watch.dialogs, watch.requests) == ([], [])


def test_templates_compute_nothing(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "1337" not in text and "root:" not in text, path


def test_feeds_and_pictures_are_whole(hostile_site: Path) -> None:
    kinds = (".xml", ".atom", ".svg", ".ssml", ".rss")
    files = [path for path in hostile_site.rglob("*") if path.suffix in kinds]
    assert len(files) >= 3
    for path in files:
        text = path.read_text("utf-8")
        assert "<!DOCTYPE" not in text and "<?xml-stylesheet" not in text, path
        tags = {item.tag.rpartition("}")[2] for item in ElementTree.fromstring(text).iter()}
        assert not tags & {"script", "audio", "break", "iframe", "img", "foreignObject"}, path


def test_json_is_whole(hostile_site: Path) -> None:
    files = [path for path in hostile_site.rglob("*.json") if path.stat().st_size]
    assert len(files) >= 3
    for path in files:
        json.loads(path.read_text("utf-8"))
    for path in hostile_site.rglob("*.html"):
        for block in re.findall(
            r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>',
            path.read_text("utf-8"),
            re.DOTALL,
        ):
            json.loads(block)


def test_calendars_hold_only_their_events(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.ics"):
        lines = path.read_text("utf-8").splitlines()
        assert not any("VALARM" in line and line.startswith(("BEGIN", "END")) for line in lines)


def test_workbooks_hold_no_formula(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.xlsx"):
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                if "worksheets/sheet" in name:
                    assert b"<f>" not in book.read(name), path


@pytest.mark.parametrize("payload", FORMULAS)
def test_no_formula_passes_the_check(tmp_path: Path, payload: str) -> None:
    data = shutil.copytree(SMALL, tmp_path / "data")
    for name, cell in (
        ("units.csv", "Phường Hoa Sen"),
        ("recommendations.csv", "Tiếp dân thêm sáng thứ bảy"),
        ("quarterly_reports.csv", None),
        ("procedures.csv", None),
    ):
        file = data / name
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.reader(opened))
        contract, _ = load_contract(data)
        assert contract
        dataset = contract.dataset(name.removesuffix(".csv"))
        open_ones = [n for n in rows[0] if is_open(dataset, n) or n in SWITCHES]
        place = rows[0].index(open_ones[0])
        if cell:
            rows[1:] = [[payload if c == cell else c for c in row] for row in rows[1:]]
        else:
            rows[1][place] = payload
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        before = file.read_bytes()
        file.write_text(out.getvalue(), "utf-8")
        assert "formula" in {problem.code for problem in findings(data)}, name
        file.write_bytes(before)
