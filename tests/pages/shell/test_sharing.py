"""What a page says where it is shared, and to machines: titles, pictures, JSON-LD, feeds."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
from PIL import Image
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from generator.edition.page import Page
from generator.pages.schema_org import json_ld
from generator.pages.sections import SiteSections
from generator.pages.shell.cards import FOLDER, SIZE, Cards, card_path
from worlds.editions import small_edition
from worlds.measured import rows_of
from worlds.paths import DATA, TEMPLATES
from worlds.shell_site import build_by_hand, copy_project
from worlds.shipped import shipped_edition

SCHEMA = Namespace("https://schema.org/")
BASE = "https://congkhai.example/"
CARDS = Cards(TEMPLATES / "cards", "Công khai", "Thành phố Mẫu", sample=True)


@cache
def pages(site: Path) -> dict[str, str]:
    """The HTML of every page of the site by its address."""
    found = sorted(path.parent for path in site.rglob("index.html") if "bieu-do" not in path.parts)
    return {
        f"{folder.relative_to(site).as_posix()}/".removeprefix("./"): (
            (folder / "index.html").read_text("utf-8")
        )
        for folder in found
    }


def meta(html: str, name: str) -> str:
    found = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)
    assert len(found) == 1, (name, found)
    return unescape(found[0])


def graph(html: str, address: str) -> Graph:
    """The statements of a page as RDF."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    found = Graph()
    for block in blocks:
        found.parse(data=block, format="json-ld", base=address)
    return found


def test_every_page_says_what_it_is_and_has_its_picture(built_site: Path) -> None:
    for url, html in pages(built_site).items():
        title = unescape(re.findall(r"<title>(.*?)</title>", html)[0])
        assert meta(html, "og:title") in title
        assert len(meta(html, "description")) > 20, url
        assert meta(html, "og:description").endswith(meta(html, "description"))
        assert "Dữ liệu mẫu" in meta(html, "og:description")
        picture = urljoin(BASE + url, meta(html, "og:image")).removeprefix(BASE)
        with Image.open(built_site / picture) as image:
            assert (image.format, image.size) == ("PNG", SIZE), url


def test_pictures_belong_to_pages(built_site: Path) -> None:
    pictures = {
        path.relative_to(built_site).as_posix() for path in (built_site / FOLDER).rglob("*.png")
    }
    assert pictures <= {card_path(url) for url in pages(built_site)}
    assert card_path("thu-tuc/1-001193/") in pictures


def test_a_picture_is_the_same_each_time_and_says_what_its_page_says() -> None:
    one = Page("phe-binh/a/", "Phê bình: Phòng A", "Để quá hạn 12 hồ sơ.", "")
    other = Page("phe-binh/a/", "Phê bình: Phòng A", "Để quá hạn 13 hồ sơ.", "")
    assert CARDS.draw(one, "Phê bình") == CARDS.draw(one, "Phê bình")
    assert CARDS.draw(one, "Phê bình") != CARDS.draw(other, "Phê bình")


def test_a_long_title_stays_inside_its_picture() -> None:
    words = "Cấp giấy chứng nhận quyền sử dụng đất và tài sản khác gắn liền với đất " * 9
    drawn = CARDS.draw(Page("thu-tuc/a/", words, words, "", figure="9 trong 10 hồ sơ"), "Thủ tục")
    assert len(drawn) < 100_000


