"""Lists and tables as people sort and filter them, in a real browser."""

import random
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.chromium import needs_chromium
from browser.page_types import PAGES, file_of
from generator.model.text import collation_key
from generator.pages.shell.bundle import small_script
from worlds.paths import TEMPLATES

SCRIPTS = TEMPLATES / "theme" / "assets" / "js"
WORDS = (
    "Phường Đông Thọ", "phường đông thọ", "Phường Đông Tho", "Dong", "Đông", "đông", "Dông", "ma",
    "mà", "mả", "mã", "má", "mạ", "Mai", "măng", "mân", "an", "Ăn", "ấn", "ẩn", "ớt", "ợt", "ôt",
    "oà", "òa", "hoà giải", "hòa giải", "q. 10", "Quý 2", "Quý 10", "quý", "1.001193", "", " ", "-",
    "tổ 02", "tổ 007 a",
    "“a”", "é", "è", "ễ", "Ư", "ư", "U", "ü", "ß", "Ж", "中", "(xã)", "x\u0323", "đ\u0301",
)  # fmt: skip

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Any:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


def shown(page: Page, rows: str) -> Locator:
    return page.locator(rows).filter(visible=True)


def counted(page: Page) -> Locator:
    return page.get_by_role("status").filter(visible=True).first


def test_the_browser_sorts_as_the_pages_are_sorted(desk: Page, site_address: str) -> None:
    desk.goto(f"{site_address}thu-tuc/")
    chance = random.Random(643)
    letters = "aàảãáạăằâầbcdđeèêềghiìoòôồơờuùưừyỳ ABĐÊ-.1"
    made = ["".join(chance.choices(letters, k=chance.randrange(1, 6))) for _ in range(400)]
    words = [*WORDS, *made]
    chance.shuffle(words)
    in_the_browser = desk.evaluate("words => words.sort(ckOrder.texts)", words)
    assert in_the_browser == sorted(words, key=collation_key)


def test_a_click_on_a_heading_sorts_every_field_as_one_list(desk: Page, site_address: str) -> None:
    desk.goto(f"{site_address}thu-tuc/")
    expect(desk.get_by_role("heading", name="Chứng thực")).to_be_visible()
    desk.locator("th button", has_text="Đúng hạn").first.click()
    heading = desk.get_by_role("columnheader", name="Đúng hạn").filter(visible=True)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert desk.url.endswith("?xep=-dung-han")
    expect(counted(desk)).to_have_text("58 thủ tục, xếp theo đúng hạn, giảm dần")
    cells = shown(desk, "td[data-label='Đúng hạn']").all_inner_texts()
    shares = [
        float(found[0].replace(",", ".")) for c in cells if (found := re.findall(r"^[\d,]+", c))
    ]
    assert len(cells) == 58
    assert shares == sorted(shares, reverse=True)
    rest = cells[len(shares) :]
    assert all(re.search("không có (?:hồ sơ|số liệu riêng)", cell) for cell in rest)
    heading.get_by_role("button").click()
    expect(desk.get_by_role("heading", name="Chứng thực")).to_be_visible()
    assert desk.url.endswith("/thu-tuc/")


def test_limits_of_every_unit_are_sorted_by_how_long_they_are(
    desk: Page, site_address: str
) -> None:
    desk.goto(f"{site_address}thu-tuc/?xep=han-hien-nay")
    cells = shown(desk, "td[data-label='Hạn hiện nay']").all_inner_texts()
    firsts = [cell.partition("\n")[0].removesuffix(" ?").replace("\u00a0", " ") for cell in cells]
    assert firsts[0] == "trong ngày"
    assert firsts.index("5 ngày làm việc") < firsts.index("16 ngày") < firsts.index("45 ngày")


def test_a_ward_s_criticisms_are_found_on_a_phone(phone: Page, site_address: str) -> None:
    phone.goto(f"{site_address}phe-binh/")
    expect(phone.get_by_role("combobox", name="Đơn vị")).to_be_hidden()
    button = phone.get_by_role("button", name="Lọc và sắp xếp")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.tap()
    phone.get_by_role("combobox", name="Đơn vị").select_option(label="Phường Nam Ngạn")
    expect(counted(phone)).to_have_text("2 trong 25 trường hợp phê bình")
    expect(shown(phone, "[data-ck-rows] .ck-list > li")).to_have_count(2)
    for row in shown(phone, "[data-ck-rows] .ck-list > li").all():
        expect(row).to_contain_text("Phường Nam Ngạn")
    assert phone.url.endswith("/phe-binh/?don-vi=p-nam-ngan")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_the_address_gives_the_same_list_and_back_goes_back(phone: Page, site_address: str) -> None:
    phone.goto(f"{site_address}phe-binh/?don-vi=p-nam-ngan&trang-thai=da-khac-phuc")
    expect(counted(phone)).to_have_text("1 trong 25 trường hợp phê bình")
    phone.get_by_role("button", name="Lọc và sắp xếp (đang chọn 2)").tap()
    phone.get_by_role("combobox", name="Tình trạng").select_option(label="Tất cả")
    expect(counted(phone)).to_have_text("2 trong 25 trường hợp phê bình")
    phone.go_back()
    expect(counted(phone)).to_have_text("1 trong 25 trường hợp phê bình")
    expect(phone.get_by_role("combobox", name="Tình trạng")).to_have_value("da-khac-phuc")


