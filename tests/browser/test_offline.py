"""The offline copy as people use it: unpacked somewhere, opened from the disk in real Chromium."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import needs_chromium
from generator.pages.shell.offline import ARCHIVE, Offline

OFFLINE = Offline("Thành phố Mẫu", "Công khai", "2018-Q4", date(2018, 12, 31))
PAGE = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    '<a href=".">Nhà</a><a class="x" href="../thu-tuc/?tt=1#a">Thủ tục</a><a href="#a">Đây</a>'
    '<a href="https://example.org/">Ngoài</a><a href="mailto:a@example.org">Thư</a>'
    '<a href="du-lieu/a.csv">Tệp</a><form action="../thu-tuc/"></form>'
    '<p data-ck-online><a href="ban-ngoai-tuyen.zip">Tải</a></p>'
)
SITE = {
    "index.html": PAGE.encode(),
    "chia-se/trang-chu.png": b"png",
    "search/start.js": b'ckSearch("start",{})',
    "sitemap.xml": b"<urlset/>",
}


def copied() -> dict[str, str]:
    found = OFFLINE.files(SITE, SITE.__getitem__)
    return {path: content.decode("utf-8-sig") for path, content in found}


def test_links_lead_to_files() -> None:
    html = copied()["index.html"]
    assert re.findall(r'(?:href|action)="([^"]*)"', html) == [
        "./index.html",
        "../thu-tuc/index.html?tt=1#a",
        "#a",
        "https://example.org/",
        "mailto:a@example.org",
        "du-lieu/a.csv",
        "../thu-tuc/index.html",
    ]


def test_what_needs_a_server_is_replaced() -> None:
    files = copied()
    assert "file:" in files["index.html"].partition("content=")[2].partition(">")[0]
    assert files["search/start.js"] == 'ckSearch("start",{})'
    assert "chia-se/trang-chu.png" not in files


def test_two_copies_are_the_same_bytes() -> None:
    one, other = io.BytesIO(), io.BytesIO()
    OFFLINE.write(SITE, SITE.__getitem__, one)
    OFFLINE.write(reversed(list(SITE)), SITE.__getitem__, other)
    assert one.getvalue() == other.getvalue()


@pytest.fixture(scope="module")
def unpacked(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("usb") / "Tài liệu họp tổ"
    with zipfile.ZipFile(built_site / ARCHIVE) as archive:
        archive.extractall(folder)
    (root,) = folder.iterdir()
    return root


def test_every_link_of_the_copy_leads_to_a_file_in_it(unpacked: Path) -> None:
    for path in unpacked.rglob("*.html"):
        if path.name == "404.html":
            continue  # asked for by servers only
        html = re.sub(r"<(script|template)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.S)
        for link in re.findall(r'\s(?:href|src|action)="([^"]*)"', html):
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                target = path.parent / unquote(parts.path)
                assert target.is_file(), f"{path}: {link}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    found = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    found.on("request", lambda request: asked.append(request.url))
    found.on("console", lambda message: said.append(message.text))
    found.on("pageerror", lambda error: said.append(str(error)))
    yield found
    found.close()
    assert said == []
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data"}


@needs_chromium
def test_search_finds_and_leads_to_a_page(unpacked: Path, page: Page) -> None:
    page.goto((unpacked / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("thu tuc khai sinh")
    page.locator(".ck-search__item").first.click()
    page.wait_for_url(f"{(unpacked / 'thu-tuc').as_uri()}/**/index.html*")
    assert "khai sinh" in page.title().lower()


@needs_chromium
def test_the_question_is_answered_and_dark_stays_dark(unpacked: Path, page: Page) -> None:
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("combobox", name="Thủ tục").fill("khai sinh")
    page.get_by_role("option", name="Đăng ký khai sinh", exact=True).click()
    page.locator("[data-ck-finder] [type=submit]").click()
    page.locator("[data-ck-answer] .ck-reply").wait_for()
    page.get_by_role("link", name="Xem trang của thủ tục").click()
    page.wait_for_url("**/thu-tuc/1-001193/index.html")
    page.go_back()
    page.locator("label[for=__palette_1]").first.click(force=True)
    page.locator(".ck-nav a", has_text="Thủ tục").click()
    page.wait_for_url("**/thu-tuc/index.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "congkhai-dark"