def test_addresses_are_whole_where_the_city_has_one(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    config.write_text(f"site_url: {BASE}\n{config.read_text('utf-8')}", "utf-8")
    build_by_hand(config, tmp_path / "site", "x")
    html = (tmp_path / "site" / "phe-binh" / "mot" / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{BASE}phe-binh/mot/">' in html
    assert meta(html, "og:url") == f"{BASE}phe-binh/mot/"
    assert meta(html, "og:image") == f"{BASE}chia-se/phe-binh/mot.png"
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{BASE}phe-binh/mot/</loc><lastmod>2018-12-31</lastmod>" in sitemap
    assert f"Sitemap: {BASE}sitemap.xml" in (tmp_path / "site" / "robots.txt").read_text("utf-8")


def test_without_an_address_nothing_claims_one(built_site: Path) -> None:
    html = pages(built_site)["phe-binh/"]
    assert 'rel="canonical"' not in html
    assert "og:url" not in html


def test_breadcrumbs_lead_from_home_to_each_page(built_site: Path) -> None:
    for url, html in pages(built_site).items():
        (said,) = re.findall(r'ld\+json">(.*?)</script>', html)
        block = json.loads(said)["@graph"]
        trails = [thing for thing in block if thing["@type"] == "BreadcrumbList"]
        assert len(trails) == (url != ""), url
        for steps in (trail["itemListElement"] for trail in trails):
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            places = [urljoin(BASE + url, step["item"]).removeprefix(BASE) for step in steps]
            assert places[0] == ""
            assert places[-1] == url
            assert all(place in pages(built_site) for place in places)
            shown = [(place, step["name"]) for place, step in zip(places, steps, strict=True)]
            assert shown[:-1] == visible_trail(html, url)


def visible_trail(html: str, url: str) -> list[tuple[str, str]]:
    """Address and name of each breadcrumb that a page shows."""
    (trail,) = re.findall(r'<nav class="ck-breadcrumb"[^<>]*>(.*?)</nav>', html)
    links = re.findall(r'<li><a href="([^"]*)">([^<]*)</a></li>', trail)
    return [(urljoin(BASE + url, href).removeprefix(BASE), unescape(name)) for href, name in links]


def test_every_page_shows_each_page_above_it(built_site: Path) -> None:
    every = pages(built_site)
    for url, html in every.items():
        if url == "":
            assert "ck-breadcrumb" not in html
            continue
        parts = url.rstrip("/").split("/")
        above = ["/".join([*parts[:end], ""]) for end in range(len(parts))]
        trail = visible_trail(html, url)
        assert [place for place, _ in trail] == [place for place in above if place in every], url


def test_every_page_leads_to_every_section_and_service(built_site: Path) -> None:
    """On a wide screen by the menu and beside it, on a phone by one list; statements below."""
    sections = SiteSections(small_edition().city)
    for url, html in pages(built_site).items():
        every = {urljoin(BASE, place) for place in sections.names}
        for nav in ("ck-nav|ck-services", "ck-menu"):
            top = re.findall(rf'class="(?:{nav})".*?</nav>', html, re.DOTALL)
            foot = re.findall(r'class="ck-footer__statements".*?</nav>', html, re.DOTALL)
            found = "".join((*top, *foot))
            assert every == {urljoin(BASE + url, to) for to in re.findall('href="(.*?)"', found)}


def test_a_procedure_is_a_government_service(built_site: Path) -> None:
    url = "thu-tuc/1-001193/"
    found = graph(pages(built_site)[url], BASE + url)
    (service,) = found.subjects(RDF.type, SCHEMA.GovernmentService)
    assert str(found.value(service, SCHEMA.identifier)) == "1.001193"
    assert str(found.value(service, SCHEMA.url)) == BASE + url
    provider = found.value(service, SCHEMA.provider)
    assert (provider, RDF.type, SCHEMA.GovernmentOrganization) in found


def test_the_open_data_are_a_catalogue_of_files_that_exist(built_site: Path) -> None:
    found = graph(pages(built_site)["du-lieu/"], f"{BASE}du-lieu/")
    (catalog,) = found.subjects(RDF.type, SCHEMA.DataCatalog)
    datasets = list(found.objects(catalog, SCHEMA.dataset))
    assert len(datasets) > 15
    for dataset in datasets:
        assert "DỮ LIỆU MẪU" in str(found.value(dataset, SCHEMA.name))
        files = list(found.objects(dataset, SCHEMA.distribution))
        assert files
        for file in files:
            path = str(found.value(file, SCHEMA.contentUrl)).removeprefix(BASE)
            assert (built_site / path).is_file()


def feed(site: Path, path: str) -> feedparser.FeedParserDict:
    read = feedparser.parse((site / path).read_bytes())
    assert not read.bozo, (path, read.get("bozo_exception"))
    return read


def test_every_feed_reads_well_and_leads_to_pages(built_site: Path) -> None:
    paths = [path.relative_to(built_site).as_posix() for path in built_site.rglob("atom.xml")]
    feeds = {path: feed(built_site, path) for path in paths if path != "phat-thanh/atom.xml"}
    assert {"atom.xml", "neu-guong/atom.xml", "phe-binh/atom.xml", "dinh-chinh/atom.xml"} <= set(
        feeds
    )
    assert len({read.feed.id for read in feeds.values()}) == len(feeds)
    for path, read in feeds.items():
        assert read.feed.title.startswith("DỮ LIỆU MẪU"), path
        ids = [entry.id for entry in read.entries]
        assert len(set(ids)) == len(ids), path
        updated = [entry.updated for entry in read.entries]
        assert updated == sorted(updated, reverse=True), path
        for entry in read.entries:
            place = urljoin(BASE + path, entry.link).removeprefix(BASE)
            assert place in pages(built_site), (path, place)


def test_a_record_has_the_same_id_in_every_feed(built_site: Path) -> None:
    mine = {entry.id: entry.title for entry in feed(built_site, "phe-binh/atom.xml").entries}
    units = [
        feed(built_site, f"don-vi/{path.name}/atom.xml")
        for path in (built_site / "don-vi").iterdir()
        if path.is_dir()
    ]
    found = {entry.id: entry.title for unit in units for entry in unit.entries if entry.id in mine}
    assert found == mine


def test_feeds_and_pictures_are_offered_on_the_pages(built_site: Path) -> None:
    html = pages(built_site)["don-vi/p-dong-tho/"]
    assert (
        '<link rel="alternate feed" type="application/atom+xml" '
        'title="Phường Đông Thọ" href="atom.xml">' in html
    )
    assert '<a href="atom.xml">tin về đơn vị này</a>' in html
    assert '<a href="../../atom.xml">mọi tin mới</a>' in html


@pytest.mark.parametrize("path", ["atom.xml", "phe-binh/atom.xml", "don-vi/p-dong-tho/atom.xml"])
def test_names_whose_time_is_over_are_in_no_feed(built_site: Path, path: str) -> None:
    text, ended = (built_site / path).read_text("utf-8"), set[str]()
    for record in shipped_edition().criticisms:
        if record.subject_kind == "person" and not record.named:
            ended.add(record.record_id)
    names = {row["record_id"]: row["subject_name"] for row in rows_of(DATA / "criticisms.csv")}
    assert ended and not [names[record_id] for record_id in ended if names[record_id] in text]


def test_what_is_said_to_machines_cannot_leave_its_script() -> None:
    said = json_ld([{"name": "</script><script>alert(1)</script>&amp;"}])
    assert "<" not in said and ">" not in said and "&" not in said
    assert json.loads(said)["@graph"] == [{"name": "</script><script>alert(1)</script>&amp;"}]
    assert json_ld([]) == ""