def test_an_empty_list_says_why_and_offers_all(desk: Page, site_address: str) -> None:
    desk.goto(f"{site_address}phe-binh/?don-vi=x-thieu-van&quy=2018-Q4&tim=xe+hoi")
    empty = desk.locator(".ck-empty").filter(visible=True)
    expect(empty).to_contain_text(
        "nào có chữ “xe hoi” và đơn vị là “Xã Thiệu Vân” và quý là “IV/2018”."
    )
    empty.get_by_role("button", name="Xem tất cả").click()
    expect(counted(desk)).to_have_text("25 trường hợp phê bình")
    expect(desk.get_by_role("searchbox", name="Có chữ")).to_be_focused()
    assert desk.url.endswith("/phe-binh/")


def test_words_are_found_with_and_without_accents(desk: Page, site_address: str) -> None:
    desk.goto(f"{site_address}thu-tuc/")
    for typed in ("ket hon", "KẾT HÔN", "hôn kết"):
        desk.get_by_role("searchbox", name="Có chữ").fill(typed)
        expect(counted(desk)).to_have_text("5 trong 58 thủ tục")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("neu-guong/?quy=2018-Q3&xep=ten", "trường hợp nêu gương, xếp theo tên"),
        ("don-vi/?loai=xa&xep=qua-han", "17 trong 49 đơn vị, xếp theo quá hạn, tăng dần"),
        ("cong-van-643/?diem=1.1", "trong 19 việc được giao"),
        ("giam-sat/?loai=khac-phuc-sau-phe-binh", "7 trong 11 việc quá hạn"),
        ("phat-thanh/?noi-dung=cai-chinh", "trong 40 bản tin"),
        ("dinh-chinh/?trang-thai=withdrawn", "lần đính chính"),
    ],
)
def test_every_list_can_be_narrowed_by_its_address(
    desk: Page, site_address: str, address: str, words: str
) -> None:
    desk.goto(site_address + address)
    expect(counted(desk)).to_contain_text(words)
    total = desk.locator("[data-ck-rows]").first.locator("tbody > tr, .ck-list > li")
    assert 0 < total.filter(visible=True).count() < total.count()


def test_long_tables_of_a_page_sort_where_they_stand(desk: Page, site_address: str) -> None:
    desk.goto(f"{site_address}du-lieu/mot-cua/")
    table = desk.locator("#don-vi + table, #don-vi ~ table").last
    table.get_by_role("button", name="Đơn vị", exact=True).click()
    names = table.locator("tbody th").all_inner_texts()
    assert names == sorted(names, key=collation_key)
    expect(table.locator("tfoot tr")).to_have_count(1)


def test_headings_stay_in_sight(desk: Page, site_address: str) -> None:
    desk.goto(f"{site_address}thu-tuc/?xep=ho-so")
    shown(desk, "tbody tr").nth(30).scroll_into_view_if_needed()
    desk.evaluate("scrollBy(0, 600)")
    top = desk.evaluate("document.querySelector('.ck-table thead').getBoundingClientRect().top")
    header = desk.evaluate("document.querySelector('.ck-header').getBoundingClientRect().bottom")
    assert top == pytest.approx(header, abs=2)


def test_without_scripts_every_row_is_there(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}phe-binh/?don-vi=x-thieu-van")
    expect(page.locator("[data-ck-rows] .ck-list > li")).to_have_count(25)
    expect(page.locator(".ck-filter").filter(visible=True)).to_have_count(0)
    context.close()


def test_the_scripts_are_small() -> None:
    read = [(SCRIPTS / name).read_text("utf-8") for name in ("lists.js", "collation.js")]
    assert len("".join(small_script(script) for script in read).encode()) <= 8_192


TORN = """() => [...document.querySelectorAll("td,th")]
  .filter(cell => cell.checkVisibility() && getComputedStyle(cell).display !== "table-cell")
  .map(cell => cell.outerHTML.slice(0, 80))"""


def test_a_cell_of_a_table_is_laid_out_as_one(desk: Page, site_address: str) -> None:
    """Laid out otherwise, its line stands beside the lines of its row."""
    for name, url in PAGES.items():
        desk.goto(site_address + file_of(url))
        assert desk.evaluate(TORN) == [], name
