"""The search box as citizens type into it, and what its index must never hold."""

import gzip
import json
import re
import unicodedata
from pathlib import Path

import pytest
from generator.pages.shell.search_index import extend_index
from playwright.sync_api import Browser, expect

from browser.chromium import needs_chromium
from worlds.measured import rows_of
from worlds.paths import DATA
from worlds.shipped import shipped_edition

FIRST = {
    "thu tuc khai sinh": "thu-tuc/1-001193/",
    "thủ tục khai sinh": "thu-tuc/1-001193/",
    "thủ tuc KHAI sinh": "thu-tuc/1-001193/",
    "dang ki khai sinh": "thu-tuc/1-001193/",
    "đăng kí khai sinh": "thu-tuc/1-001193/",
    "lam giay khai sinh cho con": "thu-tuc/1-001193/",
    "tthc khai sinh": "thu-tuc/1-001193/",
    "1.001193": "thu-tuc/1-001193/",
    "001193": "thu-tuc/1-001193/",
    "dat dai": "thu-tuc/1-012812/",
    "Hoà giải tranh chấp": "thu-tuc/1-012812/",
    "Hòa giải tranh chấp": "thu-tuc/1-012812/",
    unicodedata.normalize("NFD", "hòa giải tranh chấp"): "thu-tuc/1-012812/",
    "so do": "thu-tuc/1-012753/",
    "GPXD": "thu-tuc/1-013225/",
    "ket hon": "thu-tuc/1-000894/",
    "643/UBND-TTr": "cong-van-643/",
    "công văn 643": "cong-van-643/",
    "MẪU-207/TB-UBND": "phe-binh/pb-2018-007/",
    "pb-2018-007": "phe-binh/pb-2018-007/",
    "UBND phuong dong tho": "don-vi/p-dong-tho/",
    "uỷ ban nhân dân phường Đông Thọ": "don-vi/p-dong-tho/",
    "dong tho": "don-vi/p-dong-tho/",
    "phong noi vu": "don-vi/phong-noi-vu/",
    "MTTQ": "don-vi/mttq/",
    "TTHC": "thu-tuc/",
    "bản tin tuần 40": "phat-thanh/2018-w40/",
    "2018-w40": "phat-thanh/2018-w40/",
    "phê bình": "phe-binh/",
    "dinh chinh": "dinh-chinh/",
}
"""What is typed, and the page that must come first."""


ASK = """async typed => {
  const {base, search} = JSON.parse(document.getElementById("__config").textContent)
  const worker = new Worker(new URL(search, new URL(base, location)))
  const ask = message => new Promise(resolve => {
    worker.onmessage = event => resolve(event.data)
    worker.postMessage(message)
  })
  const {config, docs} = await (await fetch("search/search_index.json")).json()
  await ask({type: 0, data: {config, docs, options: {}}})
  const found = {}
  for (const query of typed)
    found[query] = (await ask({type: 2, data: query})).data.items.map(group => group[0].location)
  return found
}"""
"""Puts questions to the engine's own search worker, as its search box does."""
OTHERS = ("thổ", "tho", "khai sinh lưu động", "qwertz")


@pytest.fixture(scope="module")
def found(browser: Browser, site_address: str) -> dict[str, list[str]]:
    """Addresses of the pages found, best first, by what was typed."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site_address)
    answers: dict[str, list[str]] = page.evaluate(ASK, [*FIRST, *OTHERS])
    context.close()
    return {typed: [url.partition("#")[0] for url in urls] for typed, urls in answers.items()}


@needs_chromium
@pytest.mark.parametrize("typed", FIRST)
def test_what_is_sought_comes_first(found: dict[str, list[str]], typed: str) -> None:
    assert found[typed][:1] == [FIRST[typed]]


@needs_chromium
def test_an_accented_word_finds_only_what_has_its_accents(found: dict[str, list[str]]) -> None:
    assert "don-vi/p-dong-tho/" in found["tho"]
    assert "don-vi/p-dong-tho/" not in found["thổ"]


@needs_chromium
def test_every_word_counts(found: dict[str, list[str]]) -> None:
    assert found["khai sinh lưu động"] == ["thu-tuc/1-003583/"]
    assert found["qwertz"] == []


@needs_chromium
def test_a_citizen_types_without_accents_on_a_phone_and_arrives(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(site_address)
    page.get_by_role("button", name="Tìm, không cần gõ dấu").tap()
    page.keyboard.type("thu tuc khai sinh")
    page.locator(".md-search-result__item > a", has_text="Đăng ký khai sinh").first.tap()
    page.wait_for_url("**/thu-tuc/1-001193/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    context.close()


def index_of(site: Path) -> str:
    return (site / "search" / "search_index.json").read_text("utf-8")


def test_the_index_is_light(built_site: Path) -> None:
    assert len(gzip.compress(index_of(built_site).encode(), mtime=0)) < 400_000


def ended_names() -> set[str]:
    """Names in the data that may be shown no more, and not because of another record."""
    raw = {
        row["record_id"]: row["subject_name"] for row in _rows() if row["subject_kind"] == "person"
    }
    public = (*shipped_edition().criticisms, *shipped_edition().commendations)
    shown = {record.subject_name for record in public}
    return {name for name in raw.values() if name not in shown}


def _rows() -> list[dict[str, str]]:
    files = [DATA / "criticisms.csv", DATA / "commendations.csv"]
    return [row for file in files for row in rows_of(file)]


def test_names_whose_time_is_over_are_not_in_the_index(built_site: Path) -> None:
    index, ended = index_of(built_site), ended_names()
    assert ended
    assert not [name for name in ended if re.search(rf"(?<!\w){name}(?!\w)", index)]
    assert "Lê Văn B" in index


def test_everyday_words_are_searched_and_not_shown() -> None:
    docs = [
        {"location": "a/", "title": "Cấp giấy phép xây dựng", "text": "x"},
        {"location": "b/", "title": "Khác", "text": ""},
    ]
    content = json.loads(b"".join(extend_index(json.dumps({"config": {}, "docs": docs}), ())))
    assert "GPXD" in content["docs"][0]["called"]
    assert content["docs"][1] == docs[1]
    assert set(content["config"]["fields"]) == {"called", "also"}
